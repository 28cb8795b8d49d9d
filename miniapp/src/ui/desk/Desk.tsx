import { isH5 } from '@miniapp/platform/target';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import '../../styles/desk.css';
import { a11y } from '../a11y';
import { classes } from '../classes';
import { Link } from '../Link';
import { Page } from '../Page';

export interface DeskProps {
  title: string;
  /** Beside the logo: 「云岭镇」. */
  office: string;
  search?: ReactNode;
  /** Right end of the top line: date, name, keys. */
  who: ReactNode;
  /** Left column: queues (DeskQueues), or a case's history with `layout="case"`. */
  rail: ReactNode;
  /** Middle column; a drawer below 1180 px. Absent with `layout="table"`. */
  list?: ReactNode;
  /** The rest: DeskCase, or a table. */
  children: ReactNode;
  /** `queue` 176 · 356 · rest; `case` 272 · rest · 372; `table` 176 · rest. */
  layout?: 'queue' | 'case' | 'table';
}

/** Frame of the review desk on a computer: columns scroll apart. */
export function Desk({ title, office, search, who, rail, list, children, layout = 'queue' }: DeskProps) {
  const [drawer, setDrawer] = useState(false);
  return (
    <Page desk title={title}>
      <View className="sw-d">
        <View className="sw-d__top" {...a11y({ role: 'banner' })}>
          <View className="sw-d__logo">
            守望<Text className="sw-d__org">{office}</Text>
          </View>
          <View>{search}</View>
          <View className="sw-d__who">
            {list && layout === 'queue' && (
              <View className="sw-d__drawer">
                <Link onTap={() => setDrawer(!drawer)}>{drawer ? '收起名单' : '名单'}</Link>
              </View>
            )}
            {who}
          </View>
        </View>
        <View
          className={classes(
            'sw-d__cols',
            layout === 'case' && 'sw-d__cols_full',
            layout === 'table' && 'sw-d__cols_wide',
          )}
        >
          <View
            className="sw-d__rail"
            // A history has nothing in it that takes the focus, and must scroll by keyboard too.
            {...(isH5 && layout === 'case' && { tabIndex: 0 })}
            {...a11y(
              layout === 'case' ? { role: 'region', label: '经过' } : { role: 'navigation', label: '队列' },
            )}
          >
            {rail}
          </View>
          {layout === 'queue' && (
            <View
              className={classes('sw-d__list', drawer && 'sw-d__list_open')}
              {...a11y({ role: 'region', label: '名单' })}
            >
              {list}
            </View>
          )}
          <View className="sw-d__case" {...a11y({ role: 'main' })}>
            {children}
          </View>
          {layout === 'case' && (
            <View className="sw-d__case sw-d__side" {...a11y({ role: 'complementary', label: '差异和意见' })}>
              {list}
            </View>
          )}
        </View>
      </View>
    </Page>
  );
}

/** Heading inside a case, with small words or a link at its right. */
export function DeskHeading({ title, aside }: { title: string; aside?: ReactNode }) {
  return (
    <View className="sw-d__h3">
      <View {...a11y({ role: 'heading', level: 2 })}>{title}</View>
      {aside && <View className="sw-sub">{aside}</View>}
    </View>
  );
}

export interface DeskCaseProps {
  /** The household, and the page's only level 1 heading. */
  title: string;
  /** 「青禾村 2 组 · 4 口人 · 2603 0217 6」 */
  about: string;
  tag: ReactNode;
  /** 「已用 10 天，最多 15 天（3月17日），没有暂停过」 */
  used: ReactNode;
  /** DeskActions. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A case: due date first; what scrolls, and its actions fixed below. */
export function DeskCase({ title, about, tag, used, actions, children }: DeskCaseProps) {
  return (
    <>
      <View className="sw-d__body">
        <View className="sw-d__due">
          <View className="sw-h1" {...a11y({ role: 'heading', level: 1 })}>
            {title} <Text className="sw-sub">{about}</Text>
          </View>
          {tag}
        </View>
        <View className="sw-sub">{used}</View>
        {children}
      </View>
      {actions}
    </>
  );
}
