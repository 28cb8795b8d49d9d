import { type LocalDate, localDate } from '@shared/calendar';
import type { RequestKind, RequestOutcome } from '@shared/casework';
import { OBJECTION_CHANNEL_LABELS, RETURN_LABELS, VERDICT_LABELS } from '@shared/messages';
import { PROBLEM_SOURCE_LABELS } from '@shared/messages/problems';
import { TICKET_OUTCOME_LABELS } from '@shared/messages/tickets';
import type { ProblemSource } from '@shared/problems';
import type { TicketOutcome } from '@shared/tickets';
import { type CaseRecord, dayOf, joined, type LedgerPlace, ledger, within } from './ledger';

/** What a family said that its village has to see to. */
export interface RequestRecord extends LedgerPlace {
  caseNo: string;
  headName: string;
  group: string;
  /** TICKET: a line of its money that did not come or is wrong. */
  kind: RequestKind | 'TICKET';
  text: string;
  askedOn: LocalDate;
  dueOn: LocalDate;
  outcome: RequestOutcome | TicketOutcome | null;
  answer: string;
  answeredBy: string;
  answeredOn: LocalDate | null;
}

/** What was found in notices before they hung, a month a row. */
export interface FindingRecord extends LedgerPlace {
  month: string;
  found: number;
  mended: number;
}

/** What inspection, audit, petitions, assessors or an office itself found. */
export interface FoundProblem extends LedgerPlace {
  family: string;
  source: ProblemSource;
  words: string;
  enteredOn: LocalDate;
  dueOn: LocalDate;
  claimedBy: string;
  mended: string;
  mendedOn: LocalDate | null;
  photos: number;
  closedBy: string;
  closedOn: LocalDate | null;
}

export type ProblemRecord =
  | { of: 'CASE'; record: CaseRecord }
  | { of: 'REQUEST'; record: RequestRecord }
  | { of: 'FOUND'; record: FoundProblem }
  | { of: 'FINDING'; record: FindingRecord };

interface Problem extends LedgerPlace {
  family: string;
  source: string;
  on: LocalDate;
  problem: string;
  claimed: string;
  mended: string;
  proof: string;
  closedOn: string;
}

const KINDS: Record<RequestRecord['kind'], string> = {
  CORRECTION: '农户说登记的不对',
  VISIT: '农户请再来看',
  POLICY: '农户请村里帮办',
  TICKET: '农户说补贴不对',
};
const OUTCOMES: Record<RequestOutcome | TicketOutcome, string> = {
  ...TICKET_OUTCOME_LABELS,
  CORRECTED: '改过来了',
  KEPT: '查过，没有改',
  VISIT: '约了上门',
  HELPED: '帮办了',
};

/** 10 问题整改台账 (domain.md 8.3): what anybody said is wrong, who took it on, and what was done. */
export const problems = ledger<ProblemRecord, Problem>({
  no: 10,
  name: '问题整改台账',
  about: '这段时间有人提出的、查出的问题，一个一行。',
  lines: (input, period) => {
    if (input.of === 'CASE') return ofCase(input.record).filter(({ on }) => within(on, period));
    if (input.of === 'REQUEST') return [ofRequest(input.record)];
    if (input.of === 'FOUND') return [ofFound(input.record)];
    return [ofFinding(input.record)];
  },
  columns: [
    { key: 'town', title: '乡镇', width: 14, from: 'region', of: ({ town }) => town },
    { key: 'village', title: '村', width: 16, from: 'region', of: ({ village }) => village },
    { key: 'family', title: '涉及的户', width: 24, from: 'the case', of: ({ family }) => family },
    { key: 'source', title: '来源', width: 22, from: 'kind of the record', of: ({ source }) => source },
    { key: 'on', title: '提出日期', width: 12, from: 'when it was said', of: ({ on }) => on },
    { key: 'problem', title: '问题', width: 46, from: 'what was said', of: ({ problem }) => problem },
    { key: 'claimed', title: '认领', width: 20, from: 'who looked into it', of: ({ claimed }) => claimed },
    { key: 'mended', title: '整改', width: 46, from: 'the answer', of: ({ mended }) => mended },
    { key: 'proof', title: '佐证', width: 16, from: 'photos of who looked', of: ({ proof }) => proof },
    {
      key: 'closedOn',
      title: '销号',
      width: 14,
      from: 'when it was answered',
      of: ({ closedOn }) => closedOn || '还没销号',
    },
  ],
});

