import { Text, View } from '@tarojs/components';
import { Fragment, type ReactNode } from 'react';
import { Icon } from '../Icon';

/** Facts in two columns; `ok` puts a tick before the value. */
export function FactList({
  facts,
}: {
  facts: ReadonlyArray<{ key: string; value: ReactNode; ok?: boolean }>;
}) {
  return (
    <View className="sw-dl">
      {facts.map(({ key, value, ok }) => (
        <Fragment key={key}>
          <View className="sw-dl__k">{key}</View>
          <View className="sw-dl__v">
            {ok && (
              <View className="sw-ok">
                <Icon name="ok" />
              </View>
            )}
            <Text>{value}</Text>
          </View>
        </Fragment>
      ))}
    </View>
  );
}
