import { CONSENT, signedLines } from '@shared/messages/consent';
import { type Journey, WIFE_ID, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

/** Each adult signs on the own phone: who may open a link, what it shows, and what nobody can do with it. */

let office: Office;
let journey: Journey;

beforeAll(async () => {
  office = await openOffice();
  journey = await walk(office, 'verified');
});
afterAll(() => office.close());

const FAMILY = 'tian-xiaoyu';
const SON = 'shen-wen';
const WIFE = 'he-ming';

const own = async () => (await office.must(FAMILY, 'applications.get', { caseId: journey.caseId })).case;
const send = (memberKey: string) =>
  office.must(FAMILY, 'consents.send', { caseId: journey.caseId, memberKey });
const reasonOf = ({ body }: { body: unknown }) => (body as { error: { reason: string } }).error.reason;
const refused = async (person: string, operation: Parameters<Office['ask']>[1], input: object) => {
  const answer = await office.ask(person, operation, { input });
  return [answer.status, answer.status === 200 ? 'ok' : reasonOf(answer)];
};

test('a link shows nothing before its holder has shown who he is, then what he signs, and nothing of the case', async () => {
  const { token, expiresAt } = await send('son');
  expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
  const opened = await office.must(SON, 'consents.open', { token });
  expect(opened.signing).toMatchObject({
    step: 'PROVE',
    ask: 'NAME',
    triesLeft: 5,
    name: null,
    signed: null,
  });
  const wrong = await office.must(SON, 'consents.prove', { token, answer: '田志远' });
  expect(wrong.signing).toMatchObject({ step: 'PROVE', triesLeft: 4, name: null });
  const proven = await office.must(SON, 'consents.prove', { token, answer: ' 田 志强 ' });
  expect(proven.signing).toMatchObject({ step: 'SIGN', name: '田志强', asksBank: true });
  const said = JSON.stringify(proven);
  for (const secret of ['田有福', '周桂兰', journey.caseId, '2组', WIFE_ID])
    expect(said).not.toContain(secret);
  // Still nobody of the case.
  expect(await refused(SON, 'applications.get', { caseId: journey.caseId })).toEqual([404, 'NOT_FOUND']);

  const signatureId = await office.photo(SON);
  const signed = await office.must(SON, 'consents.sign', {
    token,
    signatureId,
    bank: false,
    textVersion: CONSENT.version,
  });
  expect(signed.signing).toMatchObject({ step: 'SIGNED', signed: { name: '田志强', bank: false } });
  const son = (await own()).adults.find(({ memberKey }) => memberKey === 'son');
  expect(son?.signed).toMatchObject({ method: 'SCREEN', bank: false, elsewhere: true, text: true });
  expect((await office.must(SON, 'applications.mine', {})).cases).toEqual([]);

  // Used up: for others it is gone, its signer sees what he signed, nobody signs twice.
  expect(await refused(WIFE, 'consents.open', { token })).toEqual([403, 'SIGNING_LINK_GONE']);
  expect((await office.must(SON, 'consents.open', { token })).signing.step).toBe('SIGNED');
  const again = { token, signatureId: await office.photo(SON), bank: true, textVersion: CONSENT.version };
  expect(await refused(SON, 'consents.sign', again)).toEqual([409, 'ALREADY_AUTHORIZED']);
  expect(await refused(FAMILY, 'consents.send', { caseId: journey.caseId, memberKey: 'son' })).toEqual([
    409,
    'ALREADY_AUTHORIZED',
  ]);
});

test('what was signed is shown word for word, with the digest of these very words', async () => {
  const { consent } = await office.must(FAMILY, 'applications.consent', {
    caseId: journey.caseId,
    memberKey: 'son',
  });
  expect(consent.lines).toEqual(
    signedLines({ version: CONSENT.version, caseNo: consent.caseNo, name: '田志强', bank: false }),
  );
  const [row] = await office.database.look<{ digest: string }>(
    "SELECT encode(sha256(convert_to($1, 'UTF8')), 'hex') AS digest",
    [consent.lines.join('\n')],
  );
  expect(consent.digest).toBe(row?.digest);
  expect(await refused(WIFE, 'applications.consent', { caseId: journey.caseId, memberKey: 'son' })).toEqual([
    404,
    'NOT_FOUND',
  ]);
  expect(
    await refused(FAMILY, 'applications.consent', { caseId: journey.caseId, memberKey: 'wife' }),
  ).toEqual([404, 'NOT_FOUND']);
});

test('guessing ends a link after five wrong answers, also for whoever then knows the right one', async () => {
  const { token } = await send('wife');
  for (const left of [4, 3, 2, 1]) {
    const answer = left % 2 === 0 ? '0000' : '周桂兰';
    const { signing } = await office.must(WIFE, 'consents.prove', { token, answer });
    expect(signing).toMatchObject({ step: 'PROVE', ask: 'ID_TAIL', triesLeft: left, name: null });
  }
  await office.must(WIFE, 'consents.prove', { token, answer: '9999' });
  expect(await refused(WIFE, 'consents.prove', { token, answer: WIFE_ID.slice(-4) })).toEqual([
    403,
    'SIGNING_LINK_GONE',
  ]);
});

test('five guesses at once are five guesses', async () => {
  const { token } = await send('wife');
  const tries = Array.from({ length: 9 }, (_, index) =>
    office.ask(WIFE, 'consents.prove', { input: { token, answer: `000${index}` } }),
  );
  const answers = await Promise.all(tries);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
});

test('a new link ends the old one; one that is too old, made up or taken by another account is gone', async () => {
  const old = await send('wife');
  const { token } = await send('wife');
  expect(await refused(WIFE, 'consents.open', { token: old.token })).toEqual([403, 'SIGNING_LINK_GONE']);
  for (const made of ['x', 'A'.repeat(43)])
    expect(await refused(WIFE, 'consents.open', { token: made })).toEqual([403, 'SIGNING_LINK_GONE']);
  expect(await refused('-', 'consents.open', { token })).toEqual([401, 'SIGN_IN_FIRST']);

  const tail = WIFE_ID.slice(-4).toLowerCase();
  await office.must(WIFE, 'consents.prove', { token, answer: tail });
  expect(await refused('zhou-zhengping', 'consents.open', { token })).toEqual([403, 'SIGNING_LINK_GONE']);
  await office.database.look("UPDATE signing_link SET expires_at = '2020-01-01' WHERE signed_at IS NULL");
  expect(await refused(WIFE, 'consents.open', { token })).toEqual([403, 'SIGNING_LINK_GONE']);
});

test('nobody signs for somebody else: not the sender, not a cadre, not one account for two people', async () => {
  const { token } = await send('wife');
  expect(await refused(FAMILY, 'consents.open', { token })).toEqual([403, 'SIGN_FOR_YOURSELF']);
  expect(await refused('li-chunmei', 'consents.open', { token })).toEqual([403, 'SIGN_FOR_YOURSELF']);
  expect(await refused(SON, 'consents.open', { token })).toEqual([403, 'SIGN_FOR_YOURSELF']);
  // Without having shown who one is.
  const signatureId = await office.photo(WIFE);
  const unproven = { token, signatureId, bank: true, textVersion: CONSENT.version };
  expect(await refused(WIFE, 'consents.sign', unproven)).toEqual([403, 'SHOW_WHO_YOU_ARE']);
  // A stranger sends none, nor is one sent for a child, or for nobody.
  expect(await refused(WIFE, 'consents.send', { caseId: journey.caseId, memberKey: 'wife' })).toEqual([
    404,
    'NOT_FOUND',
  ]);
  expect(await refused('li-chunmei', 'consents.send', { caseId: journey.caseId, memberKey: 'wife' })).toEqual(
    [403, 'ROLE_MAY_NOT'],
  );
  expect(await refused(FAMILY, 'consents.send', { caseId: journey.caseId, memberKey: 'ghost' })).toEqual([
    404,
    'UNKNOWN_MEMBER',
  ]);
});

test('an old text is not signed, nor is a signature that somebody else drew', async () => {
  const { token } = await send('wife');
  await office.must(WIFE, 'consents.prove', { token, answer: WIFE_ID.slice(-4) });
  const signatureId = await office.photo(WIFE);
  expect(
    await refused(WIFE, 'consents.sign', { token, signatureId, bank: true, textVersion: '1999-1' }),
  ).toEqual([409, 'CONSENT_TEXT_CHANGED']);
  const stolen = { token, signatureId: await office.photo(SON), bank: true, textVersion: CONSENT.version };
  expect(await refused(WIFE, 'consents.sign', stolen)).toEqual([422, 'ATTACHMENT_UNKNOWN']);
  // Sent twice because the answer was lost: one signature, the same answer.
  const input = { token, signatureId, bank: true, textVersion: CONSENT.version };
  const first = await office.ask(WIFE, 'consents.sign', { input, requestId: 'sign-once-1' });
  expect(first.status).toBe(200);
  expect(await office.ask(WIFE, 'consents.sign', { input, requestId: 'sign-once-1' })).toEqual(first);
});

test('the bank is asked about those alone who said yes to it, and no more once a yes is taken back', async () => {
  const { caseId } = journey;
  await office.must(FAMILY, 'applications.authorize', {
    caseId,
    memberKey: 'head',
    method: 'SCREEN',
    bank: true,
  });
  const version = async () => (await office.must('wu-haiyan', 'reviews.case', { caseId })).case.version;
  const { case: asked } = await office.must('wu-haiyan', 'reviews.requestDataCheck', {
    caseId,
    version: await version(),
    memberKeys: ['head', 'wife', 'son'],
    departments: ['POLICE', 'BANK'],
  });
  expect(asked.dataCheck).toMatchObject({ memberKeys: ['head', 'wife', 'son'], bankKeys: ['head', 'wife'] });

  // The son takes everything back on his phone; the family cannot do it for him, nor somebody else.
  expect(
    await refused(FAMILY, 'applications.withdrawConsent', { caseId, memberKey: 'son', what: 'ALL' }),
  ).toEqual([422, 'CONSENT_NOT_YOURS']);
  const [consent] = (await office.must(SON, 'consents.mine', {})).consents;
  if (consent === undefined) throw new Error('nothing signed');
  expect(await refused(WIFE, 'consents.revoke', { consentId: consent.id, what: 'ALL' })).toEqual([
    404,
    'NOT_FOUND',
  ]);
  const revoked = await office.must(SON, 'consents.revoke', { consentId: consent.id, what: 'ALL' });
  expect(revoked.consent.withdrawnOn).not.toBeNull();
  expect(revoked.consent.lines).toEqual(consent.lines);
  expect(await refused(SON, 'consents.revoke', { consentId: consent.id, what: 'ALL' })).toEqual([
    409,
    'NOTHING_SIGNED',
  ]);
  const now = (await office.must('wu-haiyan', 'reviews.case', { caseId })).case;
  expect(now.dataCheck?.memberKeys).toEqual(['head', 'wife']);
  expect(now.consentsWithdrawn).toMatchObject([{ memberKey: 'son', what: 'ALL' }]);

  // The head takes back the bank on the family's phone; the wife before a cadre: then the bank is asked no more.
  await office.must(FAMILY, 'applications.withdrawConsent', { caseId, memberKey: 'head', what: 'BANK' });
  const last = await office.must('li-chunmei', 'reviews.withdrawConsent', {
    caseId,
    version: await version(),
    memberKey: 'wife',
    what: 'BANK',
  });
  expect(last.case.dataCheck).toMatchObject({ bankKeys: [], departments: ['POLICE'] });
  const bank = { caseId, version: await version(), answers: [{ department: 'BANK', result: 'CLEAR' }] };
  expect(await refused('wu-haiyan', 'reviews.answerDataCheck', bank)).toEqual([422, 'DEPARTMENT_NOT_ASKED']);
});

test('a signing link is not found without its token, and no token can be read out of the database', async () => {
  const { token } = await send('son');
  const rows = await office.database.look<{ text: string }>(
    'SELECT signing_link::text AS text FROM signing_link',
  );
  expect(rows.map(({ text }) => text).join()).not.toContain(token);
});

test('whoever asks too often waits, whatever he asks', async () => {
  const strict = await openOffice({ rateFactor: 1 });
  const guess = () => strict.ask(SON, 'consents.prove', { input: { token: 'made-up', answer: '1234' } });
  for (let turn = 0; turn < 20; turn += 1) expect((await guess()).status).toBe(403);
  expect((await guess()).status).toBe(429);
  await strict.close();
});
