import { useMe } from '@miniapp/features/account';
import { type Handed, handedWords, staffTag, useHandedInOrder } from '@miniapp/features/handed';
import { DESK_FROM_PX, More, Staffed, usePages } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { useWidth } from '@miniapp/platform/width';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { type State, Tag } from '@miniapp/ui/Tag';
import { useLong } from '@miniapp/ui/useLong';
import { day } from '@shared/messages/format';
import { View } from '@tarojs/components';
import { HELP_ACT_PAGE, PLAN_PAGE } from './pages';

/** 帮扶措施: families with how their help stands, or what was handed to a department. */
export function HelpList() {
  const me = useMe();
  const grants = me.data?.grants ?? [];
  if (me.data === undefined) return <Waiting />;
  return grants.length > 0 && grants.every(({ role }) => role === 'DEPT') ? <HandedList /> : <Families />;
}

const TITLE = '帮扶措施';
const Waiting = () => (
  <Page title={TITLE}>
    <Head title={TITLE} />
  </Page>
);

type Family = Output<'measures.families'>['families'][number];

interface Paged {
  rows: Family[];
  next: string | null;
}

function standingOf({ helper, planSigned, reached, late, notReceived }: Family): {
  state: State;
  text: string;
} {
  if (notReceived > 0) return { state: 'late', text: `${notReceived} 项说没收到` };
  if (late > 0) return { state: 'late', text: `${late} 项晚了` };
  if (helper === null) return { state: 'need', text: '没定责任人' };
  if (!planSigned) return { state: 'need', text: '计划没签' };
  return reached === 0
    ? { state: 'doing', text: '还没有办好的' }
    : { state: 'ok', text: `办好 ${reached} 项` };
}

const placeOf = ({ villageName, group }: { villageName: string; group: string }) =>
  [villageName, group].filter(Boolean).join(' ');

function Families() {
  const list = usePages<Family, Paged>('help:families', async (cursor) => {
    const { families, next } = await call('measures.families', { cursor, limit: 50 });
    return { rows: families, next };
  });
  const wide = useWidth() >= DESK_FROM_PX;
  const open = ({ caseId }: Family) => go(PLAN_PAGE, { caseId });
  const tag = (row: Family) => {
    const { state, text } = standingOf(row);
    return <Tag state={state}>{text}</Tag>;
  };
  const visited = ({ lastVisitOn }: Family) =>
    lastVisitOn === null ? '没有走访过' : `${day(lastVisitOn)}走访`;
  return (
    <Page title={TITLE} wide>
      <Head title={TITLE} hint="一户一个计划：谁来帮，帮什么，哪天前办好。" />
      <Staffed query={list.query} rows={6}>
        {() => (
          <Section flush>
            {list.rows.length === 0 && <Empty>名单上还没有家庭。</Empty>}
            {wide && list.rows.length > 0 ? (
              <DataTable
                caption={TITLE}
                rowKey={({ caseId }) => caseId}
                rows={list.rows}
                columns={[
                  {
                    title: '户主',
                    heading: true,
                    cell: (row) => (
                      <Link edge label={`${row.headName}家，打开`} onTap={() => open(row)}>
                        {row.headName}
                      </Link>
                    ),
                  },
                  { title: '村组', cell: placeOf },
                  { title: '列入', cell: ({ includedOn }) => day(includedOn) },
                  { title: '责任人', cell: ({ helper }) => helper ?? '没定' },
                  { title: '计划', cell: ({ planSigned }) => (planSigned ? '签了' : '没签') },
                  { title: '办好', right: true, cell: ({ reached }) => `${reached} 项` },
                  { title: '走访', cell: visited },
                  { title: '怎么样', cell: tag },
                ]}
              />
            ) : (
              list.rows.map((row) => (
                <Row
                  key={row.caseId}
                  title={`${row.headName}家`}
                  detail={
                    <>
                      <View>{placeOf(row)}</View>
                      <View>{`${row.helper ?? '没定责任人'} · ${visited(row)}`}</View>
                    </>
                  }
                  tag={tag(row)}
                  onTap={() => open(row)}
                />
              ))
            )}
            <More list={list} />
          </Section>
        )}
      </Staffed>
    </Page>
  );
}

type One = Handed['measures'][number];

/** What a department has to do, what is late first. */
function HandedList() {
  const query = useHandedInOrder();
  const wide = useWidth() >= DESK_FROM_PX;
  const open = ({ caseId, measure }: One) =>
    go(HELP_ACT_PAGE, { caseId, what: 'measure', measureId: measure.id });
  const tag = ({ measure }: One) => {
    const { state, text } = staffTag(measure);
    return <Tag state={state}>{text}</Tag>;
  };
  const all = query.data?.measures ?? [];
  const { shown, more } = useLong(all.length, '项');
  const rows = all.slice(0, shown);
  return (
    <Page title={TITLE} wide>
      <Head
        title={query.data === undefined ? '要我们办的帮扶' : `要我们办的 ${query.data.left} 项`}
        hint="办好了就登记。农户说收到了，才算数。"
      />
      <Staffed query={query} rows={6}>
        {() => (
          <Section flush>
            {rows.length === 0 && <Empty>还没有交给我们办的帮扶。</Empty>}
            {wide && rows.length > 0 ? (
              <DataTable
                caption="要我们办的帮扶"
                rowKey={({ measure }) => measure.id}
                rows={rows}
                columns={[
                  {
                    title: '帮扶',
                    heading: true,
                    cell: (row) => (
                      <Link
                        edge
                        label={`${row.headName}家，${row.measure.name}，打开`}
                        onTap={() => open(row)}
                      >
                        {row.measure.name}
                      </Link>
                    ),
                  },
                  { title: '户主', cell: ({ headName }) => headName },
                  { title: '村组', cell: placeOf },
                  { title: '给谁', cell: ({ measure }) => measure.memberName || '全家' },
                  { title: '经办', cell: ({ measure }) => measure.person },
                  { title: '到哪了', cell: tag },
                ]}
              />
            ) : (
              rows.map((row) => (
                <Row key={row.measure.id} {...handedWords(row)} tag={tag(row)} onTap={() => open(row)} />
              ))
            )}
            {more}
            {query.data?.cut && shown >= all.length && (
              <View className="sw-sub sw-pad sw-pb">太多了，先列最急的。办好一项，后面的就出来。</View>
            )}
          </Section>
        )}
      </Staffed>
    </Page>
  );
}
