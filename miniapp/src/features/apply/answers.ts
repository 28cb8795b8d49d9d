import {
  FAMILY_RELATIONS,
  NEEDS,
  type Need,
  PHRASES,
  type Phrase,
  type ReporterRelation,
  RISK_TYPES,
  type RiskType,
} from '@shared/casework/codes';
import { isPaperKey, type PaperKey } from './papers';

/** The village as the person knows it; contacts are fetched when they are needed. */
export interface VillageAnswer {
  code: string;
  name: string;
  townName: string;
  countyName: string;
}

export type Who = 'HEAD' | 'FAMILY' | 'NEIGHBOUR';

export interface PhotoAnswer {
  /** Names the photo on this phone. */
  key: string;
  paper: PaperKey;
  /** Once the store has it and the server has looked at it. */
  attachmentId: string | null;
}

export interface VoiceAnswer {
  /** Names the recording on this phone. */
  key: string;
  seconds: number;
  /** Once the store has it and the server has looked at it. */
  attachmentId: string | null;
}

/** A report that began with what was told in a case that is over (domain.md 3.7). */
export interface Before {
  caseId: string;
  /** The pages that were filled in, each with what stood on it then. */
  filled: Readonly<Record<string, string>>;
  /** Those that the person has looked at since and left by their own way on. */
  seen: readonly string[];
}

/** What was answered so far. Nothing here is checked yet: a half-typed page survives (ux.md 7.2). */
export interface Answers {
  village: VillageAnswer | null;
  group: string;
  who: Who | null;
  relation: ReporterRelation | null;
  reporterName: string;
  reason: string;
  headName: string;
  idNo: string;
  /** The card is not at hand, or its number does not check out: staff look at it at the visit. */
  idLater: boolean;
  /** How often an ID number was refused: from the second time on it may be left to the visit. */
  idRefusals: number;
  noPhone: boolean;
  phone: string;
  phrases: Phrase[];
  text: string;
  voice: VoiceAnswer | null;
  /** Kinds of trouble: what the phrases say, until the person picks for herself. */
  troubles: RiskType[];
  photos: PhotoAnswer[];
  memberCount: number | null;
  /** What would help most; optional. */
  needs: Need[];
  /** The text was read to the family, or played, as it stands now (domain.md 1.1 PROXY). */
  readOut: boolean;
  before: Before | null;
}

export const NO_ANSWERS: Answers = {
  village: null,
  group: '',
  who: null,
  relation: null,
  reporterName: '',
  reason: '',
  headName: '',
  idNo: '',
  idLater: false,
  idRefusals: 0,
  noPhone: false,
  phone: '',
  phrases: [],
  text: '',
  voice: null,
  troubles: [],
  photos: [],
  memberCount: null,
  needs: [],
  readOut: false,
  before: null,
};

/** At most so many kinds of trouble (ux.md 02-d). */
export const MAX_TROUBLES = 3;

/** Kinds of trouble that phrases already say, in the order they were tapped. */
export function troublesSaid(phrases: readonly Phrase[]): RiskType[] {
  return [...new Set(phrases.map((phrase) => PHRASES[phrase]))];
}

/** Whether the tapped phrases say it all, so that 02-d need not ask (ux.md 02-d). */
export function phrasesSayTroubles(answers: Pick<Answers, 'phrases'>): boolean {
  const said = troublesSaid(answers.phrases).length;
  return said >= 1 && said <= MAX_TROUBLES;
}

/** Relations to offer for each kind of reporter, in the order of the page. */
export const RELATIONS: Record<Exclude<Who, 'HEAD'>, readonly ReporterRelation[]> = {
  FAMILY: FAMILY_RELATIONS.filter((relation) => relation !== 'SELF'),
  NEIGHBOUR: ['NEIGHBOUR', 'RELATIVE', 'GROUP_LEADER', 'GRID', 'CADRE', 'OTHER'],
};

/**
 * Takes the answers and what the person just said; gives the answers with what follows from it: another village
 * forgets the group, a head of family needs no proxy, phrases say the kinds of trouble. Nothing else is cleared.
 */
export function answered(answers: Answers, said: Partial<Answers>): Answers {
  const next = { ...answers, ...said };
  if (said.village !== undefined && said.village?.code !== answers.village?.code && said.group === undefined)
    next.group = '';
  if (next.who === 'HEAD') next.relation = null;
  else if (next.who !== null && next.relation !== null && !RELATIONS[next.who].includes(next.relation))
    next.relation = null;
  // Typing a number again takes back 「身份证不在手边」; the same for the phone.
  if (said.idNo !== undefined && said.idLater === undefined && said.idNo !== answers.idNo)
    next.idLater = false;
  if (said.phone !== undefined && said.noPhone === undefined && said.phone !== '') next.noPhone = false;
  if (said.phrases !== undefined && said.troubles === undefined) {
    const before = troublesSaid(answers.phrases);
    const now = troublesSaid(said.phrases);
    if (before.join() !== now.join()) next.troubles = now.slice(0, MAX_TROUBLES);
  }
  if (said.readOut === undefined && textOf(next) !== textOf(answers)) next.readOut = false;
  return next;
}

