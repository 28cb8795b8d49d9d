import type { Instant } from '@shared/calendar';
import type { CaseEventType } from '@shared/casework';
import type { ToldCode } from '@shared/messages';
import type { Ctx } from '../runtime/context';
import * as sql from './telling.sql';

/** One message to some people. */
export interface Telling {
  people: readonly string[];
  /** Each person is told of a key once, however often this runs. */
  key: string;
  at: Instant;
  title: string;
  body: string;
  opens:
    | 'CASE'
    | 'REVIEW'
    | 'QUEUE'
    | 'TASKS'
    | 'CLUES'
    | 'ANSWER'
    | 'CARD'
    | 'TICKETS'
    | 'EXIT'
    | 'AFTER'
    | 'FOLLOWS'
    | 'SAID'
    | 'NOTICE'
    | 'ROWS'
    | 'HELP'
    | 'PLAN';
  /** The notice that it opens. */
  about?: string;
  caseId: string | null;
  caseNo: string;
  /** Keys the words that WeChat shows outside of the app. */
  code: CaseEventType | ToldCode;
}

/** What the outbox keeps of a message that WeChat is to bring: ids and codes. */
export interface PushWork {
  personId: string;
  template: string;
  code: Telling['code'];
  at: Instant;
  opens: Telling['opens'];
  about?: string;
  caseId: string | null;
  caseNo: string;
}

/**
 * Writes a message into the inboxes, once each, and asks WeChat to bring it to those who have consented to one more.
 * Only who was told just now gets one, so that a second run of the same work sends nothing.
 */
export async function tell(ctx: Ctx, county: string, telling: Telling): Promise<void> {
  const { people, key, at, title, body, opens, about, caseId, caseNo, code } = telling;
  if (people.length === 0) return;
  const values = [county, people, key, at, title, body, opens, caseId, about ?? null];
  const told = await ctx.db.rows(sql.insertMessages, values);
  const templates = ctx.push.templates.map(({ id }) => id);
  if (told.length === 0 || templates.length === 0) return;
  const reachable = await ctx.db.rows(sql.findReachable, [told.map(({ person_id }) => person_id), templates]);
  const work = reachable.map(({ person_id, template }) =>
    JSON.stringify({
      ...{ personId: person_id, template, code, at, opens, caseId, caseNo },
      ...(about !== undefined && { about }),
    } satisfies PushWork),
  );
  if (work.length > 0) await ctx.db.write(sql.insertWork, [county, 'PUSH', ctx.clock.wall(), work]);
}
