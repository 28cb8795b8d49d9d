import { answersNow, type FormChange } from '@miniapp/features/apply/form-versions';
import fc from 'fast-check';

const NAMES = ['village', 'who', 'headName', 'phone', 'phrases', 'text', 'photos', 'needs'] as const;

/** Some changes, one version after the other, none of which brings an old name back. */
const histories = fc
  .array(
    fc.record({
      askedAnew: fc.subarray([...NAMES]),
      renames: fc.subarray([...NAMES]),
    }),
    { maxLength: 5 },
  )
  .map((made) =>
    made.map(({ askedAnew, renames }, at): FormChange => {
      const renamed = Object.fromEntries(renames.map((name) => [nameAt(made, name, at), `${name}${at + 2}`]));
      return { to: at + 2, askedAnew: askedAnew.map((name) => nameAt(made, name, at)), renamed };
    }),
  );

/** What a question is called before the change at this place. */
function nameAt(made: readonly { renames: readonly string[] }[], name: string, place: number): string {
  const last = made
    .slice(0, place)
    .map(({ renames }) => renames.includes(name))
    .lastIndexOf(true);
  return last < 0 ? name : `${name}${last + 2}`;
}

const answers = fc.record(
  Object.fromEntries(NAMES.map((name) => [name, fc.jsonValue()])) as Record<string, fc.Arbitrary<unknown>>,
  { requiredKeys: [] },
);

test('every answer is kept whose question did not change, under its present name, and no other', () => {
  fc.assert(
    fc.property(histories, answers, (changes, given) => {
      const found = answersNow({ formVersion: 1, answers: given }, changes);
      const expected: Record<string, unknown> = {};
      for (const [name, answer] of Object.entries(given)) {
        let called = name;
        let lost = false;
        for (const { askedAnew = [], renamed = {} } of changes) {
          lost ||= askedAnew.includes(called);
          called = renamed[called] ?? called;
        }
        if (!lost) expected[called] = answer;
      }
      expect(found).toEqual(expected);
    }),
  );
});

test('only changes after the version of the draft count', () => {
  const changes: FormChange[] = [
    { to: 2, askedAnew: ['text'] },
    { to: 3, askedAnew: ['phone'] },
  ];
  const given = { text: '住院', phone: '139', who: 'HEAD' };
  expect(answersNow({ formVersion: 2, answers: given }, changes)).toEqual({ text: '住院', who: 'HEAD' });
  expect(answersNow({ formVersion: 3, answers: given }, changes)).toEqual(given);
  expect(answersNow({ formVersion: 9, answers: given }, changes)).toEqual(given);
});
