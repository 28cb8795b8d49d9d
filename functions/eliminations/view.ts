import { addDays, daysBetween, localDate } from '@shared/calendar';
import type { ExitView } from '@shared/contract/eliminations';
import {
  allowedExitActs,
  type Checked,
  checklist,
  type Exit,
  type ExitAct,
  exitDueOn,
  isReady,
  type Round,
} from '@shared/elimination';
import {
  checkedSentence,
  checklistHeadline,
  EXIT_END_LABELS,
  EXIT_EVENT_LABELS,
  PRECONDITION_LABELS,
  REGISTER_LABELS,
} from '@shared/messages/elimination';
import type { RegisterEntry } from '@shared/register';
import type { Ctx } from '../runtime/context';
import { placesOf } from '../runtime/papers';
import type { LoadedExit } from '../runtime/register/exit-store';
import { atHome, recordedFacts } from '../runtime/register/facts';
import { findRegisterEntry } from '../runtime/register/read';
import { quartersFromSheets } from './from-sheets';

type Line = ExitView['checklist'][number];

/** A line of the checklist in words. */
export const lineOf = (checked: Checked): Line => ({
  code: checked.code,
  label: PRECONDITION_LABELS[checked.code],
  verdict: checked.verdict,
  sentence: checkedSentence(checked),
  evidence: checked.evidence,
});

/** The checklist as it stands today on the newest word that there is. */
function checkedToday({ exit, ...loaded }: LoadedExit, today: string): Checked[] {
  const research = lastResearch(exit);
  const facts = recordedFacts(loaded);
  const members = atHome(loaded.family);
  const labour = members.map(({ key }, index) => research?.labour[key] ?? facts.labour[index] ?? null);
  const mode = research?.mode ?? 'BY_SUPPORT';
  return checklist({ ...facts, labour, research, mode, today }, loaded.profile);
}

/** What the newest visit for this purpose found: of the proposal that runs, of one that was refused, or of one that ended. */
function lastResearch({ round, refused, past }: Exit) {
  const ended = past.at(-1);
  const found = [
    ...(ended?.research ? [{ research: ended.research, at: ended.ended?.at ?? ended.proposed.at }] : []),
    ...refused.slice(-1),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return round?.research ?? found[0]?.research ?? null;
}

/** A family of the register as its staff read it. */
export async function viewOf(ctx: Ctx, loaded: LoadedExit): Promise<ExitView> {
  const { exit, entry, profile, history } = loaded;
  const { case: c } = loaded.loaded;
  const checked = checkedToday(loaded, ctx.today);
  const { villageName } = await placesOf(ctx, c.village);
  const labour = recordedFacts(loaded).labour;
  const research = lastResearch(exit);
  return {
    ...entryView(entry),
    version: exit.version,
    today: ctx.today,
    headName: c.headName,
    group: c.group,
    village: c.village,
    villageName,
    memberCount: c.memberCount,
    householdType: entry.householdType,
    risks: [...(c.decision?.risks ?? entry.risks)],
    mode: entry.mode,
    eliminatedOn: entry.eliminatedOn,
    observeUntil: entry.observeUntil,
    lineFen: profile.line.perCapitaFen,
    headline: checklistHeadline(checked),
    checklist: checked.map(lineOf),
    ready: isReady(checked),
    round: exit.round === null ? null : roundView(exit.round, loaded, ctx.today),
    past: [...exit.past].reverse().map(({ kind, ended, proposed }) => ({
      kind,
      on: localDate(ended?.at ?? proposed.at),
      how: EXIT_END_LABELS[ended?.how ?? 'WITHDRAWN'],
      reason: ended?.reason ?? '',
    })),
    before: await earlierEntries(ctx, entry),
    suggestions: exit.suggestions.map(({ kind, actor, at, note }) => ({
      kind,
      by: actor.name,
      on: localDate(at),
      note,
    })),
    history: [...history].reverse().map(({ type, actor, at }) => ({
      what: EXIT_EVENT_LABELS[type],
      by: actor.name,
      at,
    })),
    measures: c.measures.map(({ measureCode: code, name, on }) => ({ code, name, on })),
    members: atHome(loaded.family).map(({ key, NAME = '' }, index) => ({
      key,
      name: NAME,
      labour: research?.labour[key] ?? labour[index] ?? null,
    })),
    research,
    quarters: await quartersFromSheets(ctx, loaded),
    acts: actsOf(ctx, loaded),
  };
}

/** What this caller may do now; what notices do is done on their own page. */
function actsOf(ctx: Ctx, { exit }: LoadedExit): ExitAct[] {
  return allowedExitActs(exit, ctx.caller, ctx);
}

const entryView = ({ caseId, status, identifiedOn, entries }: RegisterEntry) => ({
  caseId,
  status,
  statusLabel: REGISTER_LABELS[status],
  identifiedOn,
  entries,
});

const MAX_EARLIER = 10;

/** Earlier times on the register, as far as they lie within the caller's reach. */
async function earlierEntries(ctx: Ctx, entry: RegisterEntry): Promise<ExitView['before']> {
  const found: ExitView['before'] = [];
  let id = entry.previousCaseId;
  while (id !== null && found.length < MAX_EARLIER) {
    const before: RegisterEntry | null = await findRegisterEntry(ctx, id);
    if (before === null) break;
    found.push(entryView(before));
    id = before.previousCaseId;
  }
  return found;
}

function roundView(round: Round, { profile }: LoadedExit, today: string): NonNullable<ExitView['round']> {
  const dueOn = exitDueOn(round, profile);
  const act = ({ actor, at }: { actor: { name: string }; at: string }) => ({
    by: actor.name,
    on: localDate(at),
  });
  const { verified, appraisal, publicity, town, county } = round;
  return {
    kind: round.kind,
    step: round.step,
    dueOn,
    late: dueOn < today,
    mode: round.mode,
    reason: round.reason,
    proposed: act(round.proposed),
    agreed: round.agreed === null ? null : act(round.agreed),
    verifiers: round.verifiers,
    family: verified === null ? null : pick(verified.family),
    signatures: round.signatures.map((one) => ({ ...act(one), opinion: one.opinion })),
    appraisal:
      appraisal === null
        ? null
        : {
            metAt: appraisal.metAt,
            present: appraisal.attendees.length,
            yes: appraisal.yes,
            no: appraisal.no,
            abstain: appraisal.abstain,
            passed: appraisal.passed,
          },
    publicity:
      publicity === null
        ? null
        : { ...publicity, daysLeft: Math.max(0, daysBetween(today, addDays(publicity.lastDay, 1))) },
    objections: round.objections.map(({ id, statement, objector, heard, answer }) => ({
      id,
      statement,
      objector,
      heardOn: localDate(heard.at),
      verdict: answer?.verdict ?? null,
      answer: answer?.answer ?? null,
    })),
    town: town === null ? null : { ...act(town), opinion: town.opinion },
    county: county === null ? null : { ...act(county), opinion: county.opinion },
  };
}

const pick = ({
  agrees,
  said,
  signer,
  how,
}: {
  agrees: boolean;
  said: string;
  signer: string;
  how: string;
}) => ({
  agrees,
  said,
  signer,
  how,
});
