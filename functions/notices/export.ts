import { randomBytes } from 'node:crypto';
import { contract } from '@shared/contract';
import { moment } from '@shared/messages';
import { countedOf, NOTICE_SHORT, objectedOf, scannedOf } from '@shared/messages/notice-kinds';
import { type Column, SHEET_TYPES, writeTable } from '../adapters';
import { audit } from '../runtime/audit';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { type NoticeSeen, seenBy } from './overview';

const LINK_SECONDS = 5 * 60;

const COLUMNS = [
  { key: 'village', title: '村', width: 14 },
  { key: 'kind', title: '内容', width: 12 },
  { key: 'title', title: '标题', width: 40 },
  { key: 'counted', title: '多少', width: 10 },
  { key: 'firstDay', title: '起', width: 12 },
  { key: 'lastDay', title: '止', width: 12 },
  { key: 'state', title: '现在', width: 12 },
  { key: 'startedAt', title: '开始照片', width: 16 },
  { key: 'endPhotoAt', title: '结束照片', width: 16 },
  { key: 'objections', title: '异议', width: 14 },
  { key: 'scanned', title: '内容检查', width: 14 },
  { key: 'checkCode', title: '校验码', width: 14 },
] as const satisfies readonly Column[];

type Line = Record<(typeof COLUMNS)[number]['key'], string>;

/** The overview as a table: counts, days and codes, never a name. Who takes it out is written down. */
export const exportOverview = handle(contract.notices.export, async (ctx) => {
  const [scope] = ctx.scopes;
  if (scope === undefined) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const { notices } = await seenBy(ctx);
  const rows = notices.filter(({ started, ended }) => started || !ended).map(lineOf);
  const above = [`公示总览，${ctx.today} 导出，一共 ${rows.length} 份。只有户数，没有名字。`];
  const bytes = await writeTable({ columns: COLUMNS, rows, above, sheet: '公示总览' }, 'xlsx');
  const key = `lists/${randomBytes(20).toString('hex')}`;
  await ctx.objects.write(key, bytes, SHEET_TYPES.xlsx);
  await ctx.db.enter(scope);
  const county = scope.slice(0, 6);
  await audit(ctx, { what: 'EXPORT', caseId: scope, county, detail: `notices ${rows.length}`, why: '' });
  return {
    url: await ctx.objects.presignRead(key, SHEET_TYPES.xlsx, LINK_SECONDS),
    fileName: `公示总览-${ctx.today}.xlsx`,
    expiresAt: new Date(Date.parse(ctx.clock.wall()) + LINK_SECONDS * 1000).toISOString(),
  };
});

function lineOf(notice: NoticeSeen): Line {
  const { villageName, kind, title, started, ended, daysLeft, firstDay, lastDay, startedAt, endPhotoAt } =
    notice;
  return {
    village: villageName,
    kind: NOTICE_SHORT[kind],
    title,
    counted: countedOf(notice),
    firstDay: started ? firstDay : '',
    lastDay: started ? lastDay : '',
    state: !started ? '没开始算' : ended ? '已结束' : `还剩 ${daysLeft} 天`,
    startedAt: startedAt === null ? '' : moment(startedAt),
    endPhotoAt: endPhotoAt === null ? '' : moment(endPhotoAt),
    objections: objectedOf(notice),
    scanned: scannedOf(notice.mended),
    checkCode: notice.checkCode,
  };
}
