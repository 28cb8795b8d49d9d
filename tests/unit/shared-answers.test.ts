import { keptOf, SharedAnswers } from '@functions/runtime/shared-answers';

const TABLES = ['notice'];
const TWICE = { limit: 2, seconds: 60 };

/** An answer that is true from 1000 to 2000. */
const answer = (body: unknown) => keptOf(body, 1_000, 2_000);
const keep = (answers: SharedAnswers, key: string, body: unknown) =>
  answers.read(key, TABLES, async () => answer(body));

describe('what an instance keeps', () => {
  test('is given as long as it is true, and not a moment longer', async () => {
    const answers = new SharedAnswers();
    await keep(answers, 'a', 'words');
    expect(answers.find('a', 1_000)?.bytes.toString()).toBe('"words"');
    expect(answers.find('a', 1_999)).toBeDefined();
    expect(answers.find('a', 999)).toBeUndefined();
    await keep(answers, 'a', 'words');
    expect(answers.find('a', 2_000)).toBeUndefined();
  });

  test('two answers of the same bytes have one tag, others another', () => {
    expect(answer({ a: 1 }).etag).toBe(answer({ a: 1 }).etag);
    expect(answer({ a: 1 }).etag).not.toBe(answer({ a: 2 }).etag);
    expect(answer({ a: 1 }).etag).toMatch(/^"[\w-]{43}"$/);
  });

  test('has an end: the oldest goes first', async () => {
    const answers = new SharedAnswers(30);
    for (const key of ['a', 'b']) await keep(answers, key, '0123456789');
    await keep(answers, 'c', '0123456789');
    expect(['a', 'b', 'c'].map((key) => answers.find(key, 1_500) !== undefined)).toEqual([false, true, true]);
    await keep(answers, 'huge', 'x'.repeat(40));
    expect(answers.find('huge', 1_500)).toBeUndefined();
    expect(answers.find('c', 1_500)).toBeDefined();
  });

  test('a write to one of its tables takes it out, another does not', async () => {
    const answers = new SharedAnswers();
    await keep(answers, 'a', 1);
    answers.forget(new Set(['UPDATE case_row', 'INSERT notice_case']));
    expect(answers.find('a', 1_500)).toBeDefined();
    answers.forget(new Set(['UPDATE notice']));
    expect(answers.find('a', 1_500)).toBeUndefined();
  });
});

describe('a reading on its way', () => {
  test('is one for all who ask meanwhile; a failure is nobody’s later', async () => {
    const answers = new SharedAnswers();
    const first = answers.read('a', TABLES, () => Promise.reject(new Error('no')));
    expect(answers.inFlight('a')).toBe(first);
    await expect(first).rejects.toThrow('no');
    expect(answers.inFlight('a')).toBeUndefined();
    expect(answers.find('a', 1_500)).toBeUndefined();
  });

  test('began before a write: who waited is given it, who comes after the write is not', async () => {
    const answers = new SharedAnswers();
    let land = (_: ReturnType<typeof answer>) => {};
    const waiting = answers.read(
      'a',
      TABLES,
      () =>
        new Promise((resolve) => {
          land = resolve;
        }),
    );
    answers.forget(new Set(['INSERT notice']));
    expect(answers.inFlight('a')).toBeUndefined();
    await keep(answers, 'a', 'new');
    land(answer('old'));
    expect((await waiting).body).toBe('old');
    expect(answers.find('a', 1_500)?.body).toBe('new');
  });
});

describe('readers', () => {
  test('are known for a while, and not after a session ended or an office changed hands', () => {
    for (const write of ['UPDATE session', 'DELETE session', 'INSERT person_grant', 'UPDATE delegation']) {
      const answers = new SharedAnswers();
      answers.remember('who', 'VILLAGE', 1_000, 2_000);
      answers.forget(new Set(['INSERT session', 'UPDATE notice']));
      expect(answers.audienceOf('who', 1_500)).toBe('VILLAGE');
      expect(answers.audienceOf('who', 2_000)).toBeUndefined();
      answers.forget(new Set([write]));
      expect(answers.audienceOf('who', 1_500)).toBeUndefined();
    }
  });

  test('are counted each for itself, and anew in the next window', () => {
    const answers = new SharedAnswers();
    const waits = ['a', 'a', 'b', 'a'].map((who) => answers.count(who, TWICE, 100));
    expect(waits).toEqual([null, null, null, 60]);
    expect(answers.count('a', TWICE, 130)).toBe(30);
    expect(answers.count('a', TWICE, 160)).toBeNull();
  });
});
