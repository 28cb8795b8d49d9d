import type { Department, MeasureCode, RiskType } from '@shared/casework';
import { CLUE_ANSWERERS, type ClueAnswer, type ClueChannel, clueRole, type Warning } from '@shared/clues';
import type { ClueView } from '@shared/contract';
import { maskId } from '@shared/people';
import type { Ctx } from '../runtime/context';
import type { ClueRecord } from './clues.sql';

/** What is sealed of a clue: who, and what was said. */
export interface ClueSaid {
  name: string;
  idNo: string | null;
  value: number | null;
  note: string;
}

/** What is sealed of its answer. */
export interface AnswerSaid {
  measure: MeasureCode | null;
  words: string;
  onBehalfOf?: { personId: string; name: string };
}

const placeOf = (county: string, id: string) => `clue/${county}/${id}`;
const answerPlace = (county: string, id: string) => `clue-answer/${county}/${id}`;

export const sealClue = (ctx: Ctx, county: string, id: string, said: ClueSaid) =>
  ctx.keys.seal(JSON.stringify(said), placeOf(county, id));

export const sealAnswer = (ctx: Ctx, county: string, id: string, said: AnswerSaid) =>
  ctx.keys.seal(JSON.stringify(said), answerPlace(county, id));

export function openClue(ctx: Ctx, { county, id, key_id, sealed }: ClueRecord): ClueSaid {
  return JSON.parse(ctx.keys.open({ keyId: key_id, bytes: sealed }, placeOf(county, id))) as ClueSaid;
}

/** A clue as those who serve its village read it. */
export function clueView(ctx: Ctx, row: ClueRecord): ClueView {
  const said = openClue(ctx, row);
  return {
    id: row.id,
    channel: row.channel as ClueChannel,
    department: row.department as Department | null,
    warning: row.warning as Warning | null,
    value: said.value,
    risk: row.risk as RiskType,
    name: said.name,
    maskedId: said.idNo === null ? null : maskId(said.idNo),
    note: said.note,
    village: row.village,
    villageName: row.village_name,
    known:
      row.known_case === null
        ? null
        : {
            caseId: row.known_case,
            headName: row.known_head ?? '',
            group: row.known_group ?? '',
            state: row.known_state ?? '',
          },
    reportedBy: row.reporter,
    reportedAt: row.reported_at,
    dueOn: row.due_on,
    late: row.answered_at === null && row.due_on < ctx.today,
    answered: answered(ctx, row),
    mayAnswer: row.answered_at === null && clueRole(ctx.caller, row.village, CLUE_ANSWERERS) !== undefined,
  };
}

function answered(ctx: Ctx, row: ClueRecord): ClueView['answered'] {
  const { county, id, answer, answered_at, answer_key, answer_words } = row;
  if (answer === null || answered_at === null || answer_key === null || answer_words === null) return null;
  const said = JSON.parse(
    ctx.keys.open({ keyId: answer_key, bytes: answer_words }, answerPlace(county, id)),
  ) as AnswerSaid;
  const { measure, words, onBehalfOf } = said;
  const by = row.answerer ?? '';
  return {
    how: answer as ClueAnswer,
    by: onBehalfOf === undefined ? by : `${by}（代${onBehalfOf.name}）`,
    at: answered_at,
    caseId: row.answer_case,
    measure,
    words,
  };
}
