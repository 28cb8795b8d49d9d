import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeys } from '@functions/adapters/keys';
import { openDatabase } from '@functions/adapters/postgres/scoped';
import { statement } from '@functions/adapters/postgres/statement';
import { DEMO_COUNTY, FIRST_VILLAGE } from '@functions/runtime/demo';
import * as demo from '@functions/runtime/demo.sql';
import { DATABASE, ROLES } from '@infra/database/roles';
import { freePort } from '@infra/host/port';
import type { StaffRole } from '@shared/access';
import { QUEUE_TABS, type StaffCaseView } from '@shared/casework';
import { NO_FINDINGS } from '@shared/casework/codes';
import { type OperationName, routeOf } from '@shared/contract/routes';
import { composeIdNumber } from '@shared/people';
import { declared } from '@tests/support/declared';
import { TINY_PNG } from '@tests/support/files';
import { launchStack } from '@tests/support/local-stack';

const TOWN = DEMO_COUNTY.concat('100');
const ROLE_OF: readonly [StaffRole, string][] = [
  ['VILLAGE', FIRST_VILLAGE],
  ['TASKFORCE', FIRST_VILLAGE],
  ['VILLAGE', FIRST_VILLAGE],
  ['TOWN_LEADER', TOWN],
  ['VILLAGE', FIRST_VILLAGE],
  ['COUNTY_CLERK', DEMO_COUNTY],
  ['TASKFORCE', FIRST_VILLAGE],
  ['TOWN_LEADER', TOWN],
  ['COUNTY_LEADER', DEMO_COUNTY],
  ['TASKFORCE', FIRST_VILLAGE],
];
/** Cases open at a time for each clerk: few enough that clerks meet. */
const CASES_A_CLERK = 0.25;
const FAMILIES = 80;
/** So many cases a clerk opens before giving up for the moment. */
const LOOKS = 3;
/** However slow the machine, it goes on until something was decided, and then no longer than it should. */
const MOST_ROUNDS = 1000;
/** After so many tries of each clerk notices go up and a week passes, so that cases reach township and county. */
const TRIES_A_ROUND = 5;
const WEEK_MS = 7 * 86_400_000;

export interface ClerksOptions {
  clerks: number;
  /** Ends after the round in which this is first true and something was decided; asked with the number of tries so far. */
  enough(tries: number): boolean;
  say(line: string): void;
}

/** One command that was answered with 200. */
interface Won {
  caseId: string;
  before: number;
  after: number;
  action: string;
  clerk: string;
}

export interface ClerksResult {
  tries: number;
  won: number;
  /** Answers 409: somebody else had been there. */
  lost: number;
  /** Cases taken in hand. */
  claims: number;
  cases: number;
  included: number;
  refused: number;
  /** What must not be; all empty when all is well. */
  faults: string[];
  /** Answers that are neither 200 nor 409. */
  unexpected: string[];
}

type Clerk = Person & { role: StaffRole };

interface Answer {
  status: number;
  body: unknown;
}

interface Person {
  id: string;
  name: string;
  session: string;
}

/**
 * Clerks of one village, its township and its county do whatever is open to them on the same few cases, all at once and
 * through the HTTP door of the local stack. Says what must not be: a case decided twice, a command that was answered and
 * is not in the history, two winners of one version, an event out of order.
 */