/** All that is read to the family: what changes afterwards has not been heard. Photos are seen, not read. */
function textOf(answers: Answers): string {
  const { readOut: _heard, photos: _photos, idRefusals: _refusals, before: _before, ...text } = answers;
  return JSON.stringify(text);
}

/** Whether somebody of another family reports: a proxy (domain.md 1.1). */
export const isProxy = ({ who }: Pick<Answers, 'who'>): boolean => who === 'NEIGHBOUR';

/** Whether anything was said at all: an untouched form is no draft. */
export function isUntouched(answers: Answers): boolean {
  const { village: _village, group: _group, ...rest } = answers;
  const { village: _none, group: _nothing, ...empty } = NO_ANSWERS;
  return JSON.stringify(rest) === JSON.stringify(empty);
}

/**
 * Reads answers back from the phone or the server. What does not fit is left empty, never trusted and never an
 * error: an old or foreign draft must not break the form.
 */
export function answersFrom(kept: Readonly<Record<string, unknown>>): Answers {
  const text = (value: unknown, max = 1000) => (typeof value === 'string' ? value.slice(0, max) : '');
  const oneOf = <V extends string>(value: unknown, list: readonly V[]): V | null =>
    list.find((item) => item === value) ?? null;
  const listOf = <V extends string>(value: unknown, list: readonly V[]): V[] =>
    Array.isArray(value) ? list.filter((item) => value.includes(item)) : [];
  const phrases = Object.keys(PHRASES) as Phrase[];
  const inOrder = <V>(value: unknown, found: V[]): V[] =>
    Array.isArray(value) ? [...found].sort((a, b) => value.indexOf(a) - value.indexOf(b)) : found;
  return {
    village: villageFrom(kept.village),
    group: text(kept.group, 20),
    who: oneOf(kept.who, ['HEAD', 'FAMILY', 'NEIGHBOUR'] as const),
    relation: oneOf(kept.relation, [...RELATIONS.FAMILY, ...RELATIONS.NEIGHBOUR]),
    reporterName: text(kept.reporterName, 60),
    reason: text(kept.reason, 200),
    headName: text(kept.headName, 60),
    idNo: text(kept.idNo, 40),
    idLater: kept.idLater === true,
    idRefusals: Number.isInteger(kept.idRefusals) ? Number(kept.idRefusals) : 0,
    noPhone: kept.noPhone === true,
    phone: text(kept.phone, 40),
    phrases: inOrder(kept.phrases, listOf(kept.phrases, phrases)),
    text: text(kept.text),
    voice: voiceFrom(kept.voice),
    troubles: inOrder(kept.troubles, listOf(kept.troubles, RISK_TYPES)).slice(0, MAX_TROUBLES),
    photos: photosFrom(kept.photos),
    memberCount: countFrom(kept.memberCount),
    needs: inOrder(kept.needs, listOf(kept.needs, NEEDS)),
    readOut: kept.readOut === true,
    before: beforeFrom(kept.before),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function villageFrom(value: unknown): VillageAnswer | null {
  if (!isRecord(value)) return null;
  const { code, name, townName, countyName } = value;
  const whole = [code, name, townName, countyName].every((part) => typeof part === 'string');
  if (!whole || !/^\d{12}$/.test(String(code))) return null;
  return {
    code: String(code),
    name: String(name),
    townName: String(townName),
    countyName: String(countyName),
  };
}

function beforeFrom(value: unknown): Before | null {
  if (!isRecord(value) || typeof value.caseId !== 'string' || !isRecord(value.filled)) return null;
  const filled = Object.entries(value.filled).filter(
    (one): one is [string, string] => typeof one[1] === 'string',
  );
  const seen = Array.isArray(value.seen) ? value.seen.filter((step) => typeof step === 'string') : [];
  return { caseId: value.caseId, filled: Object.fromEntries(filled), seen };
}

function voiceFrom(value: unknown): VoiceAnswer | null {
  if (!isRecord(value) || typeof value.key !== 'string') return null;
  const { key, seconds } = value;
  if (!Number.isInteger(seconds) || Number(seconds) < 1 || Number(seconds) > 60) return null;
  const attachmentId = typeof value.attachmentId === 'string' ? value.attachmentId : null;
  return { key, seconds: Number(seconds), attachmentId };
}

function photosFrom(value: unknown): PhotoAnswer[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((photo): PhotoAnswer[] => {
    if (!isRecord(photo) || typeof photo.key !== 'string' || !isPaperKey(photo.paper)) return [];
    const attachmentId = typeof photo.attachmentId === 'string' ? photo.attachmentId : null;
    return [{ key: photo.key, paper: photo.paper, attachmentId }];
  });
}

function countFrom(value: unknown): number | null {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 20 ? Number(value) : null;
}
