import type { ReactNode } from 'react';
import { classes } from './classes';
import { Tap } from './Tap';

export interface LinkProps {
  children: ReactNode;
  onTap: () => void;
  /** Full sentence for a screen reader, such as 「改 村子」. */
  label?: string;
  /** Its words line up with the page's edge. */
  edge?: boolean;
}

/** Underlined words of 48 px height. */
export function Link({ children, onTap, label, edge }: LinkProps) {
  return (
    <Tap role="link" className={classes('sw-link', edge && 'sw-link_edge')} onTap={onTap} label={label}>
      {children}
    </Tap>
  );
}
