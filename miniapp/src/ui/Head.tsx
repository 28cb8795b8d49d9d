import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from './a11y';
import { Progress } from './Progress';
import { ReadAloud } from './ReadAloud';

export interface HeadProps {
  /** The question or the page's title: its only level 1 heading. */
  title: ReactNode;
  hint?: ReactNode;
  /** 「第 N 步，共 M 步」 and its bar. `total` may shrink, never grow. */
  step?: { now: number; total: number };
  /** Above the title, left: a number, a tag, an office. Without it and without `step` the title stands there itself. */
  top?: ReactNode;
  /** What 「念给我听」 says. */
  read?: string | (() => string);
  /** In the top line's right corner instead of read-aloud. */
  aside?: ReactNode;
  /** Below: the entry, facts. */
  children?: ReactNode;
}

/** Where am I, what is asked, listen. */
export function Head({ title, hint, step, top, read, aside, children }: HeadProps) {
  const heading = (
    <View className="sw-h1" {...a11y({ role: 'heading', level: 1 })}>
      {title}
    </View>
  );
  const above = step ? (
    <View className="sw-head__step">{`第 ${step.now} 步，共 ${step.total} 步`}</View>
  ) : (
    top && <View className="sw-sub">{top}</View>
  );
  return (
    <View className="sw-head">
      <View className="sw-head__top">
        {above ?? heading}
        {aside ?? (read !== undefined && <ReadAloud text={read} />)}
      </View>
      {step && <Progress {...step} />}
      {above && heading}
      {hint && <View className="sw-head__hint">{hint}</View>}
      {children}
    </View>
  );
}
