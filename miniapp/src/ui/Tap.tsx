import { isH5 } from '@miniapp/platform/target';
import { View } from '@tarojs/components';
import type { KeyboardEvent, ReactNode } from 'react';
import { a11y, type Told } from './a11y';
import { classes } from './classes';

export interface TapProps extends Omit<Told, 'role'> {
  role?: 'button' | 'link' | 'radio' | 'checkbox' | 'tab';
  onTap?: () => void;
  className?: string;
  id?: string;
  children?: ReactNode;
}

/** Anything that can be tapped: a role, a place in the keyboard's order, Enter and Space, and a pressed look. */
export function Tap({ role = 'button', onTap, className, id, children, ...told }: TapProps) {
  const live = !told.disabled && onTap !== undefined;
  const tap = () => {
    if (live) onTap();
  };
  const byKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && (event.key !== ' ' || role === 'link')) return;
    event.preventDefault();
    tap();
  };
  return (
    <View
      id={id}
      className={classes(live && 'sw-tap', className)}
      hoverClass={live ? 'sw-press' : 'none'}
      onClick={tap}
      {...(isH5 && { tabIndex: 0, onKeyDown: byKey })}
      {...a11y({ role, ...told })}
    >
      {children}
    </View>
  );
}
