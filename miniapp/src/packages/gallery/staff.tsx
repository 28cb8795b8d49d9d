import { Amount, AmountSum } from '@miniapp/ui/Amount';
import { Button } from '@miniapp/ui/Button';
import { Head } from '@miniapp/ui/Head';
import { Live } from '@miniapp/ui/Live';
import { formatYuan } from '@miniapp/ui/money';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tabs } from '@miniapp/ui/Tabs';
import { Tag } from '@miniapp/ui/Tag';
import { Vote } from '@miniapp/ui/Vote';
import { View } from '@tarojs/components';
import { useState } from 'react';

const LINE = 870_000;
const nothing = () => undefined;

export default function Staff() {
  const [tab, setTab] = useState<'money' | 'house' | 'people'>('money');
  const [wages, setWages] = useState(2_880_000);
  const [odd, setOdd] = useState(540_000);
  const perHead = Math.round((wages + odd) / 4);
  const low = perHead < LINE;

  return (
    <Page
      bar={
        <Live
          figures={[
            { label: '人均纯收入', value: '13,658.75', note: '高于 8,700' },
            {
              label: '扣掉必须花的钱后',
              value: formatYuan(perHead),
              note: low ? '低于 8,700' : '高于 8,700',
              state: low ? 'need' : 'off',
            },
          ]}
          action={{ children: '存好，下一项', onTap: nothing }}
        />
      }
    >
      <Head
        top={<Tag state="need">明天到期（3月5日）</Tag>}
        aside={<View className="sw-sub">4 口人 · 2 组</View>}
        title="田有福家"
        hint="算 2025年3月到2026年2月，12 个月"
      />
      <Tabs
        label="核实内容"
        value={tab}
        onChange={setTab}
        tabs={[
          { key: 'money', label: '收支' },
          { key: 'house', label: '住房吃水', count: 2 },
          { key: 'people', label: '家里人', count: 4 },
        ]}
      />
      <Section flush title="收入（元）">
        <Amount
          label="儿子务工"
          detail="3,200 × 9 个月"
          initial={wages}
          onInput={(fen) => setWages(fen ?? 0)}
          onCommit={nothing}
        />
        <Amount
          label="妻子打零工"
          detail="90 × 60 天 · 估算：没有工资条"
          initial={odd}
          onInput={(fen) => setOdd(fen ?? 0)}
          onCommit={nothing}
        />
        <AmountSum label="纯收入" fen={wages + odd} />
      </Section>
      <Section title="两个人签名">
        <Row title="李春梅" detail="村委会" right={<Tag state="ok">已签</Tag>} />
        <Row
          title="王建军"
          detail="驻村工作队"
          right={
            <Button size="small" kind="primary" onTap={nothing}>
              请他签
            </Button>
          }
        />
      </Section>
      <Section title="这次评 2 户">
        <Vote
          name="田有福"
          detail="2 组 · 4 人"
          voters={11}
          initial={{ yes: 11, no: 0, abstain: 0 }}
          onCommit={nothing}
        />
        <Vote
          name="柳春生"
          detail="4 组 · 3 人"
          voters={10}
          recusal="柳春林是他堂弟，这一户回避，不投票"
          initial={{ yes: 8, no: 1, abstain: 0 }}
          onCommit={nothing}
        />
      </Section>
    </Page>
  );
}
