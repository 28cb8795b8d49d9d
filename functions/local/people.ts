import { contract } from '@shared/contract';
import { handle } from '../runtime/use-case';
import { findDemoPeople } from './local.sql';

/** Invented people, each with a link that signs in with one click. */
export const people = handle(contract.local.people, async (ctx) => ({
  people: (await ctx.db.rows(findDemoPeople)).map(({ id, name, demo }) => ({
    personId: id,
    name,
    who: demo.who,
    office: demo.office,
    link: `${ctx.local?.baseUrl ?? ''}/#/packages/account/pages/signin?token=${ctx.keys.demoToken(id)}`,
  })),
}));
