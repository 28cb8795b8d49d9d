import { localDate } from '@shared/calendar/dates';
import { day } from './format';

/** A code by which a family takes over its report, with the instant until which it holds. */
interface TakeOverCode {
  code: string;
  until: string;
}

/** Said and written in groups of four (ux.md 6). */
export const inFours = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');

/** What whoever gets it has to know: shown by the proxy and by the cadre, to be copied on a slip of paper. */
export const takeOverFacts = ({ code, until }: TakeOverCode): { key: string; value: string }[] => [
  { key: '接办码', value: inFours(code) },
  { key: '到哪天', value: `${day(localDate(until))}前用，只能用一次` },
  { key: '怎么接', value: '户主家里人打开“守望”，点“我家”，点“别人替我家报的”' },
  { key: '还要填', value: '户主的身份证号' },
];

/** The same to be listened to: digit by digit, so that it can be written down. */
export const takeOverSpoken = ({ code, until }: TakeOverCode): string =>
  `接办码是${[...code].join('，')}。${day(localDate(until))}前用，只能用一次。用的时候还要填户主的身份证号。`;
