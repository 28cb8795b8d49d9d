import type { Need, ReporterRelation } from '@shared/casework/codes';
import { PHRASE_LABELS, RELATION_LABELS, TROUBLE_LABELS } from '@shared/messages/labels';
import { checkIdNumber } from '@shared/people/id-number';
import { maskId, maskPhone } from '@shared/people/mask';
import type { Answers } from './answers';
import { troublesOf } from './report';

/** What the reporter is to the head of the family, in the family's own words. */
export const relationWord = (relation: ReporterRelation): string =>
  relation === 'SPOUSE' ? '爱人' : RELATION_LABELS[relation];

/** Why somebody else reports (domain.md 4.1). */
export const REASONS = ['写字不方便', '没有手机', '生病、行动不便', '在外地'] as const;
const BETWEEN = '；';
export const reasonsOf = (reason: string): string[] => (reason === '' ? [] : reason.split(BETWEEN));
export const reasonFrom = (reasons: readonly string[]): string => reasons.join(BETWEEN);

/** What may help, in the family's own words (domain.md 4.8). */
export const NEED_WORDS: Record<Need, string> = {
  MEDICAL_COST: '看病的钱',
  INSURANCE: '交医保',
  SCHOOL_COST: '上学的钱',
  HOUSE_REPAIR: '修房子',
  WATER: '吃水',
  JOB: '找活干',
  PUBLIC_POST: '公益岗位',
  TRAINING: '学手艺',
  CAPITAL: '种养的本钱',
  SEEDS: '种子化肥',
  SALES: '东西卖不掉',
  DIBAO: '低保、特困',
  EMERGENCY_AID: '一时的急用钱',
  DISABILITY_AID: '残疾补贴、轮椅',
  ELDER_CARE: '老人照顾',
  DISASTER_RECOVERY: '灾后重建',
  LEGAL: '讨工钱、讨赔偿',
  COUNSELLING: '心里难受、家里吵',
  OTHER: '别的',
};

export const needWords = ({ needs }: Answers): string => needs.map((need) => NEED_WORDS[need]).join('、');

export const villageWords = ({ village, group }: Answers): string =>
  [village?.name ?? '', group.replace('组', ' 组')].filter(Boolean).join(' ');

export function reporterWords({ who, relation, reporterName }: Answers): string {
  if (who === 'HEAD') return '户主自己报';
  return `${relation === null ? '' : relationWord(relation)}${reporterName.trim()}代报`;
}

export function idWords({ idNo, idLater }: Answers): string {
  const checked = checkIdNumber(idNo);
  return idLater || !checked.ok ? '干部上门时再看' : maskId(checked.id);
}

export const phoneWords = ({ phone, noPhone }: Answers): string =>
  noPhone ? '没有电话，网格员到家里告诉' : maskPhone(phone);

export const phraseWords = ({ phrases }: Answers): string =>
  phrases.map((phrase) => PHRASE_LABELS[phrase]).join('；');

/** 「录音 18 秒」, or nothing. */
export const voiceWords = ({ voice }: Answers): string => (voice === null ? '' : `录音 ${voice.seconds} 秒`);

export const troubleWords = (answers: Answers): string[] =>
  troublesOf(answers).map((trouble) => TROUBLE_LABELS[trouble]);

/** Everything that was answered, as it is read aloud on 02-f. ID number and phone are not shouted over the yard. */
export function checkReadAloud(answers: Answers): string {
  const said = [voiceWords(answers), phraseWords(answers).replaceAll('；', '，'), answers.text.trim()]
    .filter(Boolean)
    .join('，');
  const photos = answers.photos.length === 0 ? '没有照片' : `照片 ${answers.photos.length} 张`;
  return [
    '看一遍，对了就交。',
    `村子，${villageWords(answers)}。`,
    `${reporterWords(answers)}。`,
    `户主，${answers.headName.trim()}。`,
    `什么事，${said}。`,
    `最难的，${troubleWords(answers).join('，')}。`,
    `${photos}。`,
    '对了，就点最下面的，交给村里。',
  ].join('');
}