export async function clerksAtOnce({ clerks, enough, say }: ClerksOptions): Promise<ClerksResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'clerks-'));
  const port = await freePort();
  const stack = launchStack({ dataDir, port });
  try {
    await stack.ready;
    const village = new Village(port, await signInAll(dataDir, port, clerks), await demoPeople(port));
    for (
      let rounds = 0;
      rounds < MOST_ROUNDS && !(village.decided > 0 && enough(village.tries));
      rounds += 1
    ) {
      await village.round();
      say(village.line());
    }
    const result = await village.result();
    const counted = await village.countFaults();
    const inHand = await claimFaults(dataDir, village.claims);
    return { ...result, claims: village.claims, faults: [...result.faults, ...counted, ...inHand] };
  } finally {
    stack.kill('SIGTERM');
    await stack.exited;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

class Village {
  tries = 0;
  claims = 0;
  #lost = 0;
  #families = 0;
  readonly #won: Won[] = [];
  readonly #unexpected: string[] = [];
  /** Every case that was ever opened, and those that still go on. */
  readonly #all: string[] = [];
  #open: string[] = [];

  constructor(
    private readonly port: number,
    private readonly people: { clerks: Clerk[]; families: Person[] },
    private readonly known: Map<string, Person>,
  ) {}

  get decided(): number {
    return this.#won.filter(({ action }) => action === 'confirmRejection' || action === 'countyDecide')
      .length;
  }

  line(): string {
    return `${this.tries} tries, ${this.#won.length} won, ${this.#lost} lost, ${this.#all.length} cases, ${this.decided} decided`;
  }

  /** Everybody tries a few times at once; then notices go up, and a week passes. */
  async round(): Promise<void> {
    const most = Math.ceil(this.people.clerks.length * CASES_A_CLERK);
    while (this.#open.length < most && this.#families < FAMILIES) await this.#report();
    await Promise.all(
      this.people.clerks.map(async (clerk) => {
        for (let n = 0; n < TRIES_A_ROUND; n += 1) await this.#try(clerk);
      }),
    );
    await this.#putUp();
  }

  async #report(): Promise<void> {
    const family = this.people.families[this.#families];
    this.#families += 1;
    if (family === undefined) return;
    const idNo = composeIdNumber({ area: '990101', birthDate: '1970-01-01', sequence: this.#families });
    const { status, body } = await this.#call(family, 'applications.submit', {
      village: FIRST_VILLAGE,
      headName: family.name,
      idNo,
      phone: null,
      reporter: { relation: 'SELF' },
      difficulty: { phrases: ['BIG_ILLNESS'] },
      riskTypes: ['ILLNESS'],
    });
    if (status !== 200) return void this.#unexpected.push(`submit ${status} ${JSON.stringify(body)}`);
    const { id } = (body as { case: { id: string } }).case;
    this.#all.push(id);
    this.#open.push(id);
  }

  /** A clerk takes one of the first cases on the own desk where there is something to do, as it stands on the screen. */
  async #try(clerk: Clerk): Promise<void> {
    this.tries += 1;
    const desk = await this.#call(clerk, 'reviews.queue', {});
    if (desk.status !== 200) return void this.#surprise(`queue ${desk.status}`);
    const rows = (desk.body as { rows: { id: string }[] }).rows.filter(({ id }) => this.#open.includes(id));
    const first = this.tries * 7 + Number(clerk.id.slice(-2));
    for (let n = 0; n < Math.min(LOOKS, rows.length); n += 1) {
      const caseId = rows[(first + n) % rows.length]?.id ?? '';
      if (await this.#tryOn(clerk, caseId)) return;
    }
  }

  async #tryOn(clerk: Clerk, caseId: string): Promise<boolean> {
    const seen = await this.#call(clerk, 'reviews.case', { caseId });
    if (seen.status !== 200) return this.#surprise(`case ${seen.status}`);
    // One in four takes the case in hand first, and puts it back when it is still there.
    if (this.tries % 4 === 0) await this.#takeInHand(clerk, caseId);
    const view = (seen.body as { case: StaffCaseView }).case;
    const done = new Set(view.history.map((line) => AGAIN[line.type]));
    const may = view.actions
      .filter((one) => one.enabled && !done.has(one.action))
      // Departments are asked once somebody has signed.
      .filter((one) => one.action !== 'requestDataCheck' || done.has('recordAuthorization'))
      .map((one) => one.action as string);
    const todo = Object.keys(DO).filter((action) => may.includes(action));
    const action = todo[this.tries % Math.max(1, todo.length)];
    if (action === undefined) return false;
    const input = DO[action]?.(view, this.people.clerks, this.tries);
    const { version: before } = view;
    const answer = await this.#call(clerk, `reviews.${action}` as OperationName, {
      caseId,
      version: before,
      ...input,
    });
    if (answer.status === 409) this.#lost += 1;
    else if (answer.status !== 200)
      this.#surprise(`${action} ${answer.status} ${JSON.stringify(answer.body)}`);
    else {
      const { version: after } = (answer.body as { case: StaffCaseView }).case;
      this.#won.push({ caseId, before, after, action, clerk: clerk.name });
    }
    return true;
  }

  async #takeInHand(clerk: Clerk, caseId: string): Promise<void> {
    const taken = await this.#call(clerk, 'desk.claim', { caseId });
    if (taken.status === 409) return;
    if (taken.status !== 200) return void this.#surprise(`claim ${taken.status}`);
    this.claims += 1;
    const back = await this.#call(clerk, 'desk.release', { caseId });
    // Whoever signed last has carried it on to the next office meanwhile: there it is in nobody's hands.
    if (back.status !== 200 && back.status !== 409)
      this.#surprise(`release ${back.status} ${JSON.stringify(back.body)}`);
  }

  /** Every list of every clerk is as long as its count says. */
  async countFaults(): Promise<string[]> {
    const wrong: string[] = [];
    for (const clerk of this.people.clerks.slice(0, 10)) {
      for (const tab of QUEUE_TABS) {
        let cursor = '';
        let listed = 0;
        let count = 0;
        do {
          const { status, body } = await this.#call(clerk, 'reviews.queue', { tab, cursor, limit: 7 });
          if (status !== 200)
            return [...wrong, `queue ${tab} ${status} after ${listed} ${clerk.name} ${JSON.stringify(body)}`];
          const page = body as { rows: unknown[]; next: string | null; count: number };
          listed += page.rows.length;
          count = page.count;
          cursor = page.next ?? '';
        } while (cursor !== '');
        if (listed !== count) wrong.push(`${clerk.name} ${tab}: ${listed} listed, ${count} counted`);
      }
    }
    return wrong;
  }

  #surprise(what: string): true {
    this.#unexpected.push(what);
    return true;
  }

  /** What appraised cases wait for, by one cadre; and the days that nobody can hurry. */
  async #putUp(): Promise<void> {
    const cadre = this.known.get('demo-li-chunmei');
    if (cadre === undefined) throw new Error('no demo cadre');
    const views = await Promise.all(this.#open.map((caseId) => this.#view(caseId)));
    const waiting = views.filter((view) => view.state === 'PUBLICITY' && view.publicity === null);
    if (waiting.length > 0) {
      const photoId = await this.#photo(cadre);
      const caseIds = waiting.map((view) => view.id);
      const { status, body } = await this.#call(cadre, 'notices.post', { caseIds, photoId });
      if (status !== 200) this.#unexpected.push(`post ${status} ${JSON.stringify(body)}`);
    }
    const { body } = await this.#call(null, 'local.clock', {});
    const to = new Date(Date.parse((body as { now: string }).now) + WEEK_MS).toISOString();
    await this.#call(null, 'local.moveClock', { to });
    this.#open = views.filter((view) => !DECIDED.includes(view.state)).map((view) => view.id);
  }

  async #photo(person: Person): Promise<string> {
    const { body } = await this.#call(person, 'attachments.start', {
      kind: 'OTHER',
      contentType: 'image/png',
      size: TINY_PNG.length,
    });
    const { attachmentId, upload } = body as {
      attachmentId: string;
      upload: { url: string; fields: Record<string, string> };
    };
    const form = new FormData();
    for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(TINY_PNG)], { type: 'image/png' }));
    await fetch(upload.url, { method: 'POST', body: form });
    await this.#call(person, 'attachments.finish', { attachmentId });
    return attachmentId;
  }

  async #view(caseId: string): Promise<StaffCaseView> {
    const leader = this.known.get('demo-gao-zhiyuan');
    const { status, body } = await this.#call(leader ?? null, 'reviews.case', { caseId });
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return (body as { case: StaffCaseView }).case;
  }

  async result(): Promise<Omit<ClerksResult, 'claims'>> {
    const views = await Promise.all(this.#all.map((caseId) => this.#view(caseId)));
    const names = new Set(this.people.clerks.map(({ name }) => name));
    return {
      tries: this.tries,
      won: this.#won.length,
      lost: this.#lost,
      cases: views.length,
      included: views.filter((view) => view.decision !== null).length,
      refused: views.filter((view) => view.rejection !== null).length,
      faults: views.flatMap((view) =>
        faultsOf(
          view,
          this.#won.filter(({ caseId }) => caseId === view.id),
          names,
        ),
      ),
      unexpected: this.#unexpected,
    };
  }

  #call(person: Person | null, operation: OperationName, input: Record<string, unknown>): Promise<Answer> {
    return call(this.port, person?.session ?? null, operation, declared(operation, input));
  }
}

