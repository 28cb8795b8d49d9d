import type { LocalDate } from '@shared/calendar';
import type { Profile } from '@shared/procedure';
import type { NoticeField, NoticeKind } from './codes';
import { type ContentOf, type EntryOf, NoticeContent, rulesOf } from './kinds';
import type { Publisher } from './kinds/kind';

export interface NoticeDraft<K extends NoticeKind = NoticeKind> {
  kind: K;
  village: { code: string; name: string };
  townName: string;
  countyName: string;
  entries: readonly EntryOf<K>[];
  /** Its days, from `noticeWindow`. */
  window: { firstDay: LocalDate; lastDay: LocalDate; days: number };
  postedOn: LocalDate;
  phones: { village: string; town: string; county: string };
  /** Who puts it up, where a kind leaves that open. */
  publisher?: Publisher;
  /** Defaults to the village committee or the township government, whoever publishes (domain.md 6.1). */
  issuer?: string;
  /** What is paid out, or the title of a village's own notice. */
  subject?: string;
  /** Paragraphs of a village's own notice. */
  text?: readonly string[];
}

/** A county that says nothing prints what is paid for how much, and neither categories nor days of decisions. */
const USUAL_FIELDS: readonly NoticeField[] = ['quantity', 'amountFen'];

/**
 * Writes a notice in our own words after domain.md 6.5. Only the fields of its kind are taken of each entry, and of
 * those that a county may leave out only the ones that it prints, whatever else the given objects carry.
 * @throws ZodError when a part does not fit {@link NoticeContent}
 */
export function composeNotice<K extends NoticeKind>(draft: NoticeDraft<K>, profile: Profile): ContentOf<K> {
  const { kind, village, window, subject = '', text } = draft;
  const rules = rulesOf(kind);
  const printed = profile.notices?.fields ?? USUAL_FIELDS;
  const taken = rules.fields.filter(
    (field) => !rules.optional.includes(field as NoticeField) || printed.includes(field as NoticeField),
  );
  const publisher = draft.publisher ?? rules.publishers[0];
  return NoticeContent.parse({
    kind,
    villageCode: village.code,
    villageName: village.name,
    townName: draft.townName,
    countyName: draft.countyName,
    title: rules.title({ villageName: village.name, names: profile.names, subject }),
    ...(rules.planned && { basis: profile.names.plan }),
    stepsDone: [...rules.steps],
    entries: draft.entries.map((entry) => pick(entry, taken)),
    from: window.firstDay,
    to: window.lastDay,
    days: window.days,
    phones: {
      village: draft.phones.village,
      town: draft.phones.town,
      county: draft.phones.county,
      hotline: profile.names.hotline,
    },
    issuer:
      draft.issuer ?? (publisher === 'VILLAGE' ? `${village.name}村民委员会` : `${draft.townName}人民政府`),
    postedOn: draft.postedOn,
    ...(kind === 'SUBSIDY_PAYMENTS' && {
      subject,
      totalFen: draft.entries.reduce((sum, entry) => sum + rules.fenOf(entry), 0),
    }),
    ...(kind === 'VILLAGE_NOTICE' && { text: [...(text ?? [])] }),
  }) as ContentOf<K>;
}

function pick(entry: object, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entry).filter(([key, value]) => fields.includes(key) && value !== undefined),
  );
}

/** The sentences of the paper under the title, in order. They name no family. */
export function noticeText(content: NoticeContent): string[] {
  const { kind, from, to, days, phones } = content;
  const { opening, objections } = rulesOf(kind);
  if (kind === 'VILLAGE_NOTICE') return opening(content);
  if (objections === 'NONE')
    return [
      ...opening(content),
      `对结果有意见，可以打县里电话 ${phones.county} 或热线 ${phones.hotline}。`,
      FOOTER,
    ];
  return [
    ...opening(content),
    `公示时间：${period(from, to)}，共 ${days} 天。`,
    `有意见可以打电话：村委会 ${phones.village}，镇里 ${phones.town}，县里 ${phones.county}，热线 ${phones.hotline}。`,
    objections === 'ONLINE'
      ? '也可以投村委会的意见箱，或者在手机上提。写不写名字都可以，替您保密。请如实反映情况。'
      : '也可以投村委会的意见箱。写不写名字都可以，替您保密。请如实反映情况。',
    FOOTER,
  ];
}

const FOOTER = '本公示不含敏感信息，请勿传播。';

/** 2026年3月7日至3月11日; the year is said again only when it is another one. */
function period(from: LocalDate, to: LocalDate): string {
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${longDay(from)}至${sameYear ? longDay(to).slice('2026年'.length) : longDay(to)}`;
}

function longDay(date: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
