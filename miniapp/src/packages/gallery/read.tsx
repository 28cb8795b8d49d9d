import { callPhone } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { Days } from '@miniapp/ui/Days';
import { Entry } from '@miniapp/ui/Entry';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Link } from '@miniapp/ui/Link';
import { Money } from '@miniapp/ui/Money';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { type Step, Steps } from '@miniapp/ui/Steps';
import { Table } from '@miniapp/ui/Table';
import { Tag } from '@miniapp/ui/Tag';
import { View } from '@tarojs/components';

const nothing = () => undefined;

const STEPS: Step[] = [
  { name: '已提交', state: 'done', date: '3月2日', detail: '田晓雨代父亲申报' },
  { name: '已受理', state: 'done', date: '3月2日', detail: '村委会 李春梅' },
  { name: '入户核实', state: 'now', date: '3月5日前', detail: '李春梅、王建军到家里看情况' },
  { name: '信息比对', state: 'todo', date: '3月7日前', detail: '部门查对，等全家大人签名' },
  { name: '村里评议', state: 'late', date: '比说好的晚了 1 天', detail: '村里开会商量' },
  { name: '结果', state: 'todo', date: '3月17日前', detail: '不管行不行，都会告诉您' },
];

const HOUSES = Array.from({ length: 120 }, (_, index) => ({
  no: String(index + 1),
  head: ['田*福', '贺*实', '柳*生'][index % 3],
  people: `${(index % 5) + 1} 人`,
  group: `${(index % 6) + 1} 组`,
}));

const READ = '青禾村。家里有难处，点绿色的大按钮，我要申报，不收钱。';

export default function Read() {
  return (
    <Page
      tab="home"
      unread
      bar={<Bar primary={{ children: '催一催', kind: 'default', off: '3月5日过了还没办好，就能催' }} />}
    >
      <Note
        state="need"
        title="还差 1 样：儿子田志强的签名"
        action={
          <Button kind="primary" onTap={nothing}>
            发给他，在他手机上签
          </Button>
        }
      >
        他签了，部门才能查对信息。
      </Note>
      <Head title="青禾村" read={READ}>
        <View className="sw-head__top">
          <View className="sw-sub">示例县 云岭镇</View>
          <Link edge onTap={nothing}>
            换村子
          </Link>
        </View>
        <Entry icon="hand" title="我要申报" detail="家里有难处，点这里说。不收钱" onTap={nothing} />
      </Head>
      <Section flush>
        <Row
          icon="phone"
          title="不会弄？打村委会电话"
          detail="0990-000 0101 · 可以请人代填"
          act="拨打"
          onTap={() => callPhone('0990-000 0101')}
        />
      </Section>
      <Section title="我家的申报">
        <Row
          title="田有福家"
          detail="下一步：镇里审核，3月13日前"
          tag={<Tag state="doing">村里公示中 · 还剩 4 天</Tag>}
          tagFirst
          onTap={nothing}
        />
        <Row icon="user" over="现在谁在办" title="村委会 李春梅" act="打电话" onTap={nothing} />
      </Section>
      <Section title="村里正在公示" aside="2 份">
        <Row
          title="准备列入帮扶名单的家庭"
          detail="3 户 · 3月11日结束"
          tag={<Tag state="doing">还剩 4 天</Tag>}
          onTap={nothing}
        />
        <Row
          title="外出务工交通补助发放"
          detail="12 户 · 3月10日结束"
          tag={<Tag state="need">明天到期</Tag>}
          onTap={nothing}
        />
        <Row quiet title="以前的公示" detail="只留户数，不留名字" onTap={nothing} />
      </Section>
      <Section title="五种样子" pad>
        <View className="sw-stack">
          <View>
            <Tag state="ok">已受理</Tag>
          </View>
          <View>
            <Tag state="doing">还剩 4 天</Tag>
          </View>
          <View>
            <Tag state="need">明天到期（3月5日）</Tag>
          </View>
          <View>
            <Tag state="late">晚了 1 天（3月3日）</Tag>
          </View>
          <View>
            <Tag state="off">暂停计时，等农户</Tag>
          </View>
          <Note inset state="ok">
            合计 11 票，和投票人数对得上
          </Note>
          <Note inset state="doing">
            部门数据，不用问农户
          </Note>
          <Note inset state="need">
            自付看病超过 10,000 元，要建专档
          </Note>
          <Note inset state="off" icon="nonet" title="现在没有网">
            照片先存在手机里，有网自动传。
          </Note>
        </View>
      </Section>
      <Head
        top="编号 2603 0217 6"
        title="正在入户核实"
        hint="已经 2 天，最晚 3月17日告诉您结果"
        read="正在入户核实"
      />
      <Section flush title="一共 6 步">
        <Steps steps={STEPS} />
      </Section>
      <Section>
        <Days total={5} today={2} note="3月7日到3月11日，共 5 天。到期自动撤下。" />
      </Section>
      <Section>
        <Days total={5} today={5} />
        <Days total={5} today={6} />
      </Section>
      <Section title="名单" aside="120 户">
        <Table
          caption="公示名单"
          rows={HOUSES}
          rowKey={({ no }) => no}
          columns={[
            { title: '序号', cell: ({ no }) => no },
            { title: '户主', cell: ({ head }) => head, heading: true },
            { title: '人口', cell: ({ people }) => people },
            { title: '小组', cell: ({ group }) => group },
          ]}
        />
      </Section>
      <Section title="收到的" aside="没收到、钱数不对，点“不对？”">
        <View>
          <Money
            item="雨露计划（春季）"
            amount="1,500 元"
            detail="4月10日 · 农业农村局"
            to="田晓雨 · 卡尾号 3307"
            onDispute={nothing}
          />
          <Money
            item="外出务工交通补助"
            amount="600 元"
            detail="3月27日 · 人社局"
            to="田志强 · 卡尾号 5120"
            disputed="已反映，9 天内答复"
          />
        </View>
      </Section>
      <Section title="接下来">
        <KeyValue
          facts={[
            { key: '做什么', value: '两位干部到家里看情况' },
            { key: '什么时候', value: '3月5日前，去之前先打电话' },
            { key: '准备什么', value: '医院的单子、上学的证明' },
          ]}
        />
      </Section>
      <Section title="看一遍，对了就交">
        <KeyValue
          facts={[
            { key: '村子', value: '青禾村', onChange: nothing },
            { key: '户主', value: '田有福 990101********0017', onChange: nothing },
            { key: '电话', onChange: nothing },
          ]}
        />
      </Section>
    </Page>
  );
}
