import { outsideWords } from '@shared/messages';
import { formatCaseNo } from '@shared/people';
import type { PushAnswer } from '../adapters';
import type { Adapters, Ctx } from '../runtime/context';
import { asSystem } from '../runtime/system';
import { MAX_ATTEMPTS, nextTry } from './backoff';
import type { PushWork, Telling } from './tell';
import * as sql from './telling.sql';
import { beginWork, type OutboxRow, workDone, workFailed } from './timers.sql';

const PAGES: Record<Telling['opens'], (caseId: string, about: string) => string> = {
  CASE: (caseId) => `packages/cases/pages/case?case=${caseId}`,
  REVIEW: (caseId) => `packages/review/pages/case?caseId=${caseId}`,
  QUEUE: () => 'packages/review/pages/queue',
  TASKS: () => 'packages/review/pages/tasks',
  CLUES: () => 'packages/clues/pages/clues',
  EXIT: (caseId) => `packages/register/pages/entry?caseId=${caseId}`,
  AFTER: (caseId) => `packages/family/pages/afterwards?case=${caseId}`,
  FOLLOWS: () => 'packages/followups/pages/list',
  ANSWER: () => 'packages/notices/pages/answer',
  CARD: (caseId) => `packages/card/pages/card?case=${caseId}`,
  SAID: (caseId) => `packages/card/pages/said?case=${caseId}`,
  TICKETS: () => 'packages/tickets/pages/tickets',
  NOTICE: (_, notice) => `packages/notices/pages/notice?notice=${notice}`,
  ROWS: () => 'packages/publicity/pages/rows',
  HELP: (caseId) => `packages/family/pages/help?case=${caseId}`,
  PLAN: (caseId) => `packages/help/pages/plan?caseId=${caseId}`,
};

/**
 * Asks WeChat to bring one message, at most once; says whether all is well with it. That the call begins is committed
 * before it is made, with the credit spent; whoever finds a call begun and no outcome (the process died, or the answer
 * was lost) cannot know whether the phone has rung, and leaves it: the inbox holds the message, and a second ring for
 * old news makes people stop looking. Such ones are shown to the administrator as UNKNOWN.
 * @throws Error of the database; the piece is then as it was, or begun
 */
export async function push(
  adapters: Adapters,
  county: string,
  traceId: string,
  { id, attempts, payload }: OutboxRow,
): Promise<boolean> {
  const work = payload as PushWork;
  const openid = await begin(adapters, county, traceId, id, work);
  if (typeof openid !== 'string') return openid.well;
  const answer = await adapters.push.send({
    openid,
    template: work.template,
    what: outsideWords(work.code),
    // A digest is of no single case; WeChat takes no empty field.
    caseNo: work.caseNo === '' ? work.at.slice(0, 10) : formatCaseNo(work.caseNo),
    at: work.at,
    page: PAGES[work.opens](work.caseId ?? '', work.about ?? ''),
  });
  await asSystem(adapters, county, traceId, (ctx) => settle(ctx, county, { id, attempts }, work, answer));
  return answer.kind === 'SENT' || answer.kind === 'REFUSED';
}

/** Gives the openid to send to, or, when there is nothing to send, whether that is well. */
function begin(
  adapters: Adapters,
  county: string,
  traceId: string,
  id: number,
  { personId, template }: PushWork,
): Promise<string | { well: boolean }> {
  return asSystem(adapters, county, traceId, async (ctx) => {
    const wall = ctx.clock.wall();
    const over = async (code: string) => {
      await ctx.db.write(workDone, [county, id, wall, code]);
      return { well: code !== 'UNKNOWN' };
    };
    if ((await ctx.db.write(beginWork, [county, id, wall])) === 0) return over('UNKNOWN');
    const person = await ctx.db.first(sql.findOpenid, [personId]);
    if (!person?.openid) return over('NO_WECHAT');
    const spent = await ctx.db.write(sql.spendCredit, [personId, template, wall]);
    return spent === 0 ? over('NO_CREDIT') : person.openid;
  });
}

/** SENT, REFUSED and UNKNOWN are over; LATER is tried again; NEVER waits for somebody who mends the configuration. */
async function settle(
  ctx: Ctx,
  county: string,
  { id, attempts }: Pick<OutboxRow, 'id' | 'attempts'>,
  { personId, template }: PushWork,
  { kind, code }: PushAnswer,
): Promise<void> {
  const wall = ctx.clock.wall();
  const credit = [personId, template, wall];
  switch (kind) {
    case 'REFUSED':
      await ctx.db.write(sql.loseCredits, credit);
      break;
    case 'LATER':
    case 'NEVER':
      await ctx.db.write(sql.returnCredit, credit);
      await ctx.db.write(workFailed, [
        county,
        id,
        nextTry(wall, attempts),
        kind === 'NEVER' || attempts >= MAX_ATTEMPTS,
        code,
      ]);
      return;
  }
  await ctx.db.write(workDone, [county, id, wall, kind]);
}
