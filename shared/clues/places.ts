/** A village of the county with the township that it lies in. */
export interface VillagePlace {
  code: string;
  name: string;
  town: string;
}

export type FoundVillage =
  | { ok: true; village: string }
  /** Nothing is written, no village has the name, or several have it. */
  | { ok: false; why: 'NOT_SAID' | 'NOT_HERE' | 'SEVERAL' };

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
/** 保西村村民委员会, 保西村委会 and 保西 are one village. */
const short = (name: string): string => plain(name).replace(/(村民委员会|村委会|居委会|社区|嘎查|村)$/, '');

/**
 * Finds villages by the words that a department writes: a 12-digit code, a name, a name behind its township's, with
 * or without the word for village. Nothing is guessed: a name that several villages have needs the township.
 */
export function villageFinder(
  places: readonly VillagePlace[],
): (town: string, village: string) => FoundVillage {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const byName = new Map<string, VillagePlace[]>();
  for (const place of places)
    for (const name of new Set([plain(place.name), short(place.name)]))
      byName.set(name, [...(byName.get(name) ?? []), place]);
  return (town, village) => {
    const said = plain(village);
    if (said === '') return { ok: false, why: 'NOT_SAID' };
    const coded = byCode.get(said);
    if (coded !== undefined) return { ok: true, village: coded.code };
    const inTown = plain(town);
    const named = byName.get(said) ?? byName.get(short(said)) ?? behindTown(said);
    const fits =
      inTown === ''
        ? named
        : named.filter((place) => isTown(place.town, inTown) || place.code.startsWith(inTown));
    const [only] = fits;
    if (only === undefined) return { ok: false, why: 'NOT_HERE' };
    return fits.length === 1 ? { ok: true, village: only.code } : { ok: false, why: 'SEVERAL' };
  };

  /** 「保康镇保西村」, also behind the name of the county. */
  function behindTown(said: string): VillagePlace[] {
    return places.filter(
      ({ name, town }) =>
        (said.endsWith(plain(town) + plain(name)) || said.endsWith(plain(town) + short(name))) && town !== '',
    );
  }
}

const isTown = (name: string, said: string): boolean => said.endsWith(plain(name));
