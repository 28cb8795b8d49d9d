import fs from 'node:fs';
import { lookAround } from './journeys/look-around';
import { changedPackage } from './support/build';
import { JOURNEY_MS, onDevtools, withPhone } from './support/phone-for-tests';

/** A suite that passes on a dead app proves nothing: each way into the app is taken away once, and it must be missed. */

/** Short: what is dead stays dead. start.test.ts shows that the same walk succeeds on the app as it was built. */
const PATIENCE_MS = 1500;
const NOT_OPENED = 'still on pages/home/index, not on pages/family/index';

jest.setTimeout(JOURNEY_MS);

const walk = (options: { folder?: string; deafTo?: string }) =>
  withPhone({ ...options, patience: PATIENCE_MS }, ({ phone }) => lookAround(phone));

/** Walks through a build whose templates have no binding of this event. */
async function walkWithout(event: string): Promise<void> {
  const folder = changedPackage('base.wxml', (templates) => templates.replaceAll(`bind${event}="eh"`, ''));
  try {
    await walk({ folder });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

// DevTools runs the build that it has opened, and hears everything.
const inOurHost = onDevtools ? test.skip : test;

inOurHost('with its taps stripped from the build, the walk fails', () =>
  expect(walkWithout('tap')).rejects.toThrow(NOT_OPENED),
);

inOurHost('with its typing stripped from the build, the walk fails', () =>
  expect(walkWithout('input')).rejects.toThrow('「找到的村子」 is not on'),
);

inOurHost('with one listener taken out of the host, the walk fails', () =>
  expect(walk({ deafTo: 'tap' })).rejects.toThrow(NOT_OPENED),
);