const DECIDED: readonly string[] = ['REJECTED', 'ANNOUNCED', 'INCLUDED'];

/** Commands that end a level of judgement: none may stand twice in a history, for nothing here sends a case back. */
const ONCE = [
  'CaseAccepted',
  'VerificationCompleted',
  'DataCheckRequested',
  'DataCheckCompleted',
  'TriageCompleted',
  'RejectionOverturned',
  'AppraisalRecorded',
  'PublicityPosted',
  'TownReviewed',
  'InclusionDecided',
  'CaseRejected',
];

/** What is wrong with a case's history, held against the answers that the clerks got. */
export function faultsOf(
  view: Pick<StaffCaseView, 'id' | 'version' | 'state' | 'history'>,
  won: readonly Won[],
  clerks: ReadonlySet<string>,
): string[] {
  const { id, version, state, history } = view;
  const faults: string[] = [];
  const wrong = (what: string) => faults.push(`${id}: ${what}`);
  history.forEach((line, index) => {
    const before = history[index - 1];
    if (line.seq !== index + 1) wrong(`event ${index + 1} has the number ${line.seq}`);
    if (before === undefined) return;
    if (line.from !== before.to) wrong(`event ${line.seq} begins in ${line.from}, not ${before.to}`);
    if (line.at < before.at) wrong(`event ${line.seq} is older than the one before it`);
  });
  if (version !== history.length) wrong(`version ${version} with ${history.length} events`);
  if (history.at(-1)?.to !== state) wrong(`stands in ${state}, its history ends in ${history.at(-1)?.to}`);
  for (const type of ONCE) {
    const times = history.filter((line) => line.type === type).length;
    if (times > 1) wrong(`${type} ${times} times`);
  }
  if (history.filter(({ type }) => type === 'InclusionDecided' || type === 'CaseRejected').length > 1)
    wrong('decided twice');

  const seen = new Map<number, string>();
  for (const { before, after, action, clerk } of won) {
    const other = seen.get(before);
    if (other !== undefined) wrong(`version ${before} was won by ${other} and by ${clerk}`);
    seen.set(before, clerk);
    const lines = history.slice(before, after);
    if (lines.length === 0 || lines.some((line) => line.actorName !== clerk))
      wrong(`${action} of ${clerk} on version ${before} was answered and is not there`);
  }
  const told = won.reduce((sum, { before, after }) => sum + after - before, 0);
  const there = history.filter((line) => clerks.has(line.actorName)).length;
  if (told !== there) wrong(`${there} events of clerks, ${told} were answered`);
  return faults;
}

