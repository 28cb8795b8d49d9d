/** The real backend on an empty database: the scenario's place, procedure and people, and a clock that is moved. */
import { randomUUID } from 'node:crypto';
import { localPush } from '@functions/adapters/cloudbase/push';
import { createKeys } from '@functions/adapters/keys';
import type { Log } from '@functions/adapters/log';
import { pdfPrinter } from '@functions/adapters/pdf/pdfmake';
import { openDatabase } from '@functions/adapters/postgres/scoped';
import type { Adapters } from '@functions/runtime/context';
import * as demo from '@functions/runtime/demo.sql';
import { createPipeline, type Identity } from '@functions/runtime/pipeline';
import { runTick } from '@functions/runtime/timer';
import type { StaffRole } from '@shared/access';
import { localDate } from '@shared/calendar';
import type { ATTACHMENT_TYPES, OperationNamed, OutputOf } from '@shared/contract';
import type { Profile } from '@shared/procedure';
import { TINY_MP3, TINY_PNG } from '@tests/support/files';
import { createMemoryStore, createTestClock, newKeyMaterial } from '@tests/support/stand-ins';
import { Client } from 'pg';
import { timerRunsBetween } from './china-time';
import { regionOf } from './read-scenario';
import type { Scenario } from './scenario';
import { NEXT_DOOR, NOBODY, OBSERVER, type OpenStage, RULE_WRITER, type Stage, VILLAGER } from './stage';

/** A database that holds the tables and nothing else that a scenario meets. */
export interface EmptyDatabase {
  appUrl: string;
  ownerUrl: string;
  drop(): Promise<void>;
}

const LONG_AGO = '2000-01-01';
/** One process plays all people of a village in a second. */
const RATE_FACTOR = 1000;
/** As many as one function of a cloud has: each learns every statement anew. */
const CONNECTIONS = 3;

const CONTENT: Record<'PHOTO' | 'VOICE', { type: (typeof ATTACHMENT_TYPES)[number]; bytes: Uint8Array }> = {
  PHOTO: { type: 'image/png', bytes: TINY_PNG },
  VOICE: { type: 'audio/mpeg', bytes: TINY_MP3 },
};

/** Stages that play on databases which `newDatabase` gives, one each, dropped at the end. */
export function realStages(newDatabase: () => Promise<EmptyDatabase>): OpenStage {
  return async (scenario, profile, start) => {
    const database = await newDatabase();
    const store = createMemoryStore();
    const clock = createTestClock(start);
    const failures: string[] = [];
    const log: Log = { info: () => undefined, error: (entry) => void failures.push(JSON.stringify(entry)) };
    const adapters: Adapters = {
      database: openDatabase({ url: database.appUrl, max: CONNECTIONS }),
      keys: createKeys(newKeyMaterial()),
      objects: store,
      push: localPush,
      printer: pdfPrinter,
      site: '',
      clock,
      log,
    };
    const pipeline = createPipeline(adapters, { profile: 'cloud', rateFactor: RATE_FACTOR });
    const ids = await seed(adapters, database.ownerUrl, scenario, profile);
    const sessions = new Map<string, Promise<Identity>>();

    const personId = (person: string) => {
      const id = ids.get(person);
      if (id === undefined) throw new Error(`nobody is called ${person}`);
      return id;
    };
    const identityOf = (person: string): Promise<Identity> => {
      if (person === NOBODY) return Promise.resolve({ kind: 'anonymous' });
      const known = sessions.get(person) ?? signIn(adapters.keys.demoToken(personId(person)));
      sessions.set(person, known);
      return known;
    };
    const signIn = async (token: string): Promise<Identity> => {
      const { status, body } = await pipeline.invoke({
        operation: 'accounts.signIn',
        input: { token },
        requestId: randomUUID(),
        identity: { kind: 'anonymous' },
      });
      if (status !== 200) throw new Error(`sign-in: ${JSON.stringify(body)}`);
      return { kind: 'session', token: (body as { session: string }).session };
    };

    const stage: Stage = {
      personId,
      failures: () => failures,
      async changeLine(person, perCapitaFen) {
        const county = scenario.place.county.code;
        const known = await stage.call(RULE_WRITER, 'profiles.list', { county });
        if (known.status !== 200) return known;
        const { base } = known.body as OutputOf<OperationNamed<'profiles.list'>>;
        const whole = await stage.call(RULE_WRITER, 'profiles.get', { county, ...base });
        if (whole.status !== 200) return whole;
        const now = (whole.body as OutputOf<OperationNamed<'profiles.get'>>).profile;
        const proposed = await stage.call(RULE_WRITER, 'profiles.propose', {
          county,
          code: base.code,
          baseVersion: base.version,
          fromDay: localDate(clock.now()),
          profile: { ...now, line: { ...now.line, perCapitaFen } },
        });
        if (proposed.status !== 200) return proposed;
        const { proposal } = proposed.body as OutputOf<OperationNamed<'profiles.propose'>>;
        return stage.call(person, 'profiles.publish', { proposalId: proposal.id });
      },
      async moveTo(instant) {
        for (const run of timerRunsBetween(clock.now(), instant)) {
          clock.set(run);
          await runTick(pipeline, log);
        }
        clock.set(instant);
        await runTick(pipeline, log);
      },
      async call(person, operation, input) {
        return pipeline.invoke({
          operation,
          input,
          requestId: randomUUID(),
          identity: await identityOf(person),
          address: person,
        });
      },
      async attach(person, kind) {
        const { type, bytes } = CONTENT[kind];
        const started = await stage.call(person, 'attachments.start', {
          kind: kind === 'VOICE' ? 'VOICE' : 'OTHER',
          contentType: type,
          size: bytes.length,
          ...(kind === 'VOICE' && { seconds: 12 }),
        });
        // Whoever may hand nothing in names a file that is not there; the step itself is then refused.
        if (started.status !== 200) return 'no-file';
        const { attachmentId, upload } = started.body as {
          attachmentId: string;
          upload: { fields: Record<string, string> };
        };
        store.objects.set(upload.fields.key ?? '', { content: bytes, contentType: type });
        await stage.call(person, 'attachments.finish', { attachmentId });
        return attachmentId;
      },
      async close() {
        await adapters.database.close();
        await database.drop();
      },
    };
    return stage;
  };
}

