import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from './a11y';
import { classes } from './classes';
import { Link } from './Link';

export interface Fact {
  /** Tells two facts of the same key apart. */
  id?: string;
  key: string;
  /** Nothing there reads 「没有填」. */
  value?: ReactNode;
  /** Adds 「改」. */
  onChange?: () => void;
}

/** Facts, and check-your-answers. In care mode the value stands under its key. */
export function KeyValue({ facts }: { facts: Fact[] }) {
  const changeable = facts.some(({ onChange }) => onChange);
  return (
    <View {...a11y({ role: 'list' })}>
      {facts.map(({ id, key, value, onChange }) => (
        <View
          key={id ?? key}
          className={classes('sw-kv', changeable && 'sw-kv_three')}
          {...a11y({ role: 'listitem' })}
        >
          <View className="sw-kv__k">{key}</View>
          <View className="sw-kv__v">{value ?? <View className="sw-kv__none">没有填</View>}</View>
          {onChange && (
            <View className="sw-kv__c">
              <Link onTap={onChange} label={`改 ${key}`}>
                改
              </Link>
            </View>
          )}
        </View>
      ))}
    </View>
  );
}
