import type { State } from '@miniapp/ui/Tag';
import { localDate } from '@shared/calendar/dates';
import type { StaffCaseView } from '@shared/casework';
import { AGAIN_FACTS, type AgainFact } from '@shared/casework/codes';
import {
  AGAIN_LABELS,
  DELIVERY_LABELS,
  day,
  fullDay,
  LATE_SENTENCES,
  money,
  NOT_ACCEPTED_LABELS,
  OBJECTION_CHANNEL_LABELS,
  RELATION_LABELS,
  RETURN_LABELS,
  REVIEW_OUTCOME_LABELS,
  ROLE_LABELS,
  SATISFACTION_LABELS,
  SUPPLEMENT_LABELS,
  VERDICT_LABELS,
} from '@shared/messages';
import { formatCaseNo } from '@shared/people';
import { moment } from './facts';

/** One fact of a branch: a key and words, with photos under them. */
export interface BranchFact {
  id: string;
  key: string;
  value: string;
  photoIds?: readonly string[];
  /** The same as it was spoken. */
  voiceId?: string;
  /** Another case, to open. */
  caseId?: string;
  /** Whose maker this reader may ask for, with a reason. */
  objectionId?: string;
}

/** What happened beside the straight path, as a part of the case page. */
export interface Branch {
  id:
    | 'late'
    | 'kin'
    | 'green'
    | 'double'
    | 'moves'
    | 'assists'
    | 'secondReturn'
    | 'returns'
    | 'siteChecks'
    | 'objections'
    | 'notAccepted'
    | 'delivery'
    | 'review'
    | 'falseStatement'
    | 'falseStatementDecided'
    | 'removal'
    | 'previous'
    | 'carried';
  title: string;
  /** How it stands, with its colour. */
  tag?: { state: State; text: string };
  facts: BranchFact[];
}

type Made = (view: StaffCaseView) => Branch | null;

const signed = ({ actor, at }: { actor: { name: string }; at: string }) => `${actor.name}，${moment(at)}`;
const dayOf = (at: string) => day(localDate(at));

/** What is getting late or is late, and who has been told; nothing is decided by it (domain.md 3.0). */
const late: Made = ({ escalations, today }) => {
  if (escalations.length === 0) return null;
  const red = escalations.some(({ severity }) => severity === 'RED');
  return {
    id: 'late',
    title: '期限',
    tag: red ? { state: 'late', text: '有晚了的' } : { state: 'need', text: '快到期' },
    facts: escalations.map(({ what, dueOn, tell, severity }) => ({
      id: what,
      key: ESCALATED[what] ?? '这一步',
      value: [
        severity === 'RED' && dueOn < today ? `应该 ${day(dueOn)}前，晚了` : `${day(dueOn)}前`,
        `提醒${[...new Set(tell.map((role) => ROLE_LABELS[role]))].join('、')}`,
      ].join('；'),
    })),
  };
};

const ESCALATED: Readonly<Record<string, string>> = {
  cap: '全部办完',
  accept: '受理',
  verify: '入户核实',
  dataCheck: '信息比对',
  triage: '综合研判',
  propose_reject: '镇里确认',
  appraisal: '村里评议',
  publicity: '公示',
  town: '镇级审核',
  county: '县级审定',
  announce: '公告',
  supplement: '农户补材料',
  objection: '答复意见',
  review: '答复复核',
  refusalNotice: '送告知书',
  assist: '外村协查',
  helpPapers: '补急救手续',
};

const kin: Made = ({ kin: relatives }) =>
  relatives.length === 0
    ? null
    : {
        id: 'kin',
        title: '回避',
        facts: relatives.map((one) => ({
          id: one.personId,
          key: one.name,
          value: `${one.relation}，${dayOf(one.at)}登记，不办这一家`,
        })),
      };

const green: Made = ({ greenChannel, measures }) => {
  if (greenChannel === null) return null;
  const first = measures.filter(({ emergency }) => emergency === true);
  const missing = first.filter(({ papersDueOn }) => papersDueOn !== null).length;
  return {
    id: 'green',
    title: '绿色通道',
    tag:
      missing > 0 ? { state: 'need', text: `${missing} 项手续要补` } : { state: 'doing', text: '先帮后补' },
    facts: [
      { id: 'why', key: '为什么', value: `${greenChannel.reason}（${signed(greenChannel)}）` },
      ...first.map((measure) => ({
        id: `${measure.at}-${measure.name}`,
        key: '先帮的',
        value: [
          measure.name,
          measure.amountFen === null ? '' : money(measure.amountFen),
          day(measure.on),
          measure.papersDueOn === null
            ? measure.papersAt === null
              ? ''
              : `${dayOf(measure.papersAt)}手续补好`
            : `${fullDay(measure.papersDueOn)}前补手续`,
        ]
          .filter(Boolean)
          .join('，'),
      })),
      ...(first.length === 0 ? [{ id: 'none', key: '先帮的', value: '还没登记。帮了就登记' }] : []),
    ],
  };
};

