/** What a change of rules would do to a story, in words for the staff of a county. */
import type { Band } from '@shared/assessment';
import type { Played, PlayedStep, StoryChange } from '@shared/rehearsal';
import { WARNING_LABELS } from './clues';
import { day, money } from './format';
import { PROFILE_STEPS } from './profile-fields';
import { sentence } from './reasons';
import { FLAG_LABELS } from './staff-labels';

const BAND_LABELS: Record<Band, string> = { BELOW: '线下', NEAR: '贴近线', ABOVE: '线上' };
const FIGURE_LABELS = { LINE: '收入线', NET: '人均收入', REFERENCE: '扣支出后人均' };
const LEVELS = { SOFT: '提醒', HARD: '严格' };

const DEED_LABELS: Partial<Record<NonNullable<Played['refused']>['deed'], string>> = {
  triage: '综合研判',
  meet: '评议会',
  post: '张贴公示',
  town: '镇级审核',
  county: '县级审定',
  sign: '核实签名',
};

const stepLabel = (step: PlayedStep) => PROFILE_STEPS[step];

/** One change of a story as one short sentence: 「入户核实：3月5日前 → 3月9日前」. */
export function storyChangeWords(change: StoryChange): string {
  switch (change.kind) {
    case 'DUE':
      return change.step === 'publicity'
        ? `公示到：${day(change.before)} → ${day(change.after)}`
        : `${stepLabel(change.step)}：${day(change.before)}前 → ${day(change.after)}前`;
    case 'DONE':
      return `${stepLabel(change.step)}最早：${day(change.before)} → ${day(change.after)}`;
    case 'LATE':
      return change.late ? `${stepLabel(change.step)}：会变成超期` : `${stepLabel(change.step)}：不再超期`;
    case 'CAP':
      return `总期限：${day(change.before)} → ${day(change.after)}`;
    case 'PUBLICITY':
      return `公示：${change.before} 天 → ${change.after} 天`;
    case 'LINE':
    case 'NET':
    case 'REFERENCE':
      return `${FIGURE_LABELS[change.kind]}：${money(change.before)} → ${money(change.after)}`;
    case 'BAND':
      return `${FIGURE_LABELS[change.figure]}：${BAND_LABELS[change.before]} → ${BAND_LABELS[change.after]}`;
    case 'PROMPT':
      return `提示“${WARNING_LABELS[change.rule]}”${change.appears ? '会出现' : '不再出现'}`;
    case 'DOSSIER':
      return change.needed ? '不纳入时要建专档' : '不纳入时不再建专档';
    case 'FLAG':
      return `${FLAG_LABELS[change.flag]}：${levelWords(change.before)} → ${levelWords(change.after)}`;
    case 'REFUSED':
      return `${deedLabel(change.refused)}办不下去：${refusedWords(change.refused)}`;
    case 'LET_THROUGH':
      return `${deedLabel(change.refused)}：原来办不下去，现在能办`;
  }
}

const levelWords = (level: 'HARD' | 'SOFT' | null) => (level === null ? '不看' : LEVELS[level]);

const lacksSignature = ({ state, missing, refusal }: NonNullable<Played['refused']>) =>
  state === 'VERIFYING' && missing > 0 && refusal.code === 'WRONG_STATE';

const deedLabel = (refused: NonNullable<Played['refused']>) =>
  lacksSignature(refused) ? '入户核实' : (DEED_LABELS[refused.deed] ?? '这一步');

function refusedWords(refused: NonNullable<Played['refused']>): string {
  if (lacksSignature(refused)) return `还差 ${refused.missing} 人签名`;
  return sentence(refused.refusal.code, refused.refusal.params).replace(/。$/, '');
}
