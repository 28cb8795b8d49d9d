import { View } from '@tarojs/components';
import { classes } from '../classes';
import { Tap } from '../Tap';

export interface QueueGroup {
  title: string;
  queues: ReadonlyArray<{ key: string; label: string; count?: number | string }>;
}

export interface DeskQueuesProps {
  groups: readonly QueueGroup[];
  value: string;
  onChange: (key: string) => void;
}

/** The left column: queues with their counts, which equal their lists. */
export function DeskQueues({ groups, value, onChange }: DeskQueuesProps) {
  return (
    <>
      {groups.map(({ title, queues }) => (
        <View key={title}>
          <View className="sw-d__g">{title}</View>
          {queues.map(({ key, label, count }) => (
            <Tap
              key={key}
              role="link"
              className={classes('sw-d__q', key === value && 'sw-d__q_on')}
              current={key === value ? 'page' : undefined}
              onTap={() => onChange(key)}
            >
              <View>{label}</View>
              {count !== undefined && <View className="sw-d__n">{String(count)}</View>}
            </Tap>
          ))}
        </View>
      ))}
    </>
  );
}
