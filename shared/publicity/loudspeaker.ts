import type { LocalDate } from '@shared/calendar';
import { day } from '@shared/messages/format';
import type { NoticeKind } from './codes';

/** What the loudspeaker needs of a notice: counts and days, nothing that names a family. */
export interface Announced {
  kind: NoticeKind;
  villageName: string;
  /** What it is, in the village's words; a village's own notice says it in its title. */
  heading: string;
  title: string;
  /** Families or people on the list; 0 where there is none. */
  households: number;
  firstDay: LocalDate;
  lastDay: LocalDate;
  objections: 'ONLINE' | 'PHONE' | 'NONE';
  phones: { village: string; hotline: string };
}

/**
 * The text to read out over the village's loudspeaker (domain.md 6.5), a sentence a line: what hangs, how many, where to
 * read it, until when and how to object. No names, because the whole yard hears it.
 */
export function loudspeakerText(told: Announced): string[] {
  const { kind, villageName, households, firstDay, lastDay, objections, phones } = told;
  const what = kind === 'VILLAGE_NOTICE' ? told.title : told.heading;
  const unit = kind === 'SUBSIDY_PAYMENTS' ? '人' : '户';
  const counts = households === 0 ? '' : `，一共 ${households} ${unit}`;
  const mayObject = objections !== 'NONE';
  const scan = objections === 'ONLINE' ? '，或者扫公示栏上的码' : '';
  const calls = [
    ...(phones.village === '' ? [] : [`村委会电话 ${phones.village}`]),
    ...(phones.hotline === '' ? [] : [`热线 ${phones.hotline}`]),
  ];
  return [
    `${villageName}的乡亲们，请听一个通知。`,
    `村里贴出来了：${what}${counts}。`,
    '贴在村务公示栏上，请大家去看一看。',
    ...(mayObject
      ? [`从${day(firstDay)}到${day(lastDay)}，写得不对、不公道，都可以提。`, '写不写名字都可以，替您保密。']
      : []),
    ...calls.map((call, at) => (at === 0 ? `有话要说，打${call}。` : `也可以打${call}。`)),
    ...(mayObject ? [`也可以投村委会的意见箱${scan}。`] : []),
  ];
}
