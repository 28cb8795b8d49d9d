import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from './a11y';
import { classes } from './classes';

export interface DaysProps {
  /** How many days the notice hangs. */
  total: number;
  /** Which of them is today, from 1; `total + 1` and more: it has ended. */
  today: number;
  /** 「3月7日到3月11日，共 5 天。到期自动撤下。」 */
  note?: ReactNode;
}

/** Days left, and a segment for each day; days gone are filled. Today counts as left. */
export function Days({ total, today, note }: DaysProps) {
  const left = total - today + 1;
  const ended = left <= 0;
  const spoken = ended ? `一共 ${total} 天，已经结束` : `一共 ${total} 天，今天是第 ${today} 天`;
  return (
    <View className={classes('sw-days', ended && 'sw-days_over')}>
      <View className="sw-days__row">
        {left > 1 && (
          <>
            <Text>还剩</Text>
            <Text className="sw-days__n">{String(left)}</Text>
            <Text>天（含今天）</Text>
          </>
        )}
        {left === 1 && <Text className="sw-b">今天最后一天</Text>}
        {ended && <Text className="sw-b">已结束</Text>}
      </View>
      <View className="sw-days__bar" {...a11y({ role: 'img', label: spoken })}>
        {Array.from({ length: total }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a day has no other name
          <View key={index} className={classes('sw-days__d', index < today - 1 && 'sw-days__d_on')} />
        ))}
      </View>
      {note && <View className="sw-sub">{note}</View>}
    </View>
  );
}