const double: Made = ({ duplicate, merged, takenIn }) => {
  if (!duplicate && merged === null && takenIn.length === 0) return null;
  return {
    id: 'double',
    title: '同一家的申报',
    tag: duplicate && merged === null ? { state: 'need', text: '要定并不并' } : undefined,
    facts: [
      ...(merged !== null
        ? [
            {
              id: 'merged',
              key: '并到了',
              value: `编号 ${formatCaseNo(merged.intoCaseNo)}，${merged.opinion}（${signed(merged)}）`,
            },
          ]
        : duplicate
          ? [{ id: 'open', key: '查到', value: '这家另有一件在办，身份证号一样' }]
          : []),
      ...takenIn.map((report) => ({
        id: report.caseId,
        key: '并进来的',
        value: [
          `编号 ${formatCaseNo(report.caseNo)}`,
          report.reporter.relation === 'SELF'
            ? '户主本人报的'
            : `${report.reporter.name}（${RELATION_LABELS[report.reporter.relation]}）报的`,
          report.difficulty.text === '' ? '' : `“${report.difficulty.text}”`,
        ]
          .filter(Boolean)
          .join('，'),
        photoIds: report.photoIds,
      })),
    ],
  };
};

const moves: Made = ({ transfers }) =>
  transfers.length === 0
    ? null
    : {
        id: 'moves',
        title: '转办',
        facts: transfers.map((move) => ({
          id: move.at,
          key: dayOf(move.at),
          value: `${move.opinion}（${signed(move)}）`,
        })),
      };

const assists: Made = ({ assists: asked, today }) => {
  if (asked.length === 0) return null;
  const waiting = asked.filter(({ answer }) => answer === null);
  const over = waiting.some(({ dueOn }) => dueOn < today);
  return {
    id: 'assists',
    title: '外村协查',
    tag:
      waiting.length === 0
        ? { state: 'ok', text: '都答复了' }
        : over
          ? { state: 'late', text: '晚了，没答复' }
          : { state: 'doing', text: '等答复' },
    facts: asked.flatMap((one) => [
      { id: `${one.id}-q`, key: '问', value: `${one.question}（${signed(one)}）` },
      one.answer === null
        ? { id: `${one.id}-a`, key: '答', value: `还没答复，${day(one.dueOn)}前要答` }
        : {
            id: `${one.id}-a`,
            key: '答',
            value: `${one.answer.facts}（${one.answer.by.office}${one.answer.by.name}，${moment(one.answer.at)}）`,
            photoIds: one.answer.photoIds,
          },
    ]),
  };
};

const secondReturn: Made = ({ secondReturn: wanted }) =>
  wanted === null
    ? null
    : {
        id: 'secondReturn',
        title: '想再退回一次',
        tag: { state: 'need', text: '等镇领导看' },
        facts: [
          { id: 'why', key: '为什么', value: `${wanted.reason}（${signed(wanted)}）` },
          ...wanted.items.map((item) => ({
            id: item.key,
            key: SUPPLEMENT_LABELS[item.kind],
            value: `${item.what}。${item.why}`,
          })),
        ],
      };

const returns: Made = ({ returns: sent }) =>
  sent.length === 0
    ? null
    : {
        id: 'returns',
        title: '退回重办',
        facts: sent.map((one) => ({
          id: one.at,
          key: `回到${RETURN_LABELS[one.returnTo]}`,
          value: `${one.opinion}（${signed(one)}）`,
        })),
      };

const siteChecks: Made = ({ siteChecks: checks }) =>
  checks.length === 0
    ? null
    : {
        id: 'siteChecks',
        title: '镇里实地复查',
        facts: checks.map((one) => ({
          id: one.at,
          key: day(one.visitedOn),
          value: `${one.opinion}（${signed(one)}）`,
          photoIds: one.photoIds,
        })),
      };

/** Who objected, as far as it is said without a reason. */
export const objectorWords = ({
  anonymous,
}: Pick<StaffCaseView['objections'][number], 'anonymous'>): string =>
  anonymous ? '没有留名字' : '留了名字，保密';

