import type { Profile } from '@shared/procedure';
import { yuan } from './format';

/** A part of the sheet: a heading and its sentences. */
export interface SheetPart {
  title: string;
  lines: string[];
}

const UNIT = { NATURAL: '天', WORKING: '个工作日' } as const;

/**
 * 申报政策明白纸 (domain.md 7.1), for every household: who may report, how, what is needed, what follows and by when,
 * which help there is, what holds for everybody. Days and sums are those of the county's profile.
 * @param shelves names of the shelves on which there are policies here
 */
export function noticeSheet(
  { clock, publicity, triggers, names }: Profile,
  shelves: readonly string[],
): SheetPart[] {
  return [
    {
      title: '谁能申报',
      lines: [
        '本县农村的家庭，有了难处就能报。',
        `一年看病自己花了 ${yuan(triggers.medicalSelfPaidFen)} 元以上的，请来报。`,
        '收入一下少了很多的，请来报。',
        '孩子上学难、房子不安全、吃水难，请来报。',
        '遭了灾、出了事、没有劳力的，请来报。',
        '以前帮扶过、又有难处的，也能报。',
      ],
    },
    {
      title: '怎么报',
      lines: [
        '用手机：打开“守望”，点“我要申报”。',
        '到村委会：口头说、写在纸上都行。',
        `打电话：${names.hotline}，或者打下面村里的电话。`,
        '不会弄，请亲戚、邻居、网格员代报。',
      ],
    },
    {
      title: '要准备什么',
      lines: [
        '户主姓名、电话，家在哪个村哪个组。',
        '家里出了什么事，哪样最难。',
        '身份证在手边就拍一张，不在也能报。',
        '医院单子、学校证明这些，有就带上。',
        '部门查得到的，不用您开证明。',
      ],
    },
    {
      title: '报了以后',
      lines: [
        '村里收下，给您一个编号。',
        '两位干部到家里看，算收入和开销。',
        '全家大人签了同意，部门才查对信息。',
        `村里开会评，名单贴出来 ${publicity.days} ${UNIT[publicity.unit]}。`,
        '镇里审核，县里来定。',
        `从申报到定下来，最多 ${clock.capDays} ${UNIT[clock.unit]}。`,
        '不管行不行，都告诉您为什么。不服能请镇里再查。',
      ],
    },
    {
      title: '有哪些帮扶',
      lines: [`这些方面都有：${shelves.join('、')}。`, '缺什么帮什么。钱数以县里的通知为准。'],
    },
    {
      title: '请记住',
      lines: [
        '申报不收钱。谁收钱，打电话告诉我们。',
        '请说实话。说假话查出来就取消。',
        '您的病情、钱数、证件号，不往外贴。',
      ],
    },
  ];
}
