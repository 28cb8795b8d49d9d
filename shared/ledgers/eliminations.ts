import { localDate } from '@shared/calendar';
import type { Exit, Round } from '@shared/elimination';
import { EXIT_END_LABELS, PRECONDITION_LABELS } from '@shared/messages/elimination';
import { type CaseRecord, dayOf, FAMILY, joined, ledger, within } from './ledger';

/** A family with its way off the register. */
export interface ExitRecord extends CaseRecord {
  exit: Exit;
}

type Leaving = CaseRecord & { round: Round; exit: Exit };

const VERDICTS = { MET: '够', FAILED: '不够', UNKNOWN: '没查', WARN: '要留意' } as const;
const MODES = { BY_SUPPORT: '帮扶后消除', NATURAL: '自然消除' } as const;

/** 8 风险消除资料台账 (domain.md 8.3, 3.6): every proposal with its papers, off the list or back, whatever it came to. */
export const eliminations = ledger<ExitRecord, Leaving>({
  no: 8,
  name: '风险消除资料台账',
  about: '这段时间提议或标注消除风险、回退的家庭，一次一行。',
  lines: ({ exit, ...record }, period) =>
    [...exit.past, ...(exit.round === null ? [] : [exit.round])]
      .filter(({ proposed, ended }) =>
        [proposed.at, ended?.at].some((at) => at !== undefined && within(localDate(at), period)),
      )
      .map((round) => ({ ...record, round, exit })),
  columns: [
    ...FAMILY,
    {
      key: 'kind',
      title: '事项',
      width: 10,
      from: 'the proposal',
      of: ({ round }) => (round.kind === 'ROLLBACK' ? '回退' : '消除'),
    },
    {
      key: 'mode',
      title: '消除方式',
      width: 14,
      from: 'the proposal',
      of: ({ round }) => (round.mode === null ? '' : MODES[round.mode]),
    },
    {
      key: 'proposed',
      title: '提议日期',
      width: 12,
      from: 'proposed.at',
      of: ({ round }) => dayOf(round.proposed.at),
    },
    {
      key: 'verified',
      title: '核实表',
      width: 30,
      from: 'the visit with its signatures',
      of: ({ round: { verified, signatures } }) =>
        verified === null
          ? ''
          : `${dayOf(verified.at)} ${signatures.map(({ actor }) => actor.name).join('、')}`.trim(),
    },
    {
      key: 'checked',
      title: '达标指标',
      width: 60,
      from: 'the checklist as it was last looked at',
      of: ({ round }) =>
        joined(
          round.checked.map(({ code, verdict }) => `${PRECONDITION_LABELS[code]}：${VERDICTS[verdict]}`),
        ),
    },
    {
      key: 'family',
      title: '农户签字',
      width: 18,
      from: 'the family’s word at the visit',
      of: ({ round: { verified } }) =>
        verified === null ? '' : `${verified.family.signer}，${verified.family.agrees ? '同意' : '不同意'}`,
    },
    {
      key: 'appraisal',
      title: '评议',
      width: 24,
      from: 'the meeting',
      of: ({ round: { appraisal } }) =>
        appraisal === null
          ? ''
          : `${dayOf(appraisal.metAt)} ${appraisal.yes} 票同意，${appraisal.passed ? '通过' : '没通过'}`,
    },
    {
      key: 'publicity',
      title: '公示',
      width: 26,
      from: 'the notice',
      of: ({ round: { publicity } }) =>
        publicity === null ? '' : `${publicity.firstDay}到${publicity.lastDay}`,
    },
    {
      key: 'town',
      title: '乡镇审核',
      width: 24,
      from: 'the township’s word',
      of: ({ round }) => signedBy(round.town),
    },
    {
      key: 'county',
      title: '县级审定',
      width: 24,
      from: 'the county’s word',
      of: ({ round }) => signedBy(round.county),
    },
    {
      key: 'mark',
      title: '公告',
      width: 24,
      from: 'the mark',
      of: ({ round: { kind, ended }, exit: { mark } }) =>
        ended?.how === 'DONE'
          ? `${dayOf(ended.at)}${mark?.on === localDate(ended.at) && kind === 'ELIMINATION' ? `，看护到${mark.observeUntil}` : ''}`
          : '',
    },
    {
      key: 'ended',
      title: '结果',
      width: 22,
      from: 'how the proposal ended',
      of: ({ round: { kind, ended }, exit: { past } }) => {
        if (ended === null) return '还在办';
        const back =
          kind === 'ELIMINATION' && ended.how === 'DONE'
            ? past.find((one) => one.kind === 'ROLLBACK' && wasDoneAfter(one, ended.at))?.ended
            : undefined;
        return joined([EXIT_END_LABELS[ended.how], back ? `${dayOf(back.at)}收回` : '']);
      },
    },
  ],
});

const wasDoneAfter = ({ ended }: Round, at: string): boolean => ended?.how === 'DONE' && ended.at > at;

const signedBy = (signed: Round['town']): string =>
  signed === null ? '' : `${dayOf(signed.at)} ${signed.actor.name}：${signed.opinion}`;
