import type { LocalDate } from '@shared/calendar';
import { halfWidth } from '@shared/people';
import { CATALOGUE } from '@shared/policies';
import { cellDate, cellFen, cellIdNo, remembered } from '@shared/tables';

/** A line of a payer's file, as it was read. */
export interface PaymentRow {
  idNo: string;
  name: string;
  item: string;
  period: string;
  amount: string;
  paidOn: string;
  card: string;
  quantity: string;
  note: string;
  /** The payer's own number of the payment, where there is one. */
  serial: string;
  town: string;
  village: string;
}

export interface ReadPayment {
  idNo: string;
  name: string;
  item: string;
  /** Code of the policy, where the item is known by name. */
  policy: string | null;
  period: string;
  fen: number;
  paidOn: LocalDate;
  /** Last four digits, '' when none were said: nothing more of a card is ever kept (domain.md 6.3). */
  cardTail: string;
  quantity: string;
  note: string;
  serial: string;
}

export type PaymentRowFault =
  | 'ID_DIGITS_LOST'
  | 'ID_NOT_VALID'
  | 'PAYMENT_ID_MISSING'
  | 'PAYMENT_NAME_MISSING'
  | 'PAYMENT_ITEM_MISSING'
  | 'AMOUNT_WRONG'
  | 'PAYMENT_NEGATIVE'
  | 'PAYMENT_ZERO'
  | 'PAYMENT_HUGE'
  | 'PAYMENT_DATE_WRONG'
  | 'PAYMENT_IN_FUTURE';

export type PaymentRead = { ok: true; payment: ReadPayment } | { ok: false; fault: PaymentRowFault };

/** A single payment to one person above a million yuan is a slip of the keyboard, not a subsidy. */
const HUGE_FEN = 1_000_000_00;
const EARLIEST = '2010-01-01';
/** What has one form only, as nearly every cell does. */
const ONE_FORM = /^[\x20-\x7e\u4e00-\u9fa5]*$/;
const normal = (text: string): string => (ONE_FORM.test(text) ? text : text.normalize('NFKC'));
const most = (text: string, length: number): string =>
  text === '' ? '' : normal(text).trim().slice(0, length);

// A file says the same few days, sums, items and periods in all its thousands of rows.
const dateOf = remembered(cellDate);
const fenOf = remembered(cellFen);
const itemOf = remembered((text) => {
  const item = most(text, 40);
  return { item, policy: policyOfItem(item) };
});

const refused = (fault: PaymentRowFault): PaymentRead => ({ ok: false, fault });

/**
 * One line of a payer's file (domain.md 7.1); `lost` when a spreadsheet dropped digits of the ID number. What does not fit
 * is named, never guessed or rounded.
 */
