import { isCaseNo } from './case-number';
import { halfWidth } from './half-width';
import { checkIdNumber } from './id-number';
import { checkName } from './name';
import { checkPhone } from './phone';

export type SearchText = { kind: 'CASE_NO' | 'NAME' | 'ID' | 'PHONE'; value: string };

/**
 * What somebody looks for: the number of a case, a whole mobile number, a whole ID number, a whole name of two characters
 * or more. Parts of any of them are not looked for, so that nobody browses people.
 * @returns null when it is none of these
 */
export function readSearchText(text: string): SearchText | null {
  const phone = checkPhone(text);
  // Before the number of a case: eleven digits may be both, and a case of 2013 to 2019 is none of ours.
  if (phone.ok) return { kind: 'PHONE', value: phone.phone };
  if (isCaseNo(text)) return { kind: 'CASE_NO', value: halfWidth(text).replace(/\s/g, '') };
  const id = checkIdNumber(text);
  if (id.ok) return { kind: 'ID', value: id.id };
  const name = checkName(text);
  return name.ok && Array.from(name.name).length > 1 ? { kind: 'NAME', value: name.name } : null;
}
