import { parentOf } from './code';
import { REGION_LEVELS, type Region, type RegionLevel } from './region';

/** What people leave out when they name a place. The longest come first. */
const ENDINGS = [
  '村民委员会',
  '居民委员会',
  '社区居委会',
  '街道办事处',
  '村委会',
  '居委会',
  '社区',
  '嘎查',
  '苏木',
  '街道',
  '村',
  '镇',
  '乡',
];

/** The name as people say it: 保康 for 保康镇. A name that is nothing but an ending stays whole. */
function bare(name: string): string {
  const ending = ENDINGS.find((word) => name.endsWith(word) && name.length > word.length);
  return ending ? name.slice(0, -ending.length) : name;
}

/** How well one word names this one place: 0 best, 3 worst, undefined not at all. */
function rankOf(region: Region, word: string): number | undefined {
  if (region.name === word || region.code === word) return 0;
  if (bare(region.name) === word) return 1;
  if (region.name.startsWith(word) || (/^\d{6,}$/.test(word) && region.code.startsWith(word))) return 2;
  return region.name.includes(word) ? 3 : undefined;
}

/** A place and those it lies in, nearest first. */
export function chainOf(byCode: ReadonlyMap<string, Region>, code: string): Region[] {
  const chain: Region[] = [];
  for (let at: string | null = code; at !== null; at = byCode.get(at)?.parent ?? parentOf(at)) {
    const region = byCode.get(at);
    if (region) chain.push(region);
  }
  return chain;
}

export interface SearchOptions {
  /** Only places of this level. */
  level?: RegionLevel;
  /** At most so many; 20 when not given. */
  limit?: number;
}

/** Worse than any match of the name: the place lies in one that the word names. */
const INSIDE = 4;

/**
 * Finds places by what a person types: part of a name, or several parts with spaces between, each for the place or
 * for one that it lies in ("保康 东道"); or the first digits of a code.
 * Best match of the last part first: whole name, name without its ending, beginning, middle, lying inside; then the
 * larger place; then by code. An empty text finds nothing.
 */
export function searchRegions(
  regions: readonly Region[],
  text: string,
  options: SearchOptions = {},
): Region[] {
  const words = text.normalize('NFKC').split(/\s+/u).filter(Boolean);
  const last = words.at(-1);
  if (last === undefined) return [];
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const found: { region: Region; rank: number }[] = [];
  for (const region of regions) {
    if (options.level && region.level !== options.level) continue;
    const chain = chainOf(byCode, region.code);
    const isNamed = (word: string) => chain.some((place) => rankOf(place, word) !== undefined);
    if (words.every(isNamed)) found.push({ region, rank: rankOf(region, last) ?? INSIDE });
  }
  found.sort(
    (a, b) =>
      a.rank - b.rank ||
      REGION_LEVELS.indexOf(a.region.level) - REGION_LEVELS.indexOf(b.region.level) ||
      (a.region.code < b.region.code ? -1 : 1),
  );
  return found.slice(0, options.limit ?? 20).map(({ region }) => region);
}