/** Done once is enough: a clerk sees it on the page, though it could be done again. */
const AGAIN: Partial<Record<string, string>> = {
  AuthorizationSigned: 'recordAuthorization',
  VerificationRecorded: 'recordVerification',
};

type Todo = (view: StaffCaseView, clerks: readonly Clerk[], n: number) => Record<string, unknown>;

/** What clerks do when it is open to them. */
const DO: Record<string, Todo> = {
  accept: (_view, clerks, n) => {
    const village = clerks.filter(({ role }) => role === 'VILLAGE' || role === 'TASKFORCE');
    // Four may sign and two must: what they find does not wait for one who is elsewhere.
    const sent = village.slice(0, 8).filter((_, place) => place % 2 === n % 2);
    return { verifiers: sent.map(({ id, name }) => ({ personId: id, name })) };
  },
  recordVerification: ({ today, headName, incomeWindow }) => ({
    visitedOn: today,
    mode: 'HOME_VISIT',
    group: '1组',
    members: [{ key: 'head', name: headName, relation: 'HEAD', birthDate: '1970-01-01' }],
    sheet: {
      window: incomeWindow,
      members: 1,
      income: [{ code: 'A5', amountFen: 5_000_00, basis: 'ACTUAL' }],
      costs: [],
      rigid: [],
      claimsFen: 0,
    },
    findings: NO_FINDINGS,
  }),
  recordAuthorization: () => ({ memberKey: 'head', method: 'PAPER' }),
  signVerification: () => ({ opinion: '属实' }),
  requestDataCheck: () => ({ memberKeys: ['head'], departments: ['MARKET'] }),
  answerDataCheck: () => ({ answers: [{ department: 'MARKET', result: 'CLEAR' }] }),
  triage: (_view, _clerks, n) =>
    n % 3 === 0
      ? { proposal: 'NOT_INCLUDE', reasonCode: 'R10', opinion: '不列' }
      : { proposal: 'INCLUDE', householdType: 'MARGINAL', risks: ['ILLNESS'], opinion: '列' },
  confirmRejection: () => ({ opinion: '同意' }),
  overturnRejection: () => ({ opinion: '送评议' }),
  recordAppraisal: ({ history }) => ({
    metAt: history.at(-1)?.at,
    place: '村委会',
    convenor: '李春梅',
    attendees: Array.from({ length: 9 }, (_, n) => ({
      name: `到会${'一二三四五六七八九'.charAt(n)}`,
      role: 'VILLAGER',
    })),
    yes: 9,
    no: 0,
    abstain: 0,
  }),
  townReview: () => ({ opinion: '同意' }),
  countyDecide: () => ({
    decision: 'INCLUDE',
    householdType: 'MARGINAL',
    risks: ['ILLNESS'],
    opinion: '同意',
  }),
};

