/** What each person of a scenario could see and do in each state of the case, asked of the system itself. */
import type { HouseholdCaseView, StaffCaseView } from '@shared/casework';
import { reporterOf } from './read-scenario';
import { MAIN, type Scenario } from './scenario';
import type { Play } from './take';

export interface Persona {
  name: string;
  part: string;
  /** By state in which the person could see the case: the steps that were open to the person there. */
  couldDo: Record<string, string[]>;
  couldNotSee: string[];
  did: string[];
  refused: string[];
  saw: string[];
}

/** Asks as every person of the scenario and keeps what is answered for this state. */
export async function askEverybody(play: Play, state: string, personas: Map<string, Persona>): Promise<void> {
  await Promise.all(
    [...personas].map(async ([key, persona]) => {
      const may = await openTo(play, key);
      if (may === null) addOnce(persona.couldNotSee, state);
      else persona.couldDo[state] = [...new Set([...(persona.couldDo[state] ?? []), ...may])];
    }),
  );
}

/** The steps open to a person now; null when the case is not the person's to see. */
async function openTo({ stage, scenario, cases }: Play, key: string): Promise<string[] | null> {
  const known = cases.get(MAIN);
  const input = { caseId: known?.id };
  if (!known?.parties.has(key) && scenario.people[key]?.role.length) {
    const { status, body } = await stage.call(key, 'reviews.case', input);
    if (status !== 200) return null;
    return (body as { case: StaffCaseView }).case.actions
      .filter((one) => one.enabled)
      .map((one) => one.action);
  }
  const { status, body } = await stage.call(key, 'applications.get', input);
  if (status !== 200) return null;
  const { allowed, unsigned, missing } = (body as { case: HouseholdCaseView }).case;
  const idle = [
    ...(unsigned.length === 0 ? ['recordAuthorization'] : []),
    ...(missing.length === 0 ? ['provideSupplement'] : []),
  ];
  return allowed.filter((one) => !idle.includes(one));
}

export function newPersonas(scenario: Scenario): Map<string, Persona> {
  const reporter = reporterOf(scenario)?.key;
  return new Map(
    Object.entries(scenario.people).map(([key, { name, role }]) => [
      key,
      {
        name,
        part: key === reporter ? 'REPORTER' : role.join(' ') || 'NONE',
        couldDo: {},
        couldNotSee: [],
        did: [],
        refused: [],
        saw: [],
      },
    ]),
  );
}

function addOnce(list: string[], item: string): void {
  if (!list.includes(item)) list.push(item);
}
