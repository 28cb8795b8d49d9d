import { contract } from '@shared/contract';
import { noticeSheet } from '@shared/messages/notice-sheet';
import { POLICY_CATEGORY_LABELS } from '@shared/messages/policies';
import { noticeSheetPaper } from '@shared/papers';
import { POLICY_CATEGORIES } from '@shared/policies';
import { countyOf } from '@shared/regions';
import { findProfileInForce } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { fileOf, placesOf } from '../runtime/papers';
import { inForceAt } from '../runtime/policies-in-force';
import { handle } from '../runtime/use-case';

/** The page that the code on the paper opens. */
const SHEET_PAGE = '/#/packages/policies/pages/sheet';

/** 申报政策明白纸 of a village, by its county's profile: for everybody, nothing of any family is in it. */
export const sheet = handle(contract.policies.sheet, async (ctx, { village }) => {
  const { parts, places, hotline } = await sheetOf(ctx, village);
  const { village: first, town, county } = places.offices;
  const calls = [first, town, county].map(({ office, phone }) => ({ office, phone }));
  return {
    villageName: places.villageName,
    parts,
    calls: [...calls, { office: '防返贫热线', phone: hotline }].filter(({ phone }) => phone !== ''),
  };
});

/** The same on A4. */
export const sheetPaper = handle(contract.policies.sheetPaper, async (ctx, { village }) => {
  const { parts, places, hotline } = await sheetOf(ctx, village);
  const code = ctx.site === '' ? '' : `${ctx.site}${SHEET_PAGE}?v=${village}`;
  const paper = noticeSheetPaper(parts, places, { on: ctx.today, hotline, code });
  return { file: await fileOf(ctx, village, paper, countyOf(village)) };
});

/** @throws Failure not_found for a village that is none, or of a county that this system does not serve */
async function sheetOf(ctx: Ctx, village: string) {
  const places = await placesOf(ctx, village);
  const profile = await findProfileInForce(ctx, countyOf(village));
  if (places.villageName === '' || profile === null) throw new Failure('not_found', 'VILLAGE_UNKNOWN');
  const here = new Set((await inForceAt(ctx, village)).map(({ category }) => category));
  const shelves = POLICY_CATEGORIES.filter((one) => here.has(one)).map((one) => POLICY_CATEGORY_LABELS[one]);
  return { parts: noticeSheet(profile, shelves), places, hotline: profile.names.hotline };
}
