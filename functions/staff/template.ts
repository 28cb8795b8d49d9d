import { randomBytes } from 'node:crypto';
import { contract } from '@shared/contract';
import { SHEET_TYPES, writeTable } from '../adapters';
import { handle } from '../runtime/use-case';
import { requireAdministrator } from './administrator';
import { STAFF_COLUMNS } from './columns';

const LINK_SECONDS = 5 * 60;

/** Lines to fill in: what may be chosen is offered in each of them. */
const BLANK = Array.from({ length: 500 }, () => ({
  name: '',
  phone: '',
  role: '',
  town: '',
  village: '',
  department: '',
}));

const ABOVE = [
  '一人一行。一个人有两样职责，就写两行。',
  '村里的人写乡镇和村，镇里的人只写乡镇，县里的人都不写。',
  '职责和部门点格子选。没有列进来的人不会被撤，只提醒您看一眼。',
];

/** The empty table of a list of staff. */
export const template = handle(contract.staff.template, async (ctx, { county }) => {
  requireAdministrator(ctx, county);
  const bytes = await writeTable(
    { columns: STAFF_COLUMNS, rows: BLANK, above: ABOVE, sheet: '名单' },
    'xlsx',
  );
  const key = `lists/${randomBytes(20).toString('hex')}`;
  await ctx.objects.write(key, bytes, SHEET_TYPES.xlsx);
  return {
    url: await ctx.objects.presignRead(key, SHEET_TYPES.xlsx, LINK_SECONDS),
    fileName: '人员名单.xlsx',
    expiresAt: new Date(Date.parse(ctx.clock.wall()) + LINK_SECONDS * 1000).toISOString(),
  };
});
