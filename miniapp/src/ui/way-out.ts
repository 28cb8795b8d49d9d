import { createContext, type ReactNode } from 'react';

/** The button that leads away from a page about something that is not there; OfOne puts it. */
export const WayOut = createContext<ReactNode>(undefined);
