import { randomBytes } from 'node:crypto';
import { contract } from '@shared/contract';
import { DEPARTMENT_LABELS, fullDay } from '@shared/messages';
import { countyOfId, SHEET_TYPES, type SheetFormat, writeTable } from '../adapters';
import { auditExport } from '../runtime/audit';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { ANSWER_COLUMNS } from './columns';
import type { ListRecord } from './comparisons.sql';
import { itemsOf, type OpenItem } from './items';
import { getList } from './list';

const LINK_SECONDS = 5 * 60;

/** Makes the file of a list from the cases as they stand now. Who, when and what for stands on it and in the audit. */
export const download = handle(contract.comparisons.download, async (ctx, { listId, format }) => {
  const { list } = await getList(ctx, listId);
  if (list.state !== 'READY') throw new Failure('conflict', 'LIST_NOT_APPROVED');
  const county = countyOfId(listId) ?? '';
  // A department's people read in the county for the length of this one list, which was made for them.
  return ctx.db.within(county, async () => {
    const items = (await itemsOf(ctx, county, listId, list.department)).filter(({ answered }) => !answered);
    const bytes = await writeTable(
      { columns: ANSWER_COLUMNS, rows: items.map(rowOf), above: marksOf(ctx, list, items.length) },
      format,
    );
    const key = `lists/${randomBytes(20).toString('hex')}`;
    await ctx.objects.write(key, bytes, SHEET_TYPES[format]);
    await writeDown(ctx, county, list, format, items);
    return {
      url: await ctx.objects.presignRead(key, SHEET_TYPES[format], LINK_SECONDS),
      fileName: `查对名单-${DEPARTMENT_LABELS[list.department]}-${list.list_no}.${format}`,
      people: items.length,
      expiresAt: new Date(Date.parse(ctx.clock.wall()) + LINK_SECONDS * 1000).toISOString(),
    };
  });
});

const rowOf = ({ code, name, idNo }: OpenItem) => ({
  code,
  name,
  idNo: idNo ?? '',
  result: '',
  flags: '',
  amount: '',
  note: '',
});

/** The watermark: whose copy this is and what it may be used for. */
function marksOf(ctx: Ctx, list: ListRecord, people: number): string[] {
  return [
    `防止返贫监测信息查对名单 ${list.list_no}，请${DEPARTMENT_LABELS[list.department]}查对，共 ${people} 人`,
    `${ctx.caller.name} ${fullDay(ctx.today)}取出。只供这次查对用，不得转发、另存他用；查完请删除。`,
    '请只填“查对结果”起的几列。查对码、姓名、身份证号码不要改。',
  ];
}

async function writeDown(
  ctx: Ctx,
  county: string,
  list: ListRecord,
  format: SheetFormat,
  items: readonly OpenItem[],
): Promise<void> {
  await auditExport(ctx, {
    county,
    caseIds: [...new Set(items.map(({ caseId }) => caseId))],
    detail: `comparison ${list.department} ${list.id} ${format}`,
    why: list.list_no,
    of: list.id,
  });
}
