import { answerFor, type StaffRole, standingsOn } from '@shared/access';
import { isInIt, type KnownFamily, type SpokenOf } from '@shared/publicity';
import { statement } from '../adapters';
import { findCaseIn } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';

/** An objection to a list, as far as it decides who may answer it. */
export interface Judged extends SpokenOf {
  id: string;
  village: string;
  objector: { name: string; phone: string | null } | null;
  /** Who put the list up. */
  postedBy: string | null;
  aboutCadre: boolean;
}

export type WhyNot =
  | 'ROLE_MAY_NOT'
  | 'POSTER_CANNOT_HANDLE'
  | 'KIN_MUST_STEP_BACK'
  | 'TOWN_HANDLES_OBJECTION';

const TOWN: readonly StaffRole[] = ['TOWN_CLERK', 'TOWN_LEADER'];
export const HANDLERS: readonly StaffRole[] = ['VILLAGE', 'TASKFORCE', ...TOWN];

const findPhones = statement<{ person_id: string; digest: Buffer }>(
  'objections.phones',
  'SELECT person_id, digest FROM person_phone WHERE person_id = ANY ($1::text[])',
);

const findRecused = statement<{ objection_id: string; person_id: string }>(
  'objections.recused',
  `SELECT objection_id, person_id FROM notice_objection_recusal
    WHERE county = $1 AND objection_id = ANY ($2::text[]) AND person_id = ANY ($3::text[])`,
);

/** Families of a village that are in the procedure or on the list; the same that say whose children stand on a draft. */
const findFamilies = statement<{ id: string }>(
  'objections.families',
  `SELECT id FROM case_row WHERE county = $1 AND village = $2 AND (open OR state = 'INCLUDED') ORDER BY id DESC LIMIT 500`,
);

/**
 * Says of objections of one village why the caller does not answer each (domain.md 1.1, 3.3, 6.6): another role's, put up by
 * the caller, the caller or kin in it as far as it is known, or a word against a cadre, which is the township's. Whoever lent
 * the role answers for the act as well. Null where nothing stands in the way.
 */
export async function judgeOf(ctx: Ctx, county: string, judged: readonly Judged[]) {
  const [first] = judged;
  const standings =
    first === undefined
      ? []
      : standingsOn({ village: first.village, parties: [] }, ctx.caller).filter(({ role }) =>
          HANDLERS.some((one) => one === role),
        );
  const { personId, name } = ctx.caller;
  const hands = new Map([
    [personId, name],
    ...standings.flatMap(({ onBehalfOf: lender }) =>
      lender === undefined ? [] : [[lender.personId, lender.name] as const],
    ),
  ]);
  const ids = [...hands.keys()];
  const asked = standings.length === 0 ? [] : judged;
  const phones = asked.length === 0 ? [] : await ctx.db.rows(findPhones, [ids]);
  const recused =
    asked.length === 0 ? [] : await ctx.db.rows(findRecused, [county, asked.map(({ id }) => id), ids]);
  const families =
    first === undefined || asked.length === 0 ? [] : await familiesOf(ctx, county, first.village, ids);

  const isApart = (one: Judged, personIds: readonly string[]): boolean => {
    const own = phones.filter(({ person_id }) => personIds.includes(person_id));
    const phone = one.objector?.phone ?? null;
    const digest = phone === null ? null : ctx.keys.blindIndex('PHONE', phone);
    const samePhone =
      digest === null || own.length === 0 ? null : own.some((mine) => mine.digest.equals(digest));
    return !(
      recused.some((said) => said.objection_id === one.id && personIds.includes(said.person_id)) ||
      isInIt(one, {
        names: personIds.flatMap((id) => hands.get(id) ?? []),
        samePhone,
        families: families.filter(({ of }) => of.some((id) => personIds.includes(id))),
      })
    );
  };

  return (one: Judged): WhyNot | null => {
    let held: WhyNot = 'ROLE_MAY_NOT';
    for (const { role, onBehalfOf } of standings) {
      const personIds = answerFor({ personId, ...(onBehalfOf !== undefined && { onBehalfOf }) });
      if (one.postedBy !== null && personIds.includes(one.postedBy)) held = 'POSTER_CANNOT_HANDLE';
      else if (!isApart(one, personIds)) held = 'KIN_MUST_STEP_BACK';
      else if (one.aboutCadre && !TOWN.some((of) => of === role)) held = 'TOWN_HANDLES_OBJECTION';
      else return null;
    }
    return held;
  };
}

type Own = KnownFamily & { of: string[] };

/** Families of the village in which one of these people is known to be, or to be kin. */
async function familiesOf(ctx: Ctx, county: string, village: string, ids: readonly string[]): Promise<Own[]> {
  const found: Own[] = [];
  for (const { id } of await ctx.db.rows(findFamilies, [county, village])) {
    const loaded = await findCaseIn(ctx, county, id);
    if (loaded === null) continue;
    const { headName, group, members, kin, parties } = loaded.case;
    const related = [...kin, ...parties.filter(({ as }) => as === 'HOUSEHOLD')].map(
      ({ personId }) => personId,
    );
    const of = ids.filter((one) => related.includes(one));
    if (of.length > 0) found.push({ of, group, names: [headName, ...members.map(({ name }) => name)] });
  }
  return found;
}
