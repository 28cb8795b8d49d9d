/** A desk signs in by a code that a phone scans (issue: sign-in by scanned code). */
import { type Office, openOffice } from '@tests/support/office';
import { readQr } from '@tests/support/qr';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const reasonOf = ({ body }: { body: unknown }) => (body as { error?: { reason: string } }).error?.reason;
const CLERK = 'wu-haiyan';
const CADRE = 'li-chunmei';

/** A desk asks; `code` is what stands on its screen, read by another library. */
async function desk() {
  const { picture, secret, number } = await office.must('-', 'accounts.askDesk', {
    browser: 'Windows 电脑，Edge',
  });
  const code = new URL((await readQr(picture)).replace('#/', '')).searchParams.get('c') ?? '';
  return { code, secret, number };
}
const collect = (secret: string) => office.must('-', 'accounts.collectDesk', { secret });
const withSession = (session: string | null) =>
  office.pipeline.invoke({
    operation: 'accounts.me',
    input: {},
    identity: { kind: 'session', token: session ?? '' },
    address: '127.0.0.1',
  });

test('the phone sees the same number, confirms once, and the desk gets one session of that person', async () => {
  const { code, secret, number } = await desk();
  expect(secret).not.toContain(code);
  expect(await collect(secret)).toEqual({ state: 'WAITING', session: null, me: null });
  expect(await office.must(CADRE, 'accounts.seeDesk', { code })).toMatchObject({
    number,
    browser: 'Windows 电脑，Edge',
  });
  await office.must(CADRE, 'accounts.confirmDesk', { code, yes: true });
  const { state, session, me } = await collect(secret);
  expect({ state, name: me?.name }).toEqual({ state: 'DONE', name: '李春梅' });
  expect((await withSession(session)).body).toMatchObject({ signedIn: true, name: '李春梅' });
  // Who said yes to which desk is written down.
  expect(
    await office.database.look("SELECT person_id, county, detail FROM audit WHERE what = 'SIGN_IN'"),
  ).toEqual([
    { person_id: 'demo-li-chunmei', county: '150521', detail: 'desk confirmed: Windows 电脑，Edge' },
  ]);
  // Fetched once; neither code nor secret works a second time.
  expect(await collect(secret)).toMatchObject({ state: 'OVER', session: null });
  expect(reasonOf(await office.ask(CLERK, 'accounts.confirmDesk', { input: { code, yes: true } }))).toBe(
    'DESK_CODE_GONE',
  );
});

test('a stolen code gives no session, a refused one neither, nor one that is over or of another system', async () => {
  const stolen = await desk();
  // Who photographs the code has no secret; the code is none.
  expect(await collect(stolen.code)).toMatchObject({ state: 'OVER', session: null });
  await office.must(CADRE, 'accounts.confirmDesk', { code: stolen.code, yes: false });
  expect(await collect(stolen.secret)).toMatchObject({ state: 'REFUSED', session: null });

  const old = await desk();
  await office.database.look("UPDATE desk_signin SET expires_at = now() - interval '1 second'");
  expect(reasonOf(await office.ask(CADRE, 'accounts.seeDesk', { input: { code: old.code } }))).toBe(
    'DESK_CODE_GONE',
  );
  expect(
    reasonOf(await office.ask(CADRE, 'accounts.confirmDesk', { input: { code: old.code, yes: true } })),
  ).toBe('DESK_CODE_GONE');
  expect(await collect(old.secret)).toMatchObject({ state: 'OVER' });

  const foreign = 'A'.repeat(43);
  expect(reasonOf(await office.ask(CADRE, 'accounts.seeDesk', { input: { code: foreign } }))).toBe(
    'DESK_CODE_GONE',
  );
  // A family signs no desk in.
  const { code } = await desk();
  expect(
    (await office.ask('tian-xiaoyu', 'accounts.confirmDesk', { input: { code, yes: true } })).status,
  ).toBe(403);
});

test('what is kept of a desk are hashes', async () => {
  const { code, secret } = await desk();
  const rows = await office.database.look('SELECT * FROM desk_signin');
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${code}|${secret}`));
});

test('the own sessions are listed, and each ends from another', async () => {
  const { code, secret } = await desk();
  await office.must(CADRE, 'accounts.confirmDesk', { code, yes: true });
  const { session } = await collect(secret);
  const { sessions } = await office.must(CADRE, 'accounts.sessions', {});
  const found = sessions.find(({ device }) => device === 'Windows 电脑，Edge');
  expect(found).toBeDefined();
  // Nobody ends another person's.
  expect(
    (await office.ask(CLERK, 'accounts.endSession', { input: { sessionId: found?.id ?? '' } })).status,
  ).toBe(404);
  await office.must(CADRE, 'accounts.endSession', { sessionId: found?.id ?? '' });
  expect((await withSession(session)).body).toMatchObject({ signedIn: false });
});

test('a desk that nobody uses for half an hour is out, one that is used stays', async () => {
  const { code, secret } = await desk();
  await office.must(CADRE, 'accounts.confirmDesk', { code, yes: true });
  const { session } = await collect(secret);
  const began = Date.now();
  const wall = jest.spyOn(office.adapters.clock, 'wall');
  const after = async (minutes: number) => {
    wall.mockReturnValue(new Date(began + minutes * 60_000).toISOString());
    return ((await withSession(session)).body as { signedIn: boolean }).signedIn;
  };
  expect(await after(25)).toBe(true);
  expect(await after(50)).toBe(true);
  expect(await after(81)).toBe(false);
  wall.mockRestore();
});
