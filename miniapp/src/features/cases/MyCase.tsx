import { useVillagePhone } from '@miniapp/features/account';
import { CARD_PAGE } from '@miniapp/features/card';
import { OUR_HELP_PAGE, usePaper } from '@miniapp/features/family';
import { call } from '@miniapp/platform/api';
import { back, go, useParams } from '@miniapp/platform/navigate';
import { callPhone, confirm, toast } from '@miniapp/platform/ui';
import { Bar, type BarProps } from '@miniapp/ui/Bar';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { type Step, type StepState, Steps } from '@miniapp/ui/Steps';
import { day } from '@shared/messages/format';
import {
  caseHint,
  caseReadAloud,
  caseTitle,
  daysLeftText,
  stepSentence,
  stepWhen,
} from '@shared/messages/household';
import { STEP_LABELS } from '@shared/messages/labels';
import { formatCaseNo } from '@shared/people/case-number';
import { AttentionNote } from './AttentionNote';
import { ConfirmReport } from './ConfirmReport';
import { type HouseholdCase, useCase } from './data';
import { NotIncluded } from './NotIncluded';
import { ASK_AGAIN_PAGE, GIVE_CODE_PAGE, RATE_PAGE, SENT_PAGE, SIGN_PAGE } from './pages';
import { Ended, Turns } from './Turns';
import { useReminder } from './useReminder';
import { useWithdrawal } from './useWithdrawal';

/** 04. What is missing, where it stands, who holds it, the eight steps, what was sent, the way out. */
export function MyCase() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = useCase(caseId);
  const phone = useVillagePhone();
  const reminder = useReminder(query.data, query.set, query.reload);
  return (
    <Page title="我家的申报" bar={footOf(query.data, reminder)}>
      {query.data === undefined && <Head title="我家的申报" />}
      <QueryView query={query} rows={5} phone={phone}>
        {(view) => <Standing view={view} onChange={query.set} onStale={query.reload} />}
      </QueryView>
    </Page>
  );
}

/** Bad news ends in a way on: 「请镇里再查一次」. While it runs: 催一催. */
function footOf(view: HouseholdCase | undefined, reminder: BarProps | undefined) {
  if (reminder !== undefined) return <Bar {...reminder} />;
  if (view === undefined || !view.allowed.includes('requestReview')) return undefined;
  return (
    <Bar
      primary={{ children: '请镇里再查一次', onTap: () => go(ASK_AGAIN_PAGE, { case: view.id }) }}
      second={{ children: '我知道了', onTap: () => back('family') }}
    />
  );
}

interface StandingProps {
  view: HouseholdCase;
  onChange: (view: HouseholdCase) => void;
  onStale: () => void;
}

function Standing({ view, onChange, onStale }: StandingProps) {
  const accepted = view.state !== 'SUBMITTED';
  const rejected = view.result.kind === 'REJECTED';
  const late = view.overdueDays > 0 && view.result.kind === 'NONE' && view.state !== 'SUPPLEMENT';
  const now = view.steps.find(({ status }) => status === 'LATE');
  const title = late && now ? `${STEP_LABELS[now.key]}，还没办完` : caseTitle(view);
  return (
    <>
      <ConfirmReport view={view} onChange={onChange} />
      <AttentionNote view={view} />
      <Head
        top={accepted ? `编号 ${formatCaseNo(view.caseNo)}` : '村里收下后，这里有编号'}
        title={title}
        hint={
          rejected ? `${view.headName}家 · ${caseHint(view)}。这件事只告诉您家，不公示。` : caseHint(view)
        }
        read={() => caseReadAloud(view)}
      />
      <Turns view={view} />
      <Ended view={view} onChange={onChange} onStale={onStale} />
      {view.result.kind === 'REJECTED' ? (
        <NotIncluded view={view} result={view.result} />
      ) : (
        <>
          <HolderRow view={view} />
          {view.result.kind === 'INCLUDED' && (
            <Section flush>
              <Row
                icon="book"
                title="帮扶明白卡"
                detail="帮了什么，一项一项看"
                onTap={() => go(CARD_PAGE, { case: view.id })}
              />
              <Row
                icon="hand"
                title="帮我家的"
                detail="谁在帮，帮什么，办到哪了"
                onTap={() => go(OUR_HELP_PAGE, { case: view.id })}
              />
            </Section>
          )}
          <PublicityRow view={view} />
          {!NO_STEPS.includes(view.result.kind) && (
            <Section title="一共 8 步">
              <Steps steps={stepsOf(view)} />
            </Section>
          )}
        </>
      )}
      <ReminderRow view={view} />
      <RateRow view={view} />
      <PapersRow view={view} />
      <WaysOut view={view} onChange={onChange} onStale={onStale} />
    </>
  );
}

/** Ends after which the steps go on nowhere, or under another number. */
const NO_STEPS: readonly HouseholdCase['result']['kind'][] = [
  'MERGED',
  'TRANSFERRED',
  'NOT_ACCEPTED',
  'EXPIRED',
  'REMOVED',
];