async function call(
  port: number,
  session: string | null,
  operation: OperationName,
  input: Record<string, unknown>,
): Promise<Answer> {
  const { method, path } = routeOf(operation);
  const used = new Set<string>();
  const filled = path.replace(/\{(\w+)\}/g, (_whole, key: string) => {
    used.add(key);
    return encodeURIComponent(String(input[key]));
  });
  const rest = Object.fromEntries(Object.entries(input).filter(([key]) => !used.has(key)));
  const asked =
    method === 'GET'
      ? `?${new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, String(value)]))}`
      : '';
  const answer = await fetch(`http://127.0.0.1:${port}/api${filled}${asked}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(session !== null && { authorization: `Bearer ${session}` }),
      ...(method === 'POST' && { 'x-request-id': randomUUID() }),
    },
    ...(method === 'POST' && { body: JSON.stringify(rest) }),
  });
  return { status: answer.status, body: await answer.json() };
}

async function signIn(port: number, token: string): Promise<string> {
  const { status, body } = await call(port, null, 'accounts.signIn', { token });
  if (status !== 200) throw new Error(`sign-in: ${status} ${JSON.stringify(body)}`);
  return (body as { session: string }).session;
}

async function demoPeople(port: number): Promise<Map<string, Person>> {
  const { body } = await call(port, null, 'local.people', {});
  const { people } = body as { people: { personId: string; name: string; link: string }[] };
  const found = await Promise.all(
    people.map(async ({ personId, name, link }) => ({
      id: personId,
      name,
      session: await signIn(port, /token=([\w-]+)/.exec(link)?.[1] ?? ''),
    })),
  );
  return new Map(found.map((person) => [person.id, person]));
}

const NUMERALS = '零一二三四五六七八九';
const inWords = (n: number) => [...String(n)].map((digit) => NUMERALS.charAt(Number(digit))).join('');

/** Puts clerks and families into the stack's own database, as an office would enter them, and signs them all in. */
async function signInAll(dataDir: string, port: number, many: number) {
  const keys = createKeys(JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')));
  const database = openDatabase({ url: databaseOf(dataDir) });
  const clerks = Array.from({ length: many }, (_, n) => {
    const [role, region] = ROLE_OF[n % ROLE_OF.length] ?? ['VILLAGE', FIRST_VILLAGE];
    return { id: `clerk-${String(n).padStart(2, '0')}`, name: `办事${inWords(n)}`, role, region };
  });
  const families = Array.from({ length: FAMILIES }, (_, n) => ({
    id: `family-${n}`,
    name: `户主${inWords(n)}`,
  }));
  try {
    const now = new Date().toISOString();
    await database.transaction({ region: DEMO_COUNTY, person: 'system' }, async (db) => {
      for (const { id, name } of [...clerks, ...families]) {
        await db.write(demo.insertPerson, [id, name, null, now]);
        await db.write(demo.insertLink, [keys.tokenHash(keys.demoToken(id)), id]);
      }
      for (const { id, role, region } of clerks)
        await db.write(demo.insertGrant, [DEMO_COUNTY, id, role, region, '2000-01-01', null]);
    });
  } finally {
    await database.close();
  }
  const withSession = <P extends { id: string }>(people: readonly P[]) =>
    Promise.all(
      people.map(async (person) => ({ ...person, session: await signIn(port, keys.demoToken(person.id)) })),
    );
  return { clerks: await withSession(clerks), families: await withSession(families) };
}

const countClaims = statement<{ made: number; doubled: number; astray: number }>(
  'test.claims',
  `SELECT (SELECT count(*)::int FROM case_claim WHERE how = 'CLAIMED') AS made,
          (SELECT count(*)::int FROM (SELECT case_id FROM case_claim WHERE ended_at IS NULL
                                       GROUP BY case_id HAVING count(*) > 1) AS twice) AS doubled,
          (SELECT count(*)::int FROM case_row r
             LEFT JOIN case_claim c ON c.county = r.county AND c.case_id = r.id AND c.ended_at IS NULL
            WHERE r.holder_id IS DISTINCT FROM c.person_id) AS astray`,
);

/** What is wrong with who has what in hand: each claim that was answered is there once, and the rows say the same. */
async function claimFaults(dataDir: string, answered: number): Promise<string[]> {
  const database = openDatabase({ url: databaseOf(dataDir) });
  try {
    const [found] = await database.transaction({ region: DEMO_COUNTY, person: 'system' }, (db) =>
      db.rows(countClaims),
    );
    const { made = 0, doubled = 0, astray = 0 } = found ?? {};
    return [
      ...(made === answered ? [] : [`${answered} claims were answered, ${made} are there`]),
      ...(doubled === 0 ? [] : [`${doubled} cases are in two hands`]),
      ...(astray === 0 ? [] : [`${astray} rows name somebody else than their claim`]),
    ];
  } finally {
    await database.close();
  }
}

/** The stack's embedded server says its port in the fourth line of its own file. */
function databaseOf(dataDir: string): string {
  const passwords = JSON.parse(readFileSync(join(dataDir, 'database.json'), 'utf8')) as { app: string };
  const port = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
  return `postgresql://${ROLES.app}:${passwords.app}@127.0.0.1:${port}/${DATABASE}`;
}