const photos = (ids: readonly string[] | undefined): string =>
  ids === undefined || ids.length === 0 ? '' : `照片 ${ids.length} 张`;

/** Who objected stands nowhere: only whether a name was left. */
function ofCase({ town, village, view }: CaseRecord): Problem[] {
  const at = { town, village, family: `${view.caseNo} ${view.headName}` };
  return [
    ...view.objections.map((o) => ({
      ...at,
      source: `公示意见（${OBJECTION_CHANNEL_LABELS[o.channel]}）`,
      on: localDate(o.filedAt),
      problem: o.statement || '录音或照片',
      claimed: o.investigation?.actor.name ?? o.handedUp?.actor.name ?? '',
      mended: o.answer === null ? '' : joined([VERDICT_LABELS[o.answer.verdict], o.answer.answer]),
      proof: photos(o.investigation?.photoIds),
      closedOn: dayOf(o.answer?.at),
    })),
    ...view.returns.map(({ at: when, actor, returnTo, opinion }) => ({
      ...at,
      source: actor.role.startsWith('COUNTY') ? '县里退回' : '镇里退回',
      on: localDate(when),
      problem: opinion,
      claimed: view.verifiers.map(({ name }) => name).join('、'),
      mended: RETURN_LABELS[returnTo],
      proof: '',
      // Done again when the township has looked at it again.
      closedOn: dayOf(
        view.history.find(({ type, at: later }) => type === 'TownReviewed' && later > when)?.at,
      ),
    })),
    ...view.reminders.map(({ at: when, answer }) => ({
      ...at,
      source: '农户催办',
      on: localDate(when),
      problem: '到了日子还没有办',
      claimed: answer?.actor.name ?? '',
      mended: answer?.note ?? '',
      proof: '',
      closedOn: dayOf(answer?.at),
    })),
    ...view.falseStatementsDecided.map((said) => ({
      ...at,
      source: '说申报不实',
      on: localDate(said.at),
      problem: said.facts,
      claimed: said.decision.actor.name,
      mended: said.decision.opinion,
      proof: photos(said.attachmentIds),
      closedOn: dayOf(said.decision.at),
    })),
    ...(view.falseStatement === null
      ? []
      : [
          {
            ...at,
            source: '说申报不实',
            on: localDate(view.falseStatement.at),
            problem: view.falseStatement.facts,
            claimed: view.falseStatement.hearing?.actor.name ?? '',
            mended: '',
            proof: photos(view.falseStatement.attachmentIds),
            closedOn: '',
          },
        ]),
  ];
}

function ofRequest(asked: RequestRecord): Problem {
  const { town, village, caseNo, headName, kind, text, askedOn, outcome, answer, answeredBy, answeredOn } =
    asked;
  return {
    town,
    village,
    family: `${caseNo} ${headName}`,
    source: KINDS[kind],
    on: askedOn,
    problem: text,
    claimed: answeredBy,
    mended: outcome === null ? '' : joined([OUTCOMES[outcome], answer]),
    proof: '',
    closedOn: answeredOn ?? '',
  };
}

function ofFound(found: FoundProblem): Problem {
  const { town, village, family, source, words, enteredOn, dueOn, claimedBy, closedBy, closedOn } = found;
  return {
    ...{ town, village, family, problem: `${words}（${dueOn}前改好）`, on: enteredOn },
    source: PROBLEM_SOURCE_LABELS[source],
    claimed: claimedBy,
    mended: joined([found.mendedOn ?? '', found.mended]),
    proof: found.photos === 0 ? '' : `照片 ${found.photos} 张`,
    closedOn: closedOn === null ? '' : `${closedOn} ${closedBy}`,
  };
}

function ofFinding({ town, village, month, found, mended }: FindingRecord): Problem {
  return {
    town,
    village,
    family: '',
    source: '公示前检查',
    on: `${month}-01`,
    problem: `公示稿里有不该写的 ${found} 处`,
    claimed: '村委会',
    mended: `张贴前改了 ${mended} 处`,
    proof: '',
    closedOn: mended >= found ? month : '',
  };
}
