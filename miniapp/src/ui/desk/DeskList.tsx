import { isH5 } from '@miniapp/platform/target';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { a11y } from '../a11y';
import { classes } from '../classes';
import { Tap } from '../Tap';

export interface DeskItem {
  id: string;
  name: string;
  /** 「青禾村 · 4 人」 */
  about: string;
  detail: string;
  tag: ReactNode;
  /** Never opened: 「没看」 stands before the detail. */
  unread?: boolean;
}

export interface DeskListProps {
  /** 「待我审核 7 件」 */
  title: string;
  /** 「按到期日排」, and what narrows the list */
  order: ReactNode;
  /** Between the head and the rows. */
  top?: ReactNode;
  items: readonly DeskItem[];
  selected?: string;
  onSelect: (id: string) => void;
  foot?: ReactNode;
  /** When there is nothing: 「都办完了」. */
  empty: string;
}

/** Id of a row's element, for giving the focus back to it. */
export const rowId = (id: string) => `desk-${id}`;

/** The middle column. The selected row keeps in sight. */
export function DeskList({ title, order, top, items, selected, onSelect, foot, empty }: DeskListProps) {
  useEffect(() => {
    if (isH5 && selected !== undefined)
      document.getElementById(rowId(selected))?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <>
      <View className="sw-d__lh">
        <View className="sw-b" {...a11y({ role: 'heading', level: 2 })}>
          {title}
        </View>
        <View className="sw-sub">{order}</View>
      </View>
      {top}
      <View className="sw-d__ls">
        {items.length === 0 && <View className="sw-void">{empty}</View>}
        {items.map(({ id, name, about, detail, tag, unread }) => (
          <Tap
            key={id}
            id={rowId(id)}
            role="link"
            className={classes('sw-d__it', id === selected && 'sw-d__it_on')}
            current={id === selected ? 'true' : undefined}
            onTap={() => onSelect(id)}
          >
            <View className="sw-b">
              {name} <Text className="sw-sub">{about}</Text>
            </View>
            <View>{tag}</View>
            <View className="sw-d__it_d">
              {unread && <Text className="sw-d__unread">没看 · </Text>}
              {detail}
            </View>
          </Tap>
        ))}
      </View>
      {foot && <View className="sw-d__lf">{foot}</View>}
    </>
  );
}