const objections: Made = ({ objections: made }) => {
  if (made.length === 0) return null;
  const open = made.filter(({ answer }) => answer === null).length;
  return {
    id: 'objections',
    title: '村民的意见',
    tag: open === 0 ? { state: 'ok', text: '都答复了' } : { state: 'need', text: `${open} 条等答复` },
    facts: made.flatMap((one) => [
      {
        id: `${one.id}-s`,
        key: `${dayOf(one.filedAt)}收到`,
        value: `${one.statement === '' ? '' : `“${one.statement}”，`}${OBJECTION_CHANNEL_LABELS[one.channel]}${one.aboutCadre ? '，说到村干部，镇里查' : ''}`,
        photoIds: one.photoIds,
        ...(one.voiceId && { voiceId: one.voiceId }),
      },
      ...(one.handedUp === null
        ? []
        : [
            {
              id: `${one.id}-u`,
              key: '交给镇里查',
              value: `${one.handedUp.reason}（${signed(one.handedUp)}）`,
            },
          ]),
      {
        id: `${one.id}-w`,
        key: '谁提的',
        value: objectorWords(one),
        ...(!one.anonymous && one.handles && { objectionId: one.id }),
      },
      one.investigation === null
        ? { id: `${one.id}-i`, key: '调查', value: '还没有记' }
        : {
            id: `${one.id}-i`,
            key: '调查',
            value: `${one.investigation.record}（${signed(one.investigation)}）`,
            photoIds: one.investigation.photoIds,
          },
      ...(one.answer === null
        ? []
        : [
            {
              id: `${one.id}-a`,
              key: VERDICT_LABELS[one.answer.verdict],
              value: `“${one.answer.answer}”${one.answer.passedTo ? `，转给${one.answer.passedTo}` : ''}（${signed(one.answer)}）${one.answer.factsChanged ? '，内容变了，重新办' : ''}`,
            },
            ...(one.answer.note ? [{ id: `${one.id}-n`, key: '内部说明', value: one.answer.note }] : []),
            ...(one.told === null
              ? []
              : [
                  {
                    id: `${one.id}-t`,
                    key: '告诉他了',
                    value: `${DELIVERY_LABELS[one.told.how]}（${signed(one.told)}）`,
                  },
                ]),
            ...(one.rating === null
              ? []
              : [{ id: `${one.id}-r`, key: '他的评价', value: SATISFACTION_LABELS[one.rating.satisfied] }]),
          ]),
    ]),
  };
};

const notAccepted: Made = ({ notAccepted: refused, delivery }) =>
  refused === null
    ? null
    : {
        id: 'notAccepted',
        title: '不予受理',
        facts: [
          { id: 'why', key: '原因', value: NOT_ACCEPTED_LABELS[refused.reasonCode] },
          { id: 'opinion', key: '意见', value: `${refused.opinion}（${signed(refused)}）` },
          ...(refused.previousCaseNo === null
            ? []
            : [{ id: 'before', key: '上次的', value: `编号 ${formatCaseNo(refused.previousCaseNo)}` }]),
          ...(delivery === null
            ? [{ id: 'notice', key: '告知', value: `${fullDay(refused.noticeDueOn)}前告诉农户` }]
            : []),
        ],
      };

const delivered: Made = ({ delivery, rejection, today, state }) => {
  if (delivery !== null)
    return {
      id: 'delivery',
      title: '告知书',
      tag: { state: 'ok', text: '送到了' },
      facts: [
        {
          id: 'how',
          key: '怎么送的',
          value: `${fullDay(delivery.on)}${DELIVERY_LABELS[delivery.how]}，${delivery.receivedBy}收的（${delivery.actor.name}登记）`,
          photoIds: delivery.photoId === null ? [] : [delivery.photoId],
        },
        ...(delivery.note === '' ? [] : [{ id: 'note', key: '说明', value: delivery.note }]),
      ],
    };
  if (rejection === null || state === 'REVIEW') return null;
  const over = rejection.noticeDueOn < today;
  return {
    id: 'delivery',
    title: '告知书',
    tag: over ? { state: 'late', text: '晚了，还没送' } : { state: 'need', text: '还没送到' },
    facts: [{ id: 'due', key: '期限', value: `${fullDay(rejection.noticeDueOn)}前送到农户手里` }],
  };
};

