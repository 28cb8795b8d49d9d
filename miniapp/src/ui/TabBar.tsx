import { switchTab, type Tab } from '@miniapp/platform/navigate';
import { View } from '@tarojs/components';
import { a11y } from './a11y';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';
import { Tap } from './Tap';

const TABS: ReadonlyArray<{ tab: Tab; icon: IconName; label: string }> = [
  { tab: 'home', icon: 'home', label: '首页' },
  { tab: 'family', icon: 'family', label: '我家' },
  { tab: 'messages', icon: 'bell', label: '消息' },
];

export interface TabBarProps {
  current: Tab;
  /** There is something unread under 消息. */
  unread?: boolean;
}

/** The three tabs, with labels that old eyes can read. Page draws it when it is given `tab`. */
export function TabBar({ current, unread }: TabBarProps) {
  return (
    <View className="weui-tabbar sw-tabbar" {...a11y({ role: 'navigation', label: '主菜单' })}>
      {TABS.map(({ tab, icon, label }) => {
        const on = tab === current;
        const dot = tab === 'messages' && unread;
        return (
          <Tap
            key={tab}
            role="link"
            className={classes('weui-tabbar__item', on && 'weui-bar__item_on')}
            current={on ? 'page' : undefined}
            label={dot ? `${label}，有没看的` : label}
            onTap={() => {
              if (!on) switchTab(tab);
            }}
          >
            <View className="sw-tabbar__pic">
              <Icon name={icon} />
              {dot && <View className="sw-tabbar__dot" />}
            </View>
            <View className="weui-tabbar__label">{label}</View>
          </Tap>
        );
      })}
    </View>
  );
}
