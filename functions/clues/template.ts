import { randomBytes } from 'node:crypto';
import { contract } from '@shared/contract';
import { SHEET_TYPES, writeTable } from '../adapters';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { CLUE_COLUMNS } from './import';

const LINK_SECONDS = 5 * 60;
/** Rows with the words to choose from; below them the words are typed. */
const READY_ROWS = 500;

const BLANK = Object.fromEntries(CLUE_COLUMNS.map(({ key }) => [key, ''])) as Record<
  (typeof CLUE_COLUMNS)[number]['key'],
  string
>;

/** What a department fills in: the columns as they are read, the words of a warning to choose from, nobody in it. */
export const template = handle(contract.clues.template, async (ctx) => {
  if (!ctx.caller.grants.some(({ role }) => role === 'COUNTY_CLERK' || role === 'DEPT'))
    throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const bytes = await writeTable(
    {
      columns: CLUE_COLUMNS,
      rows: Array.from({ length: READY_ROWS }, () => BLANK),
      above: [
        '部门筛查预警名单',
        '一人一行。姓名、身份证号码、预警情况一定要写，别的知道就写。',
        '预警情况从下拉里选。数只写数字：元、%、天。列名不要改。',
      ],
      sheet: '预警名单',
    },
    'xlsx',
  );
  const key = `lists/${randomBytes(20).toString('hex')}`;
  await ctx.objects.write(key, bytes, SHEET_TYPES.xlsx);
  return {
    url: await ctx.objects.presignRead(key, SHEET_TYPES.xlsx, LINK_SECONDS),
    fileName: '部门预警名单（空白）.xlsx',
    expiresAt: new Date(Date.parse(ctx.clock.wall()) + LINK_SECONDS * 1000).toISOString(),
  };
});
