import { chainDigest } from '@functions/runtime/notice-chain';
import { addDays, localDate } from '@shared/calendar';
import type { NoticeContent } from '@shared/publicity';
import { Client } from 'pg';

/** Puts up a notice of so many families in a village, from today on; gives its id. Written past the procedure. */
export async function fillNotice(
  adminUrl: string,
  county: string,
  village: string,
  rows: number,
): Promise<string> {
  const today = localDate(new Date().toISOString());
  const id = `${county}-${'0'.repeat(31)}1`;
  const content: NoticeContent = {
    kind: 'PROPOSED_INCLUSION',
    villageCode: village,
    villageName: '保西村',
    townName: '保康镇',
    countyName: '科尔沁左翼中旗',
    title: '关于保西村拟纳入监测对象的公示',
    basis: '防止返贫动态监测方案',
    stepsDone: ['农户申报', '入户核实', '信息比对', '村民评议'],
    entries: Array.from({ length: rows }, (_, index) => ({
      id: `${county}-case-${index}`,
      headName: `田${'福实生禾'.charAt(index % 4)}`,
      memberCount: (index % 5) + 1,
      group: `${(index % 6) + 1}组`,
    })),
    from: today,
    to: addDays(today, 4),
    days: 5,
    phones: { village: '0990-5210001', town: '0990-5210100', county: '0990-5219000', hotline: '12317' },
    issuer: '保西村村民委员会',
    postedOn: today,
  };
  const before = Buffer.alloc(32);
  const client = new Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(
      `INSERT INTO notice (county, id, village, kind, content, seq, digest, prev_digest, posted_at, first_day, last_day)
       VALUES ($1, $2, $3, $4, $5, 1, $6, $7, now(), $8, $9)`,
      [
        county,
        id,
        village,
        content.kind,
        JSON.stringify(content),
        chainDigest(before, content),
        before,
        content.from,
        content.to,
      ],
    );
    await client.query(
      `INSERT INTO notice_case (county, notice_id, village, case_id, last_day) SELECT $1, $2, $3, unnest($4::text[]), $5`,
      [county, id, village, content.entries.map((entry) => entry.id), content.to],
    );
    return id;
  } finally {
    await client.end();
  }
}
