import type { Input } from '@miniapp/platform/api';

/** What a verifier does where there may be no network. */
export type YardOperation =
  | 'reviews.recordVerification'
  | 'reviews.signVerification'
  | 'followups.quarter'
  | 'followups.record'
  | 'measures.visit';

export const YARD_NAMES: Record<YardOperation, string> = {
  'reviews.recordVerification': '核实表',
  'reviews.signVerification': '签名',
  'followups.quarter': '季度台账',
  'followups.record': '走访记录',
  'measures.visit': '走访记录',
};

/** Acts that go together: a record and its signature. A sheet of a quarter and a visit are one each. */
export const workOf = (operation: YardOperation): string =>
  operation.startsWith('reviews.') ? 'reviews' : operation;

export type YardFields<N extends YardOperation> = Omit<Input<N>, 'caseId' | 'version'>;

/** One act on its way to the server, as it lies on the phone. */
export interface YardAct<N extends YardOperation = YardOperation> {
  /** Under which the server knows it, at each try. */
  requestId: string;
  /** Whose act it is: nobody else hands it in by signing in on this phone. */
  personId: string;
  caseId: string;
  operation: N;
  /** The case as it was looked at; null: as the act before it leaves it. */
  version: number | null;
  input: YardFields<N>;
  /** The form's photos; their ids take the place of the boxes' names in the input (`filled`). */
  photos?: string;
  /** A signature that was written here, as a kept file. */
  signature?: string;
  /** What the phone keeps of the form that it came from, gone once it has arrived. */
  draft?: string;
  /** From the first try on: each further one says the very same. */
  sent?: Input<N>;
  /** What the server said against it. Until a person has looked at it nothing more of this case is sent. */
  refused?: Refused;
}

export interface Refused {
  sentence: string;
  /** Somebody else changed the case meanwhile. */
  isConflict: boolean;
  issues: Record<string, string>;
}

/** The next act of this person that may go: in their order, and none of a case's work of which one was refused. */
export function nextAct(acts: readonly YardAct[], personId: string): YardAct | undefined {
  const work = ({ caseId, operation }: YardAct) => `${caseId} ${workOf(operation)}`;
  const stuck = new Set(acts.filter(({ refused }) => refused).map(work));
  return acts.find((act) => act.personId === personId && !stuck.has(work(act)));
}

/** After one has arrived: it is gone, and what waited for it knows the version to name. One step, so that a phone that dies between knows both or neither. */
export function afterArrival(acts: readonly YardAct[], arrived: YardAct, version: number): YardAct[] {
  return acts
    .filter(({ requestId }) => requestId !== arrived.requestId)
    .map((act) =>
      act.caseId === arrived.caseId && act.personId === arrived.personId && act.version === null
        ? { ...act, version }
        : act,
    );
}

/** What a person hands in of a case's work anew takes the place of what she handed in of it before and did not arrive. */
export function withActs(acts: readonly YardAct[], fresh: readonly YardAct[]): YardAct[] {
  const [first] = fresh;
  if (first === undefined) return [...acts];
  const same = ({ caseId, personId, operation }: YardAct) =>
    caseId === first.caseId && personId === first.personId && workOf(operation) === workOf(first.operation);
  return [...acts.filter((act) => !same(act)), ...fresh];
}

const BOX = '@';

/** Stands in an input for the photos of one box of the form, until they have ids. */
export const boxOf = (group: string): string => `${BOX}${group}`;

/** Takes an input and which photo came from which box; gives the input with ids in the places of the boxes. */
export function filled<T>(input: T, photos: readonly { group: string; attachmentId: string }[]): T {
  const ids = (group: string) => photos.flatMap((one) => (one.group === group ? [one.attachmentId] : []));
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value.flatMap((one: unknown) =>
        typeof one === 'string' && one.startsWith(BOX) ? ids(one.slice(BOX.length)) : [fill(one)],
      );
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one)]));
  };
  return fill(input) as T;
}