export function readPayment(row: PaymentRow, lost: boolean, today: LocalDate): PaymentRead {
  if (lost) return refused('ID_DIGITS_LOST');
  const id = cellIdNo(row.idNo);
  if (!id.ok) return refused(id.reason === 'LOST' ? 'ID_DIGITS_LOST' : 'ID_NOT_VALID');
  if (id.value === null) return refused('PAYMENT_ID_MISSING');
  if (row.name.trim() === '') return refused('PAYMENT_NAME_MISSING');
  const { item, policy } = itemOf(row.item);
  if (item === '') return refused('PAYMENT_ITEM_MISSING');
  const amount = fenOf(row.amount);
  if (!amount.ok)
    return refused(/^[-−(（]/.test(halfWidth(row.amount).trim()) ? 'PAYMENT_NEGATIVE' : 'AMOUNT_WRONG');
  if (amount.value === null) return refused('AMOUNT_WRONG');
  if (amount.value === 0) return refused('PAYMENT_ZERO');
  if (amount.value > HUGE_FEN) return refused('PAYMENT_HUGE');
  const paid = dateOf(row.paidOn);
  if (!paid.ok || paid.value === null || paid.value < EARLIEST) return refused('PAYMENT_DATE_WRONG');
  if (paid.value > today) return refused('PAYMENT_IN_FUTURE');
  return {
    ok: true,
    payment: {
      // A card of the disabled begins with the ID number of its owner.
      idNo: id.value.slice(0, 18),
      name: most(row.name, 30),
      item,
      policy,
      period: most(row.period, 20),
      fen: amount.value,
      paidOn: paid.value,
      cardTail: tailOf(row.card),
      quantity: most(row.quantity, 20),
      note: most(row.note, 100),
      serial: most(row.serial, 40),
    },
  };
}

const CARD_TAIL = 4;
const tailOf = (card: string): string =>
  (/^\d*$/.test(card) ? card : halfWidth(card).replace(/\D/g, '')).slice(-CARD_TAIL);

const idOf = (text: string): string =>
  /^\d{17}[\dX]$/.test(text) ? text : halfWidth(text).replace(/\s/g, '').toUpperCase().slice(0, 18);

/**
 * By which two lines are one payment: the payer's own number where there is one, else everything that was said of it.
 * An empty text when a line says too little to be compared.
 */
export function samePayment(row: PaymentRow): string {
  const id = idOf(row.idNo);
  if (id === '') return '';
  const serial = most(row.serial, 40);
  if (serial !== '') return `${id} # ${serial}`;
  const amount = fenOf(row.amount);
  const paid = dateOf(row.paidOn);
  const fen = amount.ok ? String(amount.value) : plain(row.amount);
  const day = paid.ok ? String(paid.value) : plain(row.paidOn);
  return `${id} ${plain(row.item)} ${plain(row.period)} ${fen} ${day} ${tailOf(row.card)} ${plain(row.quantity)}`;
}

const MARKS = /[\s（）()【】《》、，,]/;
const ALL_MARKS = new RegExp(MARKS, 'g');
const plain = remembered((text) => {
  const one = normal(text);
  return MARKS.test(one) ? one.replace(ALL_MARKS, '') : one;
});

/** Other names under which offices write policies of the catalogue. */
const ALSO: Record<string, string> = {
  低保金: 'NET-01',
  农村低保金: 'NET-01',
  最低生活保障金: 'NET-01',
  特困供养金: 'NET-02',
  临时救助金: 'NET-04',
  医疗救助金: 'HEA-03',
  耕地地力补贴: 'LAN-01',
  地力补贴: 'LAN-01',
  玉米大豆生产者补贴: 'LAN-02',
  稻谷补贴: 'LAN-02',
  草原生态补助奖励: 'NAT-01',
  草原补奖: 'NAT-01',
  退耕还林补贴: 'NAT-02',
  公益林补助: 'NAT-03',
  雨露计划补助: 'EDU-07',
  交通补助: 'JOB-01',
  务工交通补助: 'JOB-01',
  外出务工一次性交通补助: 'JOB-01',
  公益岗补贴: 'JOB-02',
  公益性岗位补贴: 'JOB-02',
  护林员工资: 'JOB-03',
  产业奖补: 'IND-01',
  残疾人生活补贴: 'DIS-01',
  残疾人护理补贴: 'DIS-02',
  孤儿生活费: 'CHI-01',
  高龄补贴: 'OLD-01',
  基础养老金: 'OLD-03',
  养老金: 'OLD-03',
  计生奖扶: 'FAM-01',
  危房改造补助: 'HOU-01',
};

const BY_NAME = new Map([
  ...CATALOGUE.flatMap(({ code, name }) => [[plain(name), code] as const, [code, code] as const]),
  ...Object.entries(ALSO),
]);

/** The policy that an item means, when its name says so without doubt; what stands in brackets is a part of it. */
export function policyOfItem(item: string): string | null {
  const found = BY_NAME.get(plain(item));
  if (found !== undefined) return found;
  return BY_NAME.get(plain(item.normalize('NFKC').replace(/[（(].*?[）)]/g, ''))) ?? null;
}
