import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from './a11y';
import { Link } from './Link';
import { Tag } from './Tag';

export interface MoneyProps {
  item: string;
  /** 「1,500 元」 */
  amount: string;
  /** 「4月10日 · 农业农村局」 */
  detail: ReactNode;
  /** 「田晓雨 · 卡尾号 3307」 */
  to: ReactNode;
  /** Draws 「不对？」. */
  onDispute?: () => void;
  /** Instead of it: 「已反映，9 天内答复」. */
  disputed?: string;
}

/** One payment. */
export function Money({ item, amount, detail, to, onDispute, disputed }: MoneyProps) {
  return (
    <View className="sw-money" {...a11y({ role: 'group', label: item })}>
      <View className="sw-row__t">{item}</View>
      <View className="sw-money__a">{amount}</View>
      <View className="sw-money__d">{detail}</View>
      <View className="sw-money__f">
        <View>{to}</View>
        {disputed ? (
          <Tag state="doing">{disputed}</Tag>
        ) : (
          onDispute && (
            <Link onTap={onDispute} label={`不对？ ${item}`}>
              不对？
            </Link>
          )
        )}
      </View>
    </View>
  );
}