const review: Made = ({ review: asked, state }) => {
  if (asked === null) return null;
  const { answer } = asked;
  return {
    id: 'review',
    title: '复核',
    tag:
      answer !== null
        ? { state: 'ok', text: REVIEW_OUTCOME_LABELS[answer.outcome] }
        : state === 'REVIEW'
          ? { state: 'doing', text: '正在复核' }
          : undefined,
    facts: [
      {
        id: 'why',
        key: '农户说',
        value: `“${asked.reason}”（${moment(asked.requestedAt)}）`,
        photoIds: asked.attachmentIds,
        ...(asked.voiceId && { voiceId: asked.voiceId }),
      },
      {
        id: 'who',
        key: '复核人',
        value: asked.verifiers.length === 0 ? '还没有定' : asked.verifiers.map(({ name }) => name).join('、'),
      },
      ...asked.findings.map((finding) => ({
        id: finding.actor.personId,
        key: finding.actor.name,
        value: `${day(finding.visitedOn)}去看：${finding.finding}`,
        photoIds: finding.photoIds,
      })),
      ...(answer === null
        ? []
        : [{ id: 'answer', key: '镇里答复', value: `${answer.opinion}（${signed(answer)}）` }]),
    ],
  };
};

type Reproach = StaffCaseView['falseStatementsDecided'][number];

/** What is held against the family, and what it says to that: told to a cadre, and in its own words. */
const reproachFacts = (said: Omit<Reproach, 'decision'>): BranchFact[] => [
  {
    id: 'facts',
    key: '说的',
    value: `${said.facts}（${signed(said)}）`,
    photoIds: said.attachmentIds,
  },
  said.hearing === null
    ? { id: 'hearing', key: '农户的话', value: '还没有听' }
    : {
        id: 'hearing',
        key: '农户的话',
        value: `“${said.hearing.statement}”（${signed(said.hearing)}）`,
        photoIds: said.hearing.photoIds,
      },
  ...said.ownWords.map((own, index) => ({
    id: `own${index}`,
    key: '农户自己说',
    value: `${own.text === '' ? '没有写字' : `“${own.text}”`}（${signed(own)}）`,
    photoIds: own.photoIds,
    ...(own.voiceId !== null && { voiceId: own.voiceId }),
  })),
];

const falseStatement: Made = ({ falseStatement: said }) =>
  said === null
    ? null
    : {
        id: 'falseStatement',
        title: '有人说申报不实',
        tag: { state: 'late', text: '先停下' },
        facts: reproachFacts(said),
      };

/** The last one that is decided: the decision beside what the family said. */
const falseStatementDecided: Made = ({ falseStatementsDecided }) => {
  const last = falseStatementsDecided.at(-1);
  if (last === undefined) return null;
  const { decision } = last;
  const read = decision.wordsRead ? '，农户自己的话看过了' : '';
  return {
    id: 'falseStatementDecided',
    title: '申报实不实，定过了',
    tag: decision.confirmed ? { state: 'late', text: '是不实的' } : { state: 'ok', text: '是实的' },
    facts: [
      ...reproachFacts(last),
      { id: 'decision', key: '县里定的', value: `${decision.opinion}（${signed(decision)}${read}）` },
    ],
  };
};

const removal: Made = ({ removal: removed }) =>
  removed === null
    ? null
    : {
        id: 'removal',
        title: '清退',
        tag: { state: 'off', text: '已清退' },
        facts: [{ id: 'why', key: '为什么', value: `${removed.opinion}（${signed(removed)}）` }],
      };

/** What the family looked at and left as it was, and what it told anew. */
function keptFacts(kept: readonly AgainFact[]): BranchFact[] {
  const names = (facts: readonly AgainFact[]) => facts.map((fact) => AGAIN_LABELS[fact]).join('、') || '没有';
  return [
    { id: 'kept', key: '和上次一样', value: `${names(kept)}（农户逐样看过）` },
    { id: 'new', key: '这次新说的', value: names(AGAIN_FACTS.filter((fact) => !kept.includes(fact))) },
    { id: 'consent', key: '上次的签名', value: '不算数，要重新签' },
  ];
}

const previous: Made = ({ previous: before }) =>
  before === null
    ? null
    : {
        id: 'previous',
        title: '以前办过',
        facts: [
          {
            id: 'case',
            key: '编号',
            caseId: before.caseId,
            value: `${formatCaseNo(before.caseNo)}${before.entries > 0 ? `，以前列入过 ${before.entries} 次` : ''}`,
          },
          ...(before.kept === undefined ? [] : keptFacts(before.kept)),
          {
            id: 'members',
            key: '那时家里',
            value:
              before.members.length === 0 ? '没有登记' : before.members.map(({ name }) => name).join('、'),
          },
        ],
      };

