import type { NoticeContent } from './kinds';

/**
 * One text for one content: JSON with sorted keys and no spaces. Its digest is the check code of the notice; the hash
 * itself is made where there is a crypto library.
 */
export function canonicalText(content: NoticeContent): string {
  return stable(content);
}

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${stable(field)}`);
  return `{${fields.join(',')}}`;
}
