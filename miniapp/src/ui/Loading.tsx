import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { a11y } from './a11y';
import { classes } from './classes';

const SHOW_AFTER = 300;
const SLOW_AFTER = 3000;

/** Grey bars where rows will be: nothing before 300 ms, and 「网慢，还在取…」 after 3 s. */
export function Loading({ rows = 3 }: { rows?: number }) {
  const [stage, setStage] = useState<'quiet' | 'grey' | 'slow'>('quiet');
  useEffect(() => {
    const timers = [
      setTimeout(() => setStage('grey'), SHOW_AFTER),
      setTimeout(() => setStage('slow'), SLOW_AFTER),
    ];
    return () => timers.forEach(clearTimeout);
  }, []);
  if (stage === 'quiet') return null;
  return (
    <View {...a11y({ role: 'status', label: stage === 'slow' ? '网慢，还在取' : '正在取' })}>
      <View className="sw-grey">
        {Array.from({ length: rows * 2 }, (_, index) => (
          <View
            // biome-ignore lint/suspicious/noArrayIndexKey: bars have no other name
            key={index}
            className={classes('sw-grey__bar', index % 2 === 1 && 'sw-grey__bar_short')}
          />
        ))}
      </View>
      {stage === 'slow' && <View className="sw-slow">网慢，还在取…</View>}
    </View>
  );
}
