/** What a family reads when its case leaves the straight path: what it means, and what comes next (domain.md 3.1). */
import type { NotAcceptedReason, ObjectionStage, ObjectionVerdict, ReturnTarget } from '@shared/casework';

/** What happens once more after a case was sent back, and why: never whose fault. */
export const RETURN_SENTENCES: Record<ReturnTarget, string> = {
  VERIFYING: '有的数要再核一核，干部再到家里看一次。',
  TRIAGE: '材料要再看一遍，不用您再交什么。',
  APPRAISAL: '村里再开一次会商量，不用您做什么。',
};

type End = 'MERGED' | 'TRANSFERRED' | 'REMOVED';

const END_SENTENCES: Record<End, readonly string[]> = {
  MERGED: [
    '您家已经有一件在办，两件合成一件。',
    '您说的话、拍的照片都带过去了，不用再报。',
    '是您家的，在“我家”里看那一件。',
  ],
  TRANSFERRED: ['您家的事归别的县办，已经转过去了。', '您填的都带过去了，不用再填。那边会找您。'],
  REMOVED: ['县里核过，报的情况和实际对不上。', '您家的话听过、记下来了，县里才定的。'],
};

/** How a case ended, in sentences. */
export const endSentences = (end: End): readonly string[] => END_SENTENCES[end];

const WAYS_OUT: Record<NotAcceptedReason, readonly string[]> = {
  OUT_OF_SCOPE: ['户口在城里的，找街道或者镇里的民政办。', '一时过不去，可以申请临时救助。'],
  TEST_DATA: ['家里真有难处，就再申报一次。'],
  SAME_FACTS: ['有了新的情况，随时可以再申报。'],
};

/** What a family can do whose report was not taken on. */
export const notAcceptedWayOut = (reason: NotAcceptedReason): readonly string[] => WAYS_OUT[reason];

/** How an objection ended, told to whoever made it: no fact of the family. */
export const OBJECTION_SENTENCES: Record<ObjectionVerdict, string> = {
  UPHELD: '您说得对，这一户重新看',
  PARTLY: '有一部分说得对，已经改了',
  NOT_UPHELD: '查过了，和您说的不一样',
  WITHDRAWN: '意见撤回了，不再查',
  PASSED_ON: '不归这里管，转给管的单位了',
};

/** How far an objection has come, to whoever holds its number. */
export const OBJECTION_STAGE_SENTENCES: Record<ObjectionStage, string> = {
  RECEIVED: '收到了，正在查',
  WITH_TOWN: '镇里正在查',
  LOOKED_INTO: '查过了，正在写答复',
  ANSWERED: '查清了，答复您了',
};

/** Who has it then. */
export const OBJECTION_HANDLER_SENTENCES: Record<ObjectionStage, string> = {
  RECEIVED: '换一个没参与过的人来查',
  WITH_TOWN: '不由村里查，由镇里的人来查',
  LOOKED_INTO: '写好就能在这里看',
  ANSWERED: '没参与过这件事的人查的',
};

/** Every sentence of this file: its tests read them all. */
export const TURN_SENTENCES: readonly string[] = [
  ...Object.values(RETURN_SENTENCES),
  ...Object.values(END_SENTENCES).flat(),
  ...Object.values(WAYS_OUT).flat(),
  ...Object.values(OBJECTION_SENTENCES),
  ...Object.values(OBJECTION_STAGE_SENTENCES),
  ...Object.values(OBJECTION_HANDLER_SENTENCES),
];
