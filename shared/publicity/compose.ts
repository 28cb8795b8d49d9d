import type { LocalDate } from '@shared/calendar';
import type { Profile } from '@shared/procedure';
import { NoticeContent, type NoticeEntry, type NoticeKind } from './notice';

export interface NoticeDraft {
  kind: NoticeKind;
  village: { code: string; name: string };
  townName: string;
  countyName: string;
  entries: readonly NoticeEntry[];
  /** Days of the notice; those of `publicityWindow` for a proposed inclusion. */
  window: { firstDay: LocalDate; lastDay: LocalDate; days: number };
  postedOn: LocalDate;
  phones: { village: string; town: string; county: string };
  /** Defaults to the village committee, for an announcement to the township government (domain.md 6.1). */
  issuer?: string;
}

const STEPS: Record<NoticeKind, string[]> = {
  PROPOSED_INCLUSION: ['农户申报或干部摸排', '入户核实', '信息比对', '村民评议'],
  RESULT_ANNOUNCEMENT: ['入户核实', '信息比对', '村民评议', '村内公示', '乡镇审核', '县级审定'],
};

/**
 * Writes a notice in our own words after domain.md 6.5. Only the named fields of each entry are taken, whatever else
 * the given objects carry. Throws when a part does not fit {@link NoticeContent}.
 */
export function composeNotice(draft: NoticeDraft, profile: Profile): NoticeContent {
  const { kind, village, window } = draft;
  const { object, plan, hotline } = profile.names;
  const proposed = kind === 'PROPOSED_INCLUSION';
  return NoticeContent.parse({
    kind,
    villageCode: village.code,
    villageName: village.name,
    townName: draft.townName,
    countyName: draft.countyName,
    title: proposed ? `关于${village.name}拟纳入${object}的公示` : `关于${village.name}纳入${object}的公告`,
    basis: plan,
    stepsDone: STEPS[kind],
    entries: draft.entries.map(({ id, headName, memberCount, group }) => ({
      id,
      headName,
      memberCount,
      group,
    })),
    from: window.firstDay,
    to: window.lastDay,
    days: window.days,
    phones: {
      village: draft.phones.village,
      town: draft.phones.town,
      county: draft.phones.county,
      hotline,
    },
    issuer: draft.issuer ?? (proposed ? `${village.name}村民委员会` : `${draft.townName}人民政府`),
    postedOn: draft.postedOn,
  });
}

/** The sentences of the paper under the title, in order. They name no family. */
export function noticeText(content: NoticeContent): string[] {
  const { kind, basis, stepsDone, from, to, days, phones } = content;
  const steps = stepsDone.join('、');
  if (kind === 'RESULT_ANNOUNCEMENT')
    return [
      `按照《${basis}》，经${steps}，现公告如下。`,
      `对结果有意见，可以打县里电话 ${phones.county} 或热线 ${phones.hotline}。`,
      FOOTER,
    ];
  return [
    `按照《${basis}》，经${steps}，现将拟纳入的农户公示如下，请全体村民监督。`,
    `公示时间：${period(from, to)}，共 ${days} 天。`,
    `有意见可以打电话：村委会 ${phones.village}，镇里 ${phones.town}，县里 ${phones.county}，热线 ${phones.hotline}。`,
    '也可以投村委会的意见箱，或者在手机上提。写不写名字都可以，替您保密。请如实反映情况。',
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
