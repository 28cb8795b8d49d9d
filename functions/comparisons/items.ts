import type { Department } from '@shared/casework';
import { askedAbout, type Case, isAnswered } from '@shared/casework';
import type { AskedItem } from '@shared/casework/answer-rows';
import { findCase } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { findItems, type ItemRecord } from './comparisons.sql';

export interface OpenItem extends AskedItem {
  caseId: string;
}

/**
 * The people of a list as their cases stand now: who took a consent back, whose ID number was mended or whose case is
 * over is asked about no more.
 */
export async function itemsOf(
  ctx: Ctx,
  county: string,
  listId: string,
  department: Department,
): Promise<OpenItem[]> {
  const items = await ctx.db.rows(findItems, [county, listId]);
  const cases = new Map<string, Case | null>();
  const open: OpenItem[] = [];
  for (const item of items) {
    if (!cases.has(item.case_id)) cases.set(item.case_id, (await findCase(ctx, item.case_id))?.case ?? null);
    const c = cases.get(item.case_id);
    const found = c == null ? undefined : itemOf(ctx, c, item, department);
    if (found !== undefined) open.push(found);
  }
  return open;
}

function itemOf(ctx: Ctx, c: Case, item: ItemRecord, department: Department): OpenItem | undefined {
  const { member_key: memberKey, code } = item;
  const member = c.members.find(({ key }) => key === memberKey);
  const check = c.dataCheck;
  if (member === undefined || member.idNo === null || check === null) return undefined;
  if (c.authorizations[memberKey] === undefined) return undefined;
  if (!askedAbout(check, department).includes(memberKey)) return undefined;
  if (!ctx.keys.blindIndex('ID', member.idNo).equals(item.digest)) return undefined;
  const again = check.disputes.some(
    (dispute) =>
      dispute.closedAt === null && dispute.department === department && dispute.memberKey === memberKey,
  );
  const answered = item.answered_at !== null || (!again && isAnswered(check, department, memberKey));
  return { code, caseId: c.id, memberKey, name: member.name, idNo: member.idNo, answered };
}
