import type { ActionName } from '@shared/casework';
import { createContext, useContext } from 'react';

/** Where a part of a case is drawn: bands on a phone, headings on the desk. One implementation serves both. */
export type Frame =
  | { kind: 'phone' }
  | {
      kind: 'desk';
      close: () => void;
      tall: boolean;
      /** From the act that is being filled in to another one. */
      turnTo?: (action: ActionName) => void;
    };

export const FrameContext = createContext<Frame>({ kind: 'phone' });

export const useFrame = (): Frame => useContext(FrameContext);
