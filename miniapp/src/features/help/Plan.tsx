import { staffTag } from '@miniapp/features/handed';
import { CASE_PAGE, DESK_FROM_PX, ENTRY_PAGE, FOLLOWED_PAGE } from '@miniapp/features/staff';
import { go, useParams } from '@miniapp/platform/navigate';
import { callPhone } from '@miniapp/platform/ui';
import { useWidth } from '@miniapp/platform/width';
import { Button } from '@miniapp/ui/Button';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Empty } from '@miniapp/ui/Empty';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useLong } from '@miniapp/ui/useLong';
import type { MeasureView, StaffFamily } from '@shared/contract/measures';
import { FOLLOW_UP_RESULT_LABELS } from '@shared/messages/followups';
import { day, fullDay, money } from '@shared/messages/format';
import { CONFIRM_WAY_LABELS, MEASURE_KIND_LABELS, VISIT_WAY_LABELS } from '@shared/messages/help';
import { NEED_LABELS, RISK_LABELS } from '@shared/messages/staff-labels';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { HelpPage } from './HelpPage';
import { HELP_ACT_PAGE, VISIT_PAGE } from './pages';
import { useStaffFamily } from './queries';
import { warningText } from './staff-words';

/** The help of one family for its offices: what is missing, who helps, the plan, each measure, visits (domain.md 3.4, 8). */
export function Plan() {
  const { caseId = '' } = useParams<'caseId'>();
  const query = useStaffFamily(caseId);
  return (
    <HelpPage query={query} family={query.data} say={fullDay}>
      {(family) => <Whole family={family} />}
    </HelpPage>
  );
}

const act = (caseId: string, what: string, more: Record<string, string> = {}) =>
  go(HELP_ACT_PAGE, { caseId, what, ...more });

function Whole({ family }: { family: StaffFamily }) {
  const { caseId, warnings, measures, may } = family;
  return (
    <>
      {warnings.length > 0 && (
        <Note
          state={warnings.some(({ late, dueOn }) => late && dueOn !== null) ? 'late' : 'need'}
          title="只提示，由人来定"
        >
          {warnings.map((one) => (
            <View key={`${one.code} ${one.risk ?? ''} ${one.measureName}`}>{warningText(one)}</View>
          ))}
        </Note>
      )}
      <Helper family={family} />
      <Plans family={family} />
      <Measures measures={measures} caseId={caseId} mayAdd={may.plan} />
      <Visits family={family} />
      <Section>
        <Row
          icon="cal"
          title="跟踪和季度台账"
          detail="走访、台账、家里的情况"
          onTap={() => go(FOLLOWED_PAGE, { caseId })}
        />
        {may.readCase && <Row icon="doc" title="这家的案卷" onTap={() => go(CASE_PAGE, { caseId })} />}
        <Row icon="cal" title="风险消除" detail="条件够不够" onTap={() => go(ENTRY_PAGE, { caseId })} />
      </Section>
    </>
  );
}

