import type { Paper } from './paper';
import type { Places } from './places';

/**
 * The poster that hangs beside the village board all year: its code opens the village's page and binds whoever stood
 * in front of it, so that the names on notices are read by the village alone.
 * @param code address of the village's page with the board's code
 */
export function posterPaper(
  { villageName, offices }: Pick<Places, 'villageName' | 'offices'>,
  code: string,
): Paper {
  const { phone } = offices.village;
  return {
    name: `${villageName}村民码`,
    foot: '贴在村务公示栏旁边。不收钱，不用下载。',
    blocks: [
      {
        kind: 'POSTER',
        title: `${villageName}的事，扫码看`,
        text: code,
        steps: ['打开微信，扫这个码。', '村里在公示什么，点开就看。', '家里有难处，点“我要申报”。'],
        last: [phone === '' ? '不会弄，到村委会来。' : `不会弄？打村委会电话 ${phone}`],
      },
    ],
  };
}
