import { goOnToCheck, handIn, head, takePhotos, tellTrouble } from './journeys/report';
import { enterBy, onDevtools, phoneForTests } from './support/phone-for-tests';

/**
 * The suites of report and follow-up once more, as it goes in WeChat: `wx.cloud.callFunction`, answered by the bundle
 * that is deployed, in place of HTTP; the openid in place of a link.
 */

const PAPERS = ['诊断证明或出院记录'];

// DevTools runs the build that it has opened, which speaks HTTP.
const inOurHost = onDevtools ? describe.skip : describe;

inOurHost('through CloudBase', () => {
  beforeAll(() => enterBy('cloudbase'));
  afterAll(() => enterBy('http'));

  describe('somebody whom the village does not know', () => {
    const there = phoneForTests({ village: true, door: 'cloudbase' });

    test('reports without any link; nothing goes past CloudBase but photos to their store', async () => {
      const { phone, village } = there();
      await phone.tap('自己找村子');
      await phone.write('村名', '保西');
      await phone.tap('保西村');
      await phone.on('pages/home/index');
      await tellTrouble(phone, head(1));
      await takePhotos(phone, PAPERS);
      await goOnToCheck(phone);
      await handIn(phone);

      expect(new Set(village.line.requests)).toEqual(new Set(['POST /cloud/', 'POST /storage/attachments']));
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
  });

  describe('the report', () => {
    require('./report.test');
  });
  describe('what comes after', () => {
    require('./follow-up.test');
  });
});
