import type { ReasonCode } from '@shared/contract';

export type Params = Readonly<Record<string, string | number>>;
export type Sentence = string | ((params: Params) => string);

/** What is wrong with a name, an ID number, a phone: the sentences that a phone needs before anything is sent. */
export const PERSON_FIELDS = {
  NAME_EMPTY: '还没有写名字。',
  NAME_TOO_LONG: '名字太长了，最多 30 个字。',
  NAME_DIGITS: '名字里有数字，请只写名字。',
  NAME_EMOJI: '名字里有表情，请只写名字。',
  NAME_CHARS: '名字里有不是字的符号，请只写名字。',
  ID_LENGTH: ({ digits }) => `您填了 ${digits} 位，身份证号是 18 位。最后一位有时是字母 X，请再看一眼。`,
  ID_CHARS: '身份证号里只能有数字，最后一位可以是 X。请再看一眼。',
  ID_CHECKSUM: '这个号码对不上，可能有一位写错了。看一眼身份证，或者拍一张。',
  ID_DATE: '号码里的生日不对，可能有一位写错了。请再看一眼。',
  PHONE_LENGTH: ({ digits }) => `手机号是 11 位，您填了 ${digits} 位。没有手机也可以选“没有电话”。`,
  PHONE_CHARS: '手机号里只能有数字。没有手机也可以选“没有电话”。',
  PHONE_PREFIX: '这个不像手机号，请再看一眼。没有手机也可以选“没有电话”。',
} satisfies Partial<Record<ReasonCode, Sentence>>;

/** Takes what is wrong with the field, and its parameters; gives the Chinese sentence. */
export function personFieldSentence(reason: keyof typeof PERSON_FIELDS, params: Params = {}): string {
  const found: Sentence = PERSON_FIELDS[reason];
  return typeof found === 'string' ? found : found(params);
}
