import type { LocalDate } from '@shared/calendar';
import { PolicyOverride, PolicyRecord } from './record';

/** A policy as it holds in one place on one day; `confirmed` when the county itself has said the amount. */
export type PolicyInForce = PolicyRecord & { confirmed: boolean };

interface Dated {
  validFrom: LocalDate;
  validTo: LocalDate | null;
}

const holds = ({ validFrom, validTo }: Dated, day: LocalDate) =>
  validFrom <= day && (validTo === null || day <= validTo);

/**
 * The policies of a place on a day (domain.md 7): what a nearer region says goes before what a wider one says, part by
 * part. One that is off there, or whose time is over, is not among them. Order of the catalogue.
 */
export function policiesInForce(
  catalogue: readonly PolicyRecord[],
  overrides: readonly PolicyOverride[],
  place: string,
  day: LocalDate,
): PolicyInForce[] {
  return catalogue.flatMap((record) => {
    if (!holds(record, day)) return [];
    const said = overrides
      .filter(({ code, region }) => code === record.code && place.startsWith(region))
      .filter((one) => holds(one, day))
      .sort((a, b) => a.region.length - b.region.length);
    if (said.at(-1)?.off === true) return [];
    const changed = said.filter(({ off }) => !off);
    const merged = Object.assign({ ...record }, ...changed.map(({ change }) => change)) as PolicyRecord;
    const confirmed = changed.some(
      ({ region, change }) => region.length === 6 && change.amount !== undefined,
    );
    return [{ ...merged, confirmed }];
  });
}

export type CatalogueFault =
  | { code: string; region: string; fault: 'INVALID'; detail: string }
  | { code: string; region: string; fault: 'TWICE' | 'OVERLAP' | 'UNKNOWN_CODE' | 'EXPIRED' };

/**
 * What is wrong with a catalogue on a day: records that are none, codes twice, a region that says two things for one
 * day, changes that contradict the record, and records whose time is over.
 */
export function catalogueFaults(
  catalogue: readonly unknown[],
  overrides: readonly unknown[],
  day: LocalDate,
): CatalogueFault[] {
  const faults: CatalogueFault[] = [];
  const records = new Map<string, PolicyRecord>();
  for (const given of catalogue) {
    const code = String((given as { code?: unknown } | null)?.code ?? '');
    const read = PolicyRecord.safeParse(given);
    if (!read.success) faults.push({ code, region: '', fault: 'INVALID', detail: read.error.message });
    else if (records.has(code)) faults.push({ code, region: '', fault: 'TWICE' });
    else {
      records.set(code, read.data);
      if (read.data.validTo !== null && read.data.validTo < day)
        faults.push({ code, region: '', fault: 'EXPIRED' });
    }
  }
  const said: PolicyOverride[] = [];
  for (const given of overrides) {
    const { code, region } = Object(given) as { code?: string; region?: string };
    const at = { code: code ?? '', region: region ?? '' };
    const read = PolicyOverride.safeParse(given);
    if (!read.success) {
      faults.push({ ...at, fault: 'INVALID', detail: read.error.message });
      continue;
    }
    const record = records.get(read.data.code);
    if (record === undefined) {
      faults.push({ ...at, fault: 'UNKNOWN_CODE' });
      continue;
    }
    const whole = PolicyRecord.safeParse({ ...record, ...read.data.change });
    if (!whole.success) faults.push({ ...at, fault: 'INVALID', detail: whole.error.message });
    if (said.some((one) => one.code === code && one.region === region && overlap(one, read.data)))
      faults.push({ ...at, fault: 'OVERLAP' });
    if (read.data.validTo !== null && read.data.validTo < day) faults.push({ ...at, fault: 'EXPIRED' });
    said.push(read.data);
  }
  return faults;
}

const FOR_EVER = '9999-12-31';

function overlap(a: Dated, b: Dated): boolean {
  return a.validFrom <= (b.validTo ?? FOR_EVER) && b.validFrom <= (a.validTo ?? FOR_EVER);
}
