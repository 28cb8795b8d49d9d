import type { Input } from '@miniapp/platform/api';
import type { KeptVoice } from './kept-voice';

type Sent = Input<'applications.supplement'>['answers'][number];

/** What was done for one missing item so far. */
export interface Given {
  attachmentIds: string[];
  text: string;
  /** The same, spoken; it lies on the phone until it is handed in. */
  voice?: KeptVoice;
}

export type GivenByKey = Readonly<Record<string, Given>>;

export const NOTHING_GIVEN: Given = { attachmentIds: [], text: '' };

export const isGiven = ({ attachmentIds, text, voice }: Given): boolean =>
  attachmentIds.length > 0 || text.trim() !== '' || voice !== undefined;

/** What is sent for the items that something was done for. Items of an earlier round are left out. */
export function answersOf(missing: ReadonlyArray<{ key: string }>, given: GivenByKey): Sent[] {
  return missing.flatMap(({ key }) => {
    const one = given[key];
    if (one === undefined || !isGiven(one)) return [];
    return [{ key, attachmentIds: one.attachmentIds, text: one.text.trim(), askForHelp: false }];
  });
}

/** 「请村干部来帮我办」: for everything that is still missing, and for nothing that was asked for already. */
export function helpAnswers(missing: ReadonlyArray<{ key: string; helpAsked: boolean }>): Sent[] {
  return missing
    .filter(({ helpAsked }) => !helpAsked)
    .map(({ key }) => ({ key, attachmentIds: [], text: '', askForHelp: true }));
}
