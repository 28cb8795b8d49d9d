import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { lookAround } from './journeys/look-around';
import { builtPackage } from './support/build';
import { JOURNEY_MS, onDevtools, withPhone } from './support/phone-for-tests';

/** A suite that passes on a dead app proves nothing: each way into the app is taken away once, and it must be missed. */

/** Short: what is dead stays dead. start.test.ts shows that the same walk succeeds on the app as it was built. */
const PATIENCE_MS = 1500;
const NOT_OPENED = 'still on pages/home/index, not on pages/family/index';

jest.setTimeout(JOURNEY_MS);

let copy: string;

beforeEach(() => {
  copy = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-'));
});
afterEach(() => fs.rmSync(copy, { recursive: true }));

/** The built package with every binding of `event` gone from its templates. */
function without(event: string): string {
  fs.cpSync(builtPackage(), copy, { recursive: true });
  const file = path.join(copy, 'base.wxml');
  const whole = fs.readFileSync(file, 'utf8');
  const stripped = whole.replaceAll(`bind${event}="eh"`, '');
  expect(stripped.length).toBeLessThan(whole.length);
  fs.writeFileSync(file, stripped);
  return copy;
}

const walk = (options: { folder?: string; deafTo?: string }) =>
  withPhone({ ...options, patience: PATIENCE_MS }, ({ phone }) => lookAround(phone));

// DevTools runs the build that it has opened, and hears everything.
const inOurHost = onDevtools ? test.skip : test;

inOurHost('with its taps stripped from the build, the walk fails', () =>
  expect(walk({ folder: without('tap') })).rejects.toThrow(NOT_OPENED),
);

inOurHost('with its typing stripped from the build, the walk fails', () =>
  expect(walk({ folder: without('input') })).rejects.toThrow('「找到的村子」 is not on'),
);

inOurHost('with one listener taken out of the host, the walk fails', () =>
  expect(walk({ deafTo: 'tap' })).rejects.toThrow(NOT_OPENED),
);