const STATES: Record<HouseholdCase['steps'][number]['status'], StepState> = {
  DONE: 'done',
  NOW: 'now',
  LATE: 'late',
  TODO: 'todo',
};

const DEFAULT_PUBLICITY_DAYS = 5;

function stepsOf(view: HouseholdCase): Step[] {
  const days = view.publicity?.days ?? DEFAULT_PUBLICITY_DAYS;
  return view.steps.map((step) => {
    const when = stepWhen(step, days);
    const late = step.status === 'LATE';
    return {
      name: STEP_LABELS[step.key],
      state: STATES[step.status],
      date: late && when !== '' ? `应 ${when}` : when,
      detail: late ? `晚了 ${view.overdueDays} 天。${stepSentence(step, view)}` : stepSentence(step, view),
    };
  });
}

function HolderRow({ view }: { view: HouseholdCase }) {
  const { contact, level } = view.holder;
  if (contact === null || view.result.kind !== 'NONE') return null;
  return (
    <Section flush>
      <Row
        icon="user"
        over={level === 'HOUSEHOLD' ? '等您补，有事问' : '现在谁在办'}
        title={[contact.office, contact.name].filter(Boolean).join(' ')}
        act="打电话"
        onTap={() => callPhone(contact.phone)}
      />
    </Section>
  );
}

function PublicityRow({ view }: { view: HouseholdCase }) {
  const { publicity } = view;
  if (publicity === null || publicity.daysLeft <= 0) return null;
  return (
    <Section>
      <Row
        icon="cal"
        title="看村里贴的公示"
        detail={`${daysLeftText(publicity.daysLeft)}，不写病情`}
        onTap={() => go('packages/notices/pages/notice', { notice: publicity.noticeId })}
      />
    </Section>
  );
}

/** What came of the family's last reminder. */
function ReminderRow({ view: { reminder } }: { view: HouseholdCase }) {
  if (reminder === null) return null;
  const { on, answerBy, answer } = reminder;
  return (
    <Section>
      {answer === null ? (
        <Row icon="hand" title={`${day(on)}催过了`} detail={`村里 ${day(answerBy)}前要答复您`} />
      ) : (
        <Row icon="hand" over={`${day(answer.on)} ${answer.name}答复您`} title={answer.note} />
      )}
    </Section>
  );
}

/** Once it has ended: how it was served. */
function RateRow({ view }: { view: HouseholdCase }) {
  if (!view.allowed.includes('rate') && view.rating === null) return null;
  return (
    <Section>
      <Row
        icon="star"
        title={view.rating === null ? '办得怎么样？评一评' : '您评过了，谢谢您'}
        detail={view.rating === null ? '点一颗星，说一句' : `${view.rating.stars} 颗星`}
        onTap={() => go(RATE_PAGE, { case: view.id })}
      />
    </Section>
  );
}

/** The papers that the family has a right to: they can be printed and shown at a counter. */
function PapersRow({ view }: { view: HouseholdCase }) {
  const paper = usePaper();
  const accepted = view.steps.some(({ key, status }) => key === 'ACCEPTED' && status === 'DONE');
  const refused = view.result.kind === 'REJECTED';
  if (!accepted && !refused) return null;
  const kind = refused ? 'REFUSAL' : 'RECEIPT';
  return (
    <Section>
      <Row
        icon="printer"
        title={refused ? '告知书，打印用' : '受理回执，打印用'}
        detail={paper.busy ? '正在取…' : refused ? '写着原因和怎么再查一次' : '写着编号和最晚哪天告诉您'}
        onTap={() => paper.open(() => call('applications.paper', { caseId: view.id, kind }))}
      />
    </Section>
  );
}

function WaysOut({ view, onChange, onStale }: StandingProps) {
  const withdrawal = useWithdrawal(view.id, onChange, onStale);
  const leave = async () => {
    const sure = await confirm({
      title: '撤回就不办了。您确定吗？',
      text: '村干部会打电话或上门，问一句是不是您的意思。',
      yes: '确定撤回',
      no: '不撤回',
      danger: true,
    });
    if (!sure) return;
    const error = await withdrawal();
    toast(error ?? '收到了。干部会来确认');
  };
  return (
    <Section>
      <Row
        icon="doc"
        title="看我交的内容"
        detail="填的话、照片"
        onTap={() => go(SENT_PAGE, { case: view.id })}
      />
      {view.adults.some(({ signed }) => signed !== null) && (
        <Row
          icon="pen"
          title="全家的签名"
          detail="看签的是什么，反悔在这里"
          onTap={() => go(SIGN_PAGE, { case: view.id })}
        />
      )}
      {view.allowed.includes('offerTakeOver') && (
        <Row
          icon="family"
          title="让户主自己接过去办"
          detail="给户主一个接办码"
          onTap={() => go(GIVE_CODE_PAGE, { case: view.id })}
        />
      )}
      {view.mayWithdraw && <Row icon="redo" title="撤回申报" onTap={leave} />}
    </Section>
  );
}
