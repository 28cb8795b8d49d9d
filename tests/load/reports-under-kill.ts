import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@infra/host/port';
import type { InputOf, OperationNamed } from '@shared/contract';
import { composeIdNumber } from '@shared/people';
import { type LocalStack, launchStack } from '@tests/support/local-stack';

type Report = InputOf<OperationNamed<'applications.submit'>>;

interface Sent {
  /** Which of the invented people sent it: ceilings are per person. */
  sender: number;
  requestId: string;
  report: Report;
  /** What the server acknowledged, null while no answer came. */
  caseNo: string | null;
}

export interface KillResult {
  kills: number;
  sent: number;
  acknowledged: number;
  /** Answers that were lost although the server had acted: the repeat got the first answer. */
  repeated: number;
  /** Acknowledged reports that were gone, or cases that came twice: both must be empty. */
  lost: string[];
  doubled: string[];
}

const VILLAGE = '150521100200';
const SENDERS = 4;

/**
 * Kills the whole local stack with SIGKILL `times` times while several people submit reports, starts it again and looks
 * whether every acknowledged report is there once. A report without an answer is sent again under its request id.
 */
export async function killDuringReports(times: number, say: (line: string) => void): Promise<KillResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kill-'));
  const place = { dataDir, port: await freePort() };
  const all: Sent[] = [];
  let repeated = 0;
  let stack: LocalStack | undefined;
  try {
    for (let round = 1; round <= times + 1; round += 1) {
      stack = launchStack(place);
      await stack.ready;
      const sessions = await signInAll(place.port);
      const open = all.filter((sent) => sent.caseNo === null);
      for (const sent of open) {
        await send(place.port, sessions, sent);
        if (sent.caseNo !== null) repeated += 1;
      }
      if (round > times) break;
      await sendUntilKilled(place.port, sessions, all, stack, round);
      if (round % 10 === 0) say(`${round} kills, ${all.length} reports`);
    }
    const { port } = place;
    const sessions = await signInAll(port);
    const present = (await Promise.all(sessions.map((session) => myCaseNumbers(port, session)))).flat();
    const counted = new Map<string, number>();
    for (const caseNo of present) counted.set(caseNo, (counted.get(caseNo) ?? 0) + 1);
    const acknowledged = all.flatMap((sent) => (sent.caseNo === null ? [] : [sent.caseNo]));
    return {
      kills: times,
      sent: all.length,
      acknowledged: acknowledged.length,
      repeated,
      lost: acknowledged.filter((caseNo) => !counted.has(caseNo)),
      doubled: [
        ...present.filter((caseNo) => (counted.get(caseNo) ?? 0) > 1),
        ...present.filter((caseNo) => !acknowledged.includes(caseNo)),
      ],
    };
  } finally {
    stack?.kill('SIGKILL');
    await stack?.exited;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * Several senders at once; the kill comes after a number of answers that differs from round to round, small enough that
 * two hundred rounds stay below what one person may hand in an hour, whatever the machine's speed.
 */
async function sendUntilKilled(
  port: number,
  sessions: readonly string[],
  all: Sent[],
  stack: LocalStack,
  round: number,
): Promise<void> {
  let answers = 0;
  let killed = false;
  const killAfter = 1 + ((round * 7) % 5);
  const sender = async () => {
    while (!killed) {
      const sent = newReport(all.length + 1, sessions.length);
      all.push(sent);
      await send(port, sessions, sent);
      if (sent.caseNo !== null) answers += 1;
      if (answers >= killAfter && !killed) {
        killed = true;
        stack.kill('SIGKILL');
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: SENDERS }, sender));
  } finally {
    killed = true;
  }
  await stack.exited;
}

function newReport(n: number, senders: number): Sent {
  const day = String((n % 28) + 1).padStart(2, '0');
  const month = String((Math.floor(n / 28) % 12) + 1).padStart(2, '0');
  const idNo = composeIdNumber({
    area: '990101',
    birthDate: `${1950 + (Math.floor(n / 336) % 40)}-${month}-${day}`,
    sequence: (n % 900) + 1,
  });
  return {
    sender: n % senders,
    requestId: `kill-${String(n).padStart(8, '0')}`,
    caseNo: null,
    report: {
      village: VILLAGE,
      headName: '田有福',
      idNo,
      phone: null,
      reporter: { relation: 'SELF' },
      difficulty: { phrases: ['BIG_ILLNESS'] },
      riskTypes: ['ILLNESS'],
    },
  };
}

async function send(port: number, sessions: readonly string[], sent: Sent): Promise<void> {
  try {
    const session = sessions[sent.sender];
    const answer = await post(port, '/api/applications', sent.report, sent.requestId, session);
    if (answer.status === 200)
      sent.caseNo = ((await answer.json()) as { case: { caseNo: string } }).case.caseNo;
    else throw new Error(`${answer.status} ${await answer.text()}`);
  } catch (error) {
    // No answer is what a kill looks like; an answer that says no is a fault of the test.
    if (error instanceof Error && /^\d{3} /.test(error.message)) throw error;
  }
}

/** Signs in every invented person of the local stack. */
async function signInAll(port: number): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/local/people`);
  const { people } = (await answer.json()) as { people: { link: string }[] };
  return Promise.all(
    people.map(async ({ link }, i) => {
      const token = /token=([\w-]+)/.exec(link)?.[1];
      const signedIn = await post(port, '/api/session', { token }, `sign-in-${Date.now()}-${i}`);
      if (signedIn.status !== 200) throw new Error(`${signedIn.status} ${await signedIn.text()}`);
      return ((await signedIn.json()) as { session: string }).session;
    }),
  );
}

async function myCaseNumbers(port: number, session: string): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/applications`, {
    headers: { authorization: `Bearer ${session}` },
  });
  const { cases } = (await answer.json()) as { cases: { caseNo: string }[] };
  return cases.map((one) => one.caseNo);
}

function post(
  port: number,
  path: string,
  body: unknown,
  requestId: string,
  session?: string,
): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-request-id': requestId,
      ...(session !== undefined && { authorization: `Bearer ${session}` }),
    },
    body: JSON.stringify(body),
  });
}
