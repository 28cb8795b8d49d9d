import { type Actor, levelOfRole, type Role } from '@shared/access';
import { scanSensitive } from '@shared/publicity';
import type { Case } from './case';
import type { RecordedEvent } from './events';

/** Somebody of a case as a supervisor reads of them: an alias, and what they are to it. */
export interface Pseudonym {
  /** `HEAD`, `REPORTER`, `M-<member>` or `S-<number>`: what a reveal names. */
  key: string;
  alias: string;
  kind: 'FAMILY' | 'REPORTER' | 'STAFF';
}

/** Who stands behind a pseudonym. */
export interface RealPerson {
  name: string;
  idNo: string | null;
  phone: string | null;
}

interface Known extends Pseudonym {
  person: RealPerson;
  /** Of staff: their id, by which their acts are theirs. */
  personId?: string;
}

/** The alias of a family: the last digits of its case number, which say nothing of who it is. */
export function familyAlias(caseNo: string): string {
  return `农户 ${caseNo.slice(-5)}`;
}

/** What stands for a person without an alias, and for what may not be read. */
const SOMEBODY = '某人';
const HIDDEN = '〔隐去〕';

/**
 * The pseudonyms of one case (domain.md 1.1: a supervisor reads under pseudonyms). An alias belongs to a person within
 * the case: whoever acts twice is the same 「干部」 twice, so that duties apart can be checked without a name.
 */
export interface Pseudonyms {
  people: readonly Pseudonym[];
  /** Who acted, under the alias. */
  actor(actor: Pick<Actor, 'personId' | 'role'>): string;
  /**
   * Free words without what tells who the family is: every name, ID number, phone and group that the case holds, and
   * whatever a notice may not carry either (numbers, addresses, words of illness; domain.md 6.2).
   */
  words(text: string): string;
  /** Who stands behind a key, null when nobody does. */
  reveal(key: string): RealPerson | null;
}

export function pseudonymsOf(c: Case, history: readonly RecordedEvent[]): Pseudonyms {
  const known = [...familyOf(c), ...staffOf(history)];
  const identities = identitiesOf([c, history]);
  const aliasOf = new Map(known.map(({ person, alias }) => [person.name, alias]));
  const longestFirst = [...identities.keys()].sort((a, b) => b.length - a.length);
  // In one pass: what stands for one name is never taken for another.
  const anyOfThem = longestFirst.length === 0 ? null : new RegExp(longestFirst.map(literally).join('|'), 'g');
  const instead = (found: string) =>
    identities.get(found) === true ? (aliasOf.get(found) ?? SOMEBODY) : HIDDEN;
  return {
    people: known.map(({ key, alias, kind }) => ({ key, alias, kind })),
    actor({ personId, role }) {
      return known.find((one) => one.personId === personId)?.alias ?? OUTSIDERS[role] ?? SOMEBODY;
    },
    words(text) {
      return withoutSensitive(anyOfThem === null ? text : text.replace(anyOfThem, instead));
    },
    reveal: (key) => known.find((one) => one.key === key)?.person ?? null,
  };
}

/** Those who act without being staff. */
const OUTSIDERS: Partial<Record<Role, string>> = {
  HOUSEHOLD: '农户',
  PROXY: '代申报人',
  SIGNER: '家里人',
  SYSTEM: '系统',
};

function familyOf(c: Case): Known[] {
  const { reporter, idNo, phone } = c.report;
  const head: Known = {
    key: 'HEAD',
    alias: '户主',
    kind: 'FAMILY',
    person: { name: c.headName, idNo, phone },
  };
  const members = c.members
    .filter(({ name }) => name !== c.headName)
    .map(
      ({ key, name, idNo: own }, index): Known => ({
        key: `M-${key}`,
        alias: `家里人 ${index + 1}`,
        kind: 'FAMILY',
        person: { name, idNo: own, phone: null },
      }),
    );
  const family = [head, ...members];
  if (reporter.relation === 'SELF' || family.some(({ person }) => person.name === reporter.name))
    return family;
  const filed = { name: reporter.name, idNo: null, phone: null };
  return [...family, { key: 'REPORTER', alias: '代申报人', kind: 'REPORTER', person: filed }];
}

/** Staff in the order in which they first acted. */
function staffOf(history: readonly RecordedEvent[]): Known[] {
  const acted = new Map<string, Actor>();
  for (const { actor } of history) {
    const level = levelOfRole(actor.role);
    if (level !== 'NONE' && level !== 'HOUSEHOLD' && !acted.has(actor.personId))
      acted.set(actor.personId, actor);
  }
  return [...acted.values()].map(({ personId, name }, index) => ({
    key: `S-${index + 1}`,
    alias: `干部 ${index + 1}`,
    kind: 'STAFF',
    person: { name, idNo: null, phone: null },
    personId,
  }));
}

const NAMES: ReadonlySet<string> = new Set(['name', 'headName', 'convenor', 'receivedBy', 'actorName']);
const NUMBERS: ReadonlySet<string> = new Set(['idNo', 'phone', 'group', 'address']);

/** Every name (true) and number (false) that a case or its history holds, wherever: what is added later is found too. */
function identitiesOf(value: unknown, found = new Map<string, boolean>()): Map<string, boolean> {
  if (Array.isArray(value)) for (const one of value) identitiesOf(one, found);
  else if (typeof value === 'object' && value !== null) {
    // A measure has a name as well, and it is nobody's.
    const thing = 'measureCode' in value;
    for (const [key, inner] of Object.entries(value)) {
      const isName = NAMES.has(key) && !thing;
      if (typeof inner === 'string' && inner.length > 1 && (isName || NUMBERS.has(key)))
        found.set(inner, isName || found.get(inner) === true);
      else identitiesOf(inner, found);
    }
  }
  return found;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function withoutSensitive(text: string): string {
  let rest = '';
  let at = 0;
  for (const { from, to } of scanSensitive(text)) {
    rest += text.slice(at, from) + HIDDEN;
    at = to;
  }
  return rest + text.slice(at);
}