const carried: Made = ({ carried: lines }) =>
  lines.length === 0
    ? null
    : {
        id: 'carried',
        title: '外县转来以前',
        facts: lines.map((line) => ({
          id: `${line.at}-${line.type}`,
          key: dayOf(line.at),
          value: `${line.actorName}办过一步`,
        })),
      };

const MAKERS: readonly Made[] = [
  late,
  falseStatement,
  falseStatementDecided,
  removal,
  secondReturn,
  objections,
  review,
  delivered,
  notAccepted,
  green,
  double,
  kin,
  assists,
  returns,
  siteChecks,
  moves,
  previous,
  carried,
];

/** Everything of a case beside the straight path, what is pressing first; nothing that has not happened. */
export function branchesOf(view: StaffCaseView): Branch[] {
  return MAKERS.flatMap((make) => make(view) ?? []);
}

/** 「农户看到：3月5日前开会商量」: the date and the words that the family itself reads. */
export function familyLine({
  familyReads,
  clock,
  state,
  dueOn,
  publicity,
}: Pick<StaffCaseView, 'familyReads' | 'clock' | 'state' | 'dueOn' | 'publicity'>): string {
  const result = `最晚 ${day(clock.capDueOn)}告诉结果`;
  if (state === 'OBJECTION') return '农户看到：查意见的这几天，不算进办理的天数';
  if (state === 'REVIEW') return dueOn === null ? '' : `农户看到：${day(dueOn)}前镇里给答复`;
  if (familyReads === null) return '';
  if (state === 'PUBLICITY' && publicity !== null)
    return `农户看到：公示到${day(publicity.lastDay)}，${result}`;
  const { step, dueOn: on } = familyReads;
  return step === 'RESULT'
    ? `农户看到：${result}`
    : `农户看到：${day(on)}前${LATE_SENTENCES[step]}，${result}`;
}

/** What a line of the history did, beyond its name: where to, who, by when. */
export function historyFact(view: StaffCaseView, type: string, at: string): string {
  switch (type) {
    case 'CaseReturned': {
      const sent = view.returns.find((one) => one.at === at);
      return sent === undefined ? '' : `回到${RETURN_LABELS[sent.returnTo]}`;
    }
    case 'ReviewAnswered':
      return view.review?.answer?.at === at ? REVIEW_OUTCOME_LABELS[view.review.answer.outcome] : '';
    case 'ReviewersAssigned':
      return view.review === null ? '' : view.review.verifiers.map(({ name }) => name).join('、');
    case 'ObjectionFiled': {
      const made = view.objections.find((one) => one.filedAt === at);
      return made === undefined ? '' : OBJECTION_CHANNEL_LABELS[made.channel];
    }
    case 'ObjectionAnswered': {
      const answered = view.objections.find((one) => one.answer?.at === at);
      return answered?.answer ? `意见${VERDICT_LABELS[answered.answer.verdict]}` : '';
    }
    case 'RefusalDelivered':
      return view.delivery?.at === at
        ? `${DELIVERY_LABELS[view.delivery.how]}，${view.delivery.receivedBy}收的`
        : '';
    case 'AssistRequested': {
      const one = view.assists.find((asked) => asked.at === at);
      return one === undefined ? '' : `${day(one.dueOn)}前答复`;
    }
    case 'KinshipDeclared': {
      const one = view.kin.find((relative) => relative.at === at);
      return one === undefined ? '' : `${one.name}，${one.relation}`;
    }
    case 'CaseNotAccepted':
      return view.notAccepted?.at === at ? NOT_ACCEPTED_LABELS[view.notAccepted.reasonCode] : '';
    case 'CaseMerged':
      return view.merged?.at === at ? `编号 ${formatCaseNo(view.merged.intoCaseNo)}` : '';
    case 'GreenChannelOpened':
      return view.greenChannel?.at === at ? view.greenChannel.reason : '';
    case 'SupplementRequested': {
      const round = view.supplements.find(({ requestedAt }) => requestedAt === at);
      return round === undefined ? '' : round.items.map(({ what }) => what).join('、');
    }
    case 'PapersCalledFor': {
      const call = view.supplements.flatMap(({ reminders }) => reminders).find((one) => one.at === at);
      return call === undefined ? '' : [DELIVERY_LABELS[call.how], call.note].filter(Boolean).join('，');
    }
    case 'MeasureRecorded':
      return view.measures.find((measure) => measure.at === at)?.name ?? '';
    default:
      return '';
  }
}
