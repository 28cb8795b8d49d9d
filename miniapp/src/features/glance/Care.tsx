import { Button } from '@miniapp/ui/Button';
import { Empty } from '@miniapp/ui/Empty';
import { Section } from '@miniapp/ui/Section';
import { type State, Tag } from '@miniapp/ui/Tag';
import { useLong } from '@miniapp/ui/useLong';
import { day } from '@shared/messages';
import { View } from '@tarojs/components';
import type { Asked, PartProps } from './office';
import { withWhom } from './words';

interface Matter {
  key: string;
  state: State;
  tag: string;
  what: string;
  why: string;
  cases: number;
  asked: Asked;
}

/** 要管的: what is late by who has it, then what will be late tomorrow, each with the button that opens it. */
export function Care({ office, open }: PartProps) {
  const matters: Matter[] = [
    ...office.overdue.map(({ holder, person, name, cases, since }) => ({
      key: `${holder} ${person}`,
      state: 'late' as const,
      tag: `晚了 ${cases} 件`,
      what: withWhom({ holder, name }),
      why: `最早的 ${day(since)}就该办好`,
      cases,
      asked: { what: 'OVERDUE' as const, part: holder, person, whom: name },
    })),
    ...(office.counts.DUE_SOON === 0
      ? []
      : [
          {
            key: 'soon',
            state: 'need' as const,
            tag: '今明两天到期',
            what: `一共 ${office.counts.DUE_SOON} 件`,
            why: '先办这些，就不会晚',
            cases: office.counts.DUE_SOON,
            asked: { what: 'DUE_SOON' as const },
          },
        ]),
  ];
  const { shown, more } = useLong(matters.length, '条');
  return (
    <Section title="要管的">
      {matters.length === 0 && <Empty>现在没有要管的</Empty>}
      {matters.slice(0, shown).map(({ key, state, tag, what, why, cases, asked }) => (
        <View key={key} className="sw-gl__care">
          <View>
            <Tag state={state}>{tag}</Tag>
          </View>
          <View className="sw-b">{what}</View>
          <View className="sw-sub">{why}</View>
          <View className="sw-gl__act">
            <Button size="small" label={`看这 ${cases} 件：${what}，${tag}`} onTap={() => open(asked)}>
              {`看这 ${cases} 件`}
            </Button>
          </View>
        </View>
      ))}
      {more}
    </Section>
  );
}
