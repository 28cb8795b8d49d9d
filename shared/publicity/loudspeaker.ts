import type { LocalDate } from '@shared/calendar';
import { day } from '@shared/messages/format';

/** What the loudspeaker needs of a notice: counts and days, nothing that names a family. */
export interface Announced {
  villageName: string;
  /** What it is, in the village's words: 「准备列入帮扶名单的家庭」. */
  heading: string;
  /** 「一共 3 户」; '' where there is no list. */
  counts: string;
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
  const { villageName, heading, counts, firstDay, lastDay, objections, phones } = told;
  const mayObject = objections !== 'NONE';
  const scan = objections === 'ONLINE' ? '，或者扫公示栏上的码' : '';
  const calls = [
    ...(phones.village === '' ? [] : [`村委会电话 ${phones.village}`]),
    ...(phones.hotline === '' ? [] : [`热线 ${phones.hotline}`]),
  ];
  return [
    `${villageName}的乡亲们，请听一个通知。`,
    `村里贴出来了：${heading}${counts === '' ? '' : `，${counts}`}。`,
    '贴在村务公示栏上，请大家去看一看。',
    ...(mayObject
      ? [`从${day(firstDay)}到${day(lastDay)}，写得不对、不公道，都可以提。`, '写不写名字都可以，替您保密。']
      : []),
    ...calls.map((call, at) => (at === 0 ? `有话要说，打${call}。` : `也可以打${call}。`)),
    ...(mayObject ? [`也可以投村委会的意见箱${scan}。`] : []),
  ];
}
