import { View } from '@tarojs/components';
import { a11y } from './a11y';
import { classes } from './classes';
import '../styles/staff.css';
import { Tap } from './Tap';

export interface TabsProps<K extends string> {
  label: string;
  tabs: ReadonlyArray<{
    key: K;
    label: string /** Equal to the length of its list. */;
    count?: number | string;
  }>;
  /** None of them when it is something else. */
  value: string;
  onChange: (key: K) => void;
}

/** Parts of a staff page. */
export function Tabs<K extends string>({ label, tabs, value, onChange }: TabsProps<K>) {
  return (
    <View className="sw-tabs" {...a11y({ role: 'tablist', label })}>
      {tabs.map((tab) => (
        <Tap
          key={tab.key}
          role="tab"
          selected={tab.key === value}
          className={classes('sw-tabs__i', tab.key === value && 'sw-tabs__i_on')}
          onTap={() => onChange(tab.key)}
        >
          {tab.count === undefined ? tab.label : `${tab.label} ${tab.count}`}
        </Tap>
      ))}
    </View>
  );
}
