import { type Instant, localDate } from '@shared/calendar';
import { type AssetFlag, fold, isClosed, type RecordedEvent, withoutUndone } from '@shared/casework';
import type { Profile } from '@shared/procedure';
import { play } from './play';
import type { Deed, Story } from './story';

type Made =
  | { ok: true; story: Story }
  | { ok: false; reason: 'NOT_FOUND' | 'STORY_NOT_CLOSED' | 'STORY_NOT_PLAYABLE' };

const CHINA_MS = 8 * 3_600_000;

/** `2026-03-02 09:10` in China time. */
function local(at: Instant): string {
  return `${localDate(at)} ${new Date(Date.parse(at) + CHINA_MS).toISOString().slice(11, 16)}`;
}

/**
 * A closed case as a story for rehearsals: days, amounts, counts and codes, without anybody's name, words or place. Only
 * a case that the stage can play to its end under its own rules is taken; one with an objection or a review is not.
 * @param profile the one that the case kept
 */
export function storyOf(
  history: readonly RecordedEvent[],
  profile: Profile,
  { key, title }: Pick<Story, 'key' | 'title'>,
): Made {
  const c = fold(history);
  if (c === null) return { ok: false, reason: 'NOT_FOUND' };
  if (!isClosed(c.state)) return { ok: false, reason: 'STORY_NOT_CLOSED' };
  if (c.verification === null) return { ok: false, reason: 'STORY_NOT_PLAYABLE' };
  const { sheet, findings } = c.verification.record;
  const { note: _, ...found } = findings;
  const yuan = (fen: number) => fen / 100;
  const story: Story = {
    key,
    title,
    risks: c.decision?.risks ?? c.report.riskTypes,
    members: sheet.members,
    findings: found,
    sheet: {
      income: sheet.income.map(({ code, amountFen }) => [code, yuan(amountFen)]) as Story['sheet']['income'],
      costs: sheet.costs.map(({ code, amountFen }) => [code, yuan(amountFen)]) as Story['sheet']['costs'],
      rigid: sheet.rigid.map(({ code, paidFen, reimbursedFen }) => [
        code,
        yuan(paidFen),
        yuan(reimbursedFen),
      ]),
      claims: yuan(sheet.claimsFen),
    },
    deeds: deedsOf(withoutUndone(history)),
  };
  const { refused, steps } = play(story, profile);
  const ended = steps.every(({ step, doneOn }) => doneOn !== null || step === 'refusalNotice');
  return refused === null && ended ? { ok: true, story } : { ok: false, reason: 'STORY_NOT_PLAYABLE' };
}

/** What was done, in order. Signatures under a record that was changed later are gone, as in the case. */
function deedsOf(history: readonly RecordedEvent[]): Deed[] {
  const lastVisit = Math.max(
    0,
    ...history.filter(({ type }) => type === 'VerificationRecorded').map(({ seq }) => seq),
  );
  const firstConsent = history.find(
    ({ type, seq }) => type === 'AuthorizationSigned' && seq > lastVisit,
  )?.seq;
  const asked = history.find(({ type }) => type === 'DataCheckRequested');
  const flags = new Set<AssetFlag>();
  let signers = 0;
  return history.flatMap((event): Deed[] => {
    const at = local(event.at);
    switch (event.type) {
      case 'ReportSubmitted':
        return [{ at, do: 'submit' }];
      case 'CaseAccepted':
        return [{ at, do: 'accept' }];
      case 'VerificationRecorded':
        return event.seq === lastVisit ? [{ at, do: 'visit' }] : [];
      case 'AuthorizationSigned':
        return event.seq === firstConsent ? [{ at, do: 'consent' }] : [];
      case 'VerificationSigned':
        if (event.seq < lastVisit) return [];
        signers += 1;
        return [{ at, do: 'sign', who: signers }];
      case 'DataCheckRequested':
        // Signed before the visit was written down again: the signatures stand, so the story has them here.
        return firstConsent === undefined || firstConsent > event.seq
          ? [
              { at, do: 'consent' },
              { at, do: 'ask' },
            ]
          : [{ at, do: 'ask' }];
      case 'DataCheckAnswered':
        for (const answer of event.data.answers) for (const flag of answer.flags) flags.add(flag);
        return [];
      case 'DataCheckCompleted':
        return asked === undefined ? [] : [{ at, do: 'answer', flags: [...flags] }];
      case 'SupplementRequested':
        return [{ at, do: 'return', kind: event.data.items[0]?.kind ?? 'FACT' }];
      case 'SupplementCompleted':
        return [{ at, do: 'supply' }];
      case 'TriageCompleted': {
        const outcome = event.data.householdType ?? event.data.reasonCode;
        return outcome === null ? [] : [{ at, do: 'triage', outcome: event.data.reasonCode ?? outcome }];
      }
      case 'RejectionOverturned':
        return [{ at, do: 'overturn' }];
      case 'AppraisalRecorded': {
        const { attendees, recusals, yes, no } = event.data;
        const villagers = attendees.filter(({ role }) => role === 'VILLAGER').length;
        const recused = new Set(recusals.map(({ name }) => name)).size;
        return [{ at, do: 'meet', villagers, others: attendees.length - villagers, recused, yes, no }];
      }
      case 'PublicityPosted':
        return [{ at, do: 'post' }];
      case 'TownReviewed':
        return [{ at, do: 'town' }];
      case 'InclusionDecided':
        return [{ at, do: 'county', outcome: event.data.householdType }];
      case 'CaseRejected':
        return event.from === 'PROPOSE_REJECT'
          ? [{ at, do: 'agreeNot' }]
          : [{ at, do: 'county', outcome: event.data.reasonCode }];
      case 'AnnouncementPosted':
        return [{ at, do: 'announce' }];
      default:
        return [];
    }
  });
}
