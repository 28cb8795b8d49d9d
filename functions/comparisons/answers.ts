import { decide } from '@shared/casework';
import { type AnswerRow, type Matched, matchAnswer } from '@shared/casework/answer-rows';
import { rowSentence, sentence } from '@shared/messages';
import { append, findCase } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { type ImportKind, type JobRow, type RowOutcome, spoiltRow } from '../runtime/imports/kind';
import { ANSWER_COLUMNS } from './columns';
import { markAnswered } from './comparisons.sql';
import { itemsOf, type OpenItem } from './items';
import { getList } from './list';

/** A department's answers as a table: matched line by line, written to each case in the sender's name. */
export const comparisonAnswers: ImportKind = {
  name: 'COMPARISON_ANSWERS',
  columns: ANSWER_COLUMNS,
  maxRows: 100_000,
  slice: 5_000,
  sameBy: ({ code }) => code ?? '',
  agreesOn: JSON.stringify,
  shown: ['code', 'name'],

  async mayStart(ctx, { county, targetId }) {
    const { list } = await getList(ctx, targetId);
    if (list.state !== 'READY') throw new Failure('conflict', 'LIST_NOT_APPROVED');
    return { region: county };
  },

  async apply(ctx, { county, targetId }, rows) {
    const { list } = await getList(ctx, targetId);
    // A department's people have no region in which they read cases: they answer inside this one list.
    return ctx.db.within(county, async () => {
      const items = await itemsOf(ctx, county, targetId, list.department);
      const asked = new Map(items.map((item) => [item.code, item]));
      const outcomes = rows.map((row) =>
        spoiltRow(row, { conflict: 'ROW_CONFLICT', repeated: 'ROW_REPEATED' }),
      );
      const byCase = new Map<string, { index: number; found: Matched & { ok: true }; item: OpenItem }[]>();
      rows.forEach((row, index) => {
        if (outcomes[index] !== null) return;
        const found = matchAnswer(toAnswerRow(row), list.department, asked);
        const item = found.ok ? asked.get(found.item.code) : undefined;
        if (!found.ok || item === undefined) {
          outcomes[index] = { good: false, message: rowSentence(found.ok ? 'NOT_ON_LIST' : found.fault) };
          return;
        }
        byCase.set(item.caseId, [...(byCase.get(item.caseId) ?? []), { index, found, item }]);
      });
      for (const [caseId, answers] of byCase) {
        const outcome = await answerCase(ctx, county, caseId, answers);
        for (const { index } of answers) outcomes[index] = outcome;
      }
      return outcomes.map((outcome) => outcome ?? { good: false, message: rowSentence('NOT_ON_LIST') });
    });
  },
};

const toAnswerRow = ({ cells, faults }: JobRow): AnswerRow => ({
  code: cells.code ?? '',
  name: cells.name ?? '',
  idNo: cells.idNo ?? '',
  result: cells.result ?? '',
  flags: cells.flags ?? '',
  amount: cells.amount ?? '',
  note: cells.note ?? '',
  lost: faults.idNo === 'NUMBER_LOST',
});

/** All answers about one family in one event; refused, none of them is written. */
async function answerCase(
  ctx: Ctx,
  county: string,
  caseId: string,
  answers: readonly { found: Matched & { ok: true } }[],
): Promise<RowOutcome> {
  const loaded = await findCase(ctx, caseId);
  if (loaded === null) return { good: false, message: rowSentence('NOT_ON_LIST') };
  const decision = decide(
    loaded.case,
    { type: 'answerDataCheck', answers: answers.map(({ found }) => found.answer) },
    { caller: ctx.caller, now: ctx.now, profile: loaded.profile },
  );
  if (!decision.ok) return { good: false, message: sentence(decision.refusal.code, decision.refusal.params) };
  await append(ctx, loaded, caseId, decision);
  await ctx.db.write(markAnswered, [county, answers.map(({ found }) => found.item.code), ctx.now]);
  return { good: true, message: rowSentence('ROW_DONE') };
}