/** Puts the place, its offices, the profile and the people there; gives the id of each person by its key. */
async function seed(
  adapters: Adapters,
  ownerUrl: string,
  scenario: Scenario,
  profile: Profile,
): Promise<Map<string, string>> {
  const { county } = scenario.place;
  await seedRegions(ownerUrl, scenario.place);
  const now = adapters.clock.wall();
  const people = cast(scenario);
  await adapters.database.transaction({ region: county.code, person: 'system' }, async (db) => {
    const { code, version, effectiveFrom } = profile;
    await db.write(demo.insertProfile, [county.code, code, version, JSON.stringify(profile), effectiveFrom]);
    await db.write(demo.putInForce, [county.code, LONG_AGO, code, version]);
    for (const [region, suffix, contact, phone] of offices(scenario.place))
      await db.write(demo.insertOffice, [county.code, region, suffix, contact, phone]);
    for (const { id, name, grants, bound } of people.values()) {
      await db.write(demo.insertPerson, [id, name, null, now]);
      for (const grant of grants)
        await db.within(grant.region.slice(0, 6), () =>
          db.write(demo.insertGrant, [
            grant.region.slice(0, 6),
            id,
            grant.role,
            grant.region,
            LONG_AGO,
            null,
          ]),
        );
      if (bound) await db.write(demo.bindVillage, [county.code, id, scenario.place.village.code, now]);
      await db.write(demo.insertLink, [adapters.keys.tokenHash(adapters.keys.demoToken(id)), id]);
    }
  });
  return new Map([...people].map(([key, { id }]) => [key, id]));
}

interface Cast {
  id: string;
  name: string;
  grants: { role: StaffRole; region: string }[];
  bound: boolean;
}

function cast({ people, place }: Scenario): Map<string, Cast> {
  const all = new Map<string, Cast>();
  for (const [index, [key, person]] of Object.entries(people).entries())
    all.set(key, {
      id: `person-${index + 1}`,
      name: person.name,
      bound: person.bound,
      grants: person.role.map((role) => ({ role, region: regionOf(role, person, place) })),
    });
  all.set(OBSERVER, {
    id: 'the-observer',
    name: '旁观人',
    bound: false,
    grants: [{ role: 'COUNTY_LEADER', region: place.county.code }],
  });
  all.set(NEXT_DOOR, {
    id: 'a-cadre-next-door',
    name: '邻村人',
    bound: false,
    grants: [{ role: 'VILLAGE', region: nextDoor(place) }],
  });
  all.set(RULE_WRITER, {
    id: 'a-rule-writer',
    name: '写规则的人',
    bound: false,
    grants: [{ role: 'COUNTY_CLERK', region: place.county.code }],
  });
  all.set(VILLAGER, { id: 'a-villager', name: '村里人', bound: true, grants: [] });
  return all;
}

/** A village of the same town that no scenario speaks of. */
const nextDoor = ({ town }: Scenario['place']) => `${town.code}987`;

function offices({ county, town, village }: Scenario['place']): [string, string, string, string][] {
  return [
    [village.code, '村民委员会', '村委会值班', '0990-0000001'],
    [town.code.padEnd(12, '0'), '农业农村办', '镇里值班', '0990-0000002'],
    [county.code.padEnd(12, '0'), '农业农村局', '县里值班', '0990-0000003'],
  ];
}

/** Only the owner of the tables may write places. */
async function seedRegions(ownerUrl: string, place: Scenario['place']): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const county = place.county.code.padEnd(12, '0');
    const add = (code: string, name: string, level: string, parent: string | null) =>
      client.query(
        `INSERT INTO region (county, code, name, level, parent, valid_from) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING`,
        [code.slice(0, 6), code, name, level, parent, LONG_AGO],
      );
    await add(county, place.county.name, 'COUNTY', null);
    await add(place.town.code.padEnd(12, '0'), place.town.name, 'TOWN', county);
    await add(place.village.code, place.village.name, 'VILLAGE', place.town.code.padEnd(12, '0'));
    const town = place.town.code.padEnd(12, '0');
    for (const { code, name } of [...place.neighbours, { code: nextDoor(place), name: '邻村' }])
      await add(code, name, 'VILLAGE', code.startsWith(place.town.code) ? town : null);
  } finally {
    await client.end();
  }
}
