import fs from 'node:fs';
import { goOnToCheck, handIn, head, takePhotos, tellTrouble } from './journeys/report';
import { changedPackage } from './support/build';
import { type Cloudbase, openCloudbase } from './support/cloudbase';
import { JOURNEY_MS, onDevtools, withPhone } from './support/phone-for-tests';
import { openVillage, type Village } from './support/village';

/** The report once more, as it goes in WeChat: `wx.cloud.callFunction` in place of HTTP, the openid in place of a link. */

jest.setTimeout(JOURNEY_MS);

const OPENID = 'openid-of-an-invented-person';
const PAPERS = ['诊断证明或出院记录'];

let village: Village;
let cloudbase: Cloudbase;
let folder: string;

beforeAll(async () => {
  if (onDevtools) return;
  village = await openVillage();
  cloudbase = await openCloudbase(village.environment);
  // The one word in which a build with SHOUWANG_CLOUD_ENV differs.
  folder = changedPackage('common.js', (code) =>
    code.replace(/(\.cloudEnv\)&&void 0!==(\w+)\?\2:)""/, '$1"env-1"'),
  );
});
afterAll(async () => {
  await cloudbase?.close();
  await village?.close();
  if (folder) fs.rmSync(folder, { recursive: true });
});

const inOurHost = onDevtools ? test.skip : test;

inOurHost(
  'a stranger to the village reports through CloudBase, without any link; the village has the case',
  () => {
    const cloud = (name: string, data: unknown) => cloudbase.callFunction(OPENID, name, data);
    const store = village.line.origin;
    return withPhone({ folder, cloud, origins: [store] }, async ({ phone }) => {
      await phone.tap('自己找村子');
      await phone.write('村名', '保西');
      await phone.tap('保西村');
      await phone.on('pages/home/index');
      await tellTrouble(phone, head(1));
      await takePhotos(phone, PAPERS);
      await goOnToCheck(phone);
      await handIn(phone);
      expect(await phone.faults()).toEqual([]);

      expect(new Set(village.line.requests)).toEqual(new Set(['POST /storage/attachments']));
      const { rows } = await village.office.must('li-chunmei', 'reviews.queue', {
        tab: 'MINE',
        cursor: '',
        limit: 50,
      });
      expect(rows).toMatchObject([{ headName: head(1).name, state: 'SUBMITTED' }]);
      const { case: made } = await village.office.must('li-chunmei', 'reviews.case', {
        caseId: rows[0]?.id ?? '',
      });
      expect(made.report.photoIds).toHaveLength(PAPERS.length);
    });
  },
);