/** Who helps now, and who did before, with the reason of each change. */
function Helper({ family }: { family: StaffFamily }) {
  const { caseId, helpers, may } = family;
  const now = helpers.find(({ until }) => until === null);
  const before = helpers.filter(({ until }) => until !== null);
  const [open, setOpen] = useState(false);
  return (
    <Section
      title="帮扶责任人"
      aside={
        may.assign ? (
          <Link onTap={() => act(caseId, 'helper')}>{now === undefined ? '定一个人' : '换人'}</Link>
        ) : undefined
      }
    >
      {now === undefined ? (
        <Empty>还没有定。</Empty>
      ) : (
        <Row
          icon="phone"
          title={now.name}
          detail={[now.phone, now.unit, now.position, `${day(now.from)}起`].filter(Boolean).join(' · ')}
          act="拨打"
          onTap={() => callPhone(now.phone)}
        />
      )}
      {before.length > 0 && (
        <Row
          quiet
          title={`以前 ${before.length} 位`}
          act={open ? '收起' : '看'}
          onTap={() => setOpen(!open)}
        />
      )}
      {open &&
        before.map((one) => {
          const { personId, name, unit, from, until } = one;
          // Why somebody went stands with who came after.
          const next = helpers[helpers.indexOf(one) - 1];
          return (
            <Row
              key={`${personId} ${from} ${until ?? ''}`}
              quiet
              title={name}
              detail={[
                unit,
                `${fullDay(from)}到${until === null ? '' : fullDay(until)}`,
                next?.reason ? `换人：${next.reason}` : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          );
        })}
    </Section>
  );
}

function Plans({ family }: { family: StaffFamily }) {
  const { caseId, plans, may } = family;
  const [newest, ...older] = plans;
  return (
    <Section
      title="帮扶计划"
      aside={
        may.plan ? (
          <Link onTap={() => act(caseId, 'plan')}>{newest === undefined ? '写计划' : '重新写'}</Link>
        ) : undefined
      }
    >
      {newest === undefined && <Empty>还没有写。先上门看看，再和家里商量。</Empty>}
      {newest !== undefined && (
        <Row
          title={newest.needs.map((need) => NEED_LABELS[need]).join('、')}
          detail={
            <>
              {newest.words !== '' && <View>{newest.words}</View>}
              <View>{`${newest.madeBy} ${day(newest.madeOn)}写的`}</View>
            </>
          }
          tag={
            <Tag state={newest.signedOn === null ? 'need' : 'ok'}>
              {newest.signedOn === null
                ? '等农户签字'
                : `${day(newest.signedOn)}签了${newest.how === null ? '' : `，${CONFIRM_WAY_LABELS[newest.how]}`}`}
            </Tag>
          }
        />
      )}
      {newest !== undefined && newest.signedOn === null && may.sign && (
        <View className="sw-pad sw-pb">
          <Button size="small" onTap={() => act(caseId, 'sign', { planId: newest.id })}>
            农户在纸上签了
          </Button>
        </View>
      )}
      {older.map(({ id, madeOn, madeBy, signedOn }) => (
        <Row
          key={id}
          quiet
          title={`${fullDay(madeOn)}的计划`}
          detail={`${madeBy}写的，${signedOn === null ? '没有签' : `${day(signedOn)}签了`}`}
        />
      ))}
    </Section>
  );
}

/** 「为了：因病」: the risk or need that a measure answers. */
const reasonOf = ({ risk, need }: MeasureView): string =>
  risk !== null ? RISK_LABELS[risk] : need !== null ? NEED_LABELS[need] : '没有写为了什么';

interface MeasuresProps {
  measures: readonly MeasureView[];
  caseId: string;
  mayAdd: boolean;
}

function Measures({ measures, caseId, mayAdd }: MeasuresProps) {
  const wide = useWidth() >= DESK_FROM_PX;
  const { shown, more } = useLong(measures.length, '项');
  const reasons = [...new Set(measures.map(reasonOf))].sort();
  const rows = reasons.flatMap((why) => measures.filter((one) => reasonOf(one) === why)).slice(0, shown);
  const open = ({ id }: MeasureView) => act(caseId, 'measure', { measureId: id });
  const add = mayAdd ? <Link onTap={() => act(caseId, 'add')}>加一项</Link> : undefined;
  const tag = (one: MeasureView): ReactNode => {
    const { state, text } = staffTag(one);
    return <Tag state={state}>{text}</Tag>;
  };
  return (
    <Section title="每一项帮扶" aside={add}>
      {measures.length === 0 && <Empty>还没有。写了计划，这里就有。</Empty>}
      {wide && measures.length > 0 ? (
        <DataTable
          caption="每一项帮扶"
          rowKey={({ id }) => id}
          rows={rows}
          columns={[
            {
              title: '帮扶',
              heading: true,
              cell: (one) => (
                <Link edge label={`${one.name}，打开`} onTap={() => open(one)}>
                  {one.name}
                </Link>
              ),
            },
            { title: '为了', cell: reasonOf },
            { title: '类', cell: ({ kind }) => MEASURE_KIND_LABELS[kind] },
            { title: '给谁', cell: ({ memberName }) => memberName || '全家' },
            { title: '谁办', cell: ({ office, person }) => [office, person].filter(Boolean).join(' ') },
            {
              title: '多少钱',
              right: true,
              cell: ({ amountFen }) => (amountFen === null ? '' : money(amountFen)),
            },
            { title: '到哪了', cell: tag },
          ]}
        />
      ) : (
        rows.map((one) => (
          <Row
            key={one.id}
            over={reasonOf(one)}
            title={one.name}
            detail={[
              [one.office, one.person].filter(Boolean).join(' '),
              one.memberName,
              one.amountFen === null ? '' : money(one.amountFen),
            ]
              .filter(Boolean)
              .join(' · ')}
            tag={tag(one)}
            onTap={() => open(one)}
          />
        ))
      )}
      {more}
    </Section>
  );
}

function Visits({ family }: { family: StaffFamily }) {
  const { caseId, visits, visitDueOn, today, may } = family;
  const { shown, more } = useLong(visits.length, '次');
  return (
    <Section
      title="走访"
      aside={may.visit ? <Link onTap={() => go(VISIT_PAGE, { caseId })}>记一次</Link> : undefined}
    >
      {visitDueOn !== null && (
        <Row
          title="下一次"
          tag={
            <Tag state={visitDueOn < today ? 'late' : 'doing'}>
              {visitDueOn < today ? `晚了，${day(visitDueOn)}前就该去` : `${day(visitDueOn)}前`}
            </Tag>
          }
        />
      )}
      {visits.length === 0 && <Empty>还没有记过。</Empty>}
      {visits.slice(0, shown).map((one) => (
        <Row
          key={one.id}
          title={`${day(one.on)} ${one.by}，${VISIT_WAY_LABELS[one.way]}`}
          detail={
            <>
              {one.met !== '' && <View>{`见到：${one.met}`}</View>}
              {one.findings !== '' && <View>{one.findings}</View>}
              {one.problem !== '' && <View>{`难处：${one.problem}`}</View>}
              {one.solved !== '' && <View>{`当场解决：${one.solved}`}</View>}
              {one.photos > 0 && <View>{`照片 ${one.photos} 张，在案卷里`}</View>}
            </>
          }
          tag={
            <Tag state={TONES[one.result]}>
              {[FOLLOW_UP_RESULT_LABELS[one.result], one.newRisks.map((risk) => RISK_LABELS[risk]).join('、')]
                .filter(Boolean)
                .join('：')}
            </Tag>
          }
        />
      ))}
      {more}
    </Section>
  );
}

const TONES = {
  STABLE: 'ok',
  IMPROVING: 'ok',
  NEW_RISK: 'need',
  RELAPSE: 'late',
  UNREACHABLE: 'late',
  READY_TO_ELIMINATE: 'ok',
} as const;
