/** Notices as each audience reads them, and what may stand in none. */

import { HEAD_KEY } from '@shared/casework/codes';
import type { NoticeView } from '@shared/contract';
import { scanSensitive } from '@shared/publicity';
import { idNumberOf } from './family';
import { noticeLines } from './render';
import type { Scenario } from './scenario';
import { NOBODY, OBSERVER, VILLAGER } from './stage';
import type { Play } from './take';

/** Open link, people bound to the village, staff (and the paper on the board). */
export type Audience = 'OPEN' | 'VILLAGE' | 'STAFF';

export interface Published {
  kind: NoticeView['kind'];
  firstDay: string;
  lastDay: string;
  as: Record<Audience, string[]>;
}

const READERS: Record<Audience, string> = { OPEN: NOBODY, VILLAGE: VILLAGER, STAFF: OBSERVER };

/** Reads a notice as each of its audiences. */
export async function readPublished({ stage }: Play, noticeId: string): Promise<Published> {
  const read = async (audience: Audience) => {
    const { status, body } = await stage.call(READERS[audience], 'notices.get', { noticeId });
    if (status !== 200) throw new Error(`a posted notice cannot be read: ${JSON.stringify(body)}`);
    return (body as { notice: NoticeView }).notice;
  };
  const [open, village, staff] = [await read('OPEN'), await read('VILLAGE'), await read('STAFF')];
  return {
    kind: staff.kind,
    firstDay: staff.firstDay,
    lastDay: staff.lastDay,
    as: { OPEN: noticeLines(open), VILLAGE: noticeLines(village), STAFF: noticeLines(staff) },
  };
}

/** Everything in a notice that domain.md 6.2 forbids in any of them, whatever the scenario expects. */
export function leaks(scenario: Scenario, { as }: Published): string[] {
  return (Object.entries(as) as [Audience, string[]][]).flatMap(([audience, lines]) => {
    const text = lines.join('\n');
    const members = Object.entries(scenario.family.members);
    const private_ = [
      ...members.filter(([key]) => key !== HEAD_KEY).map(([, { name }]) => name),
      ...members.map(([key]) => idNumberOf(scenario, key)),
      ...(scenario.report.phone === null ? [] : [scenario.report.phone]),
    ].filter((secret) => text.includes(secret));
    const words = scanSensitive(text).map((finding) => finding.text);
    return [...private_, ...words].map((found) => `${audience}: ${found}`);
  });
}
