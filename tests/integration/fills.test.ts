/** What fills in a report by itself: WeChat's phone number and the photo of an ID card. Neither leaves a trace. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCloudWechat } from '@functions/adapters/wechat/cloud';
import { FIRST_VILLAGE } from '@functions/runtime/demo';
import { composeIdNumber } from '@shared/people';
import { DEMO_2026 } from '@shared/procedure';
import { type Office, openOffice } from '@tests/support/office';
import { CARD_PHOTO, createTestWechat } from '@tests/support/stand-ins';

const ID = composeIdNumber({ area: '990101', birthDate: '1973-05-16', sequence: 7 });
const ON = DEMO_2026;
const OFF = { ...DEMO_2026, version: 2, idPhotos: false };
const photo = { village: FIRST_VILLAGE, photo: CARD_PHOTO };

const openings: Office[] = [];
const open = async (...[options]: Parameters<typeof openOffice>) => {
  const office = await openOffice(options);
  openings.push(office);
  return office;
};
afterAll(async () => {
  for (const office of openings) await office.close();
});

const reasonOf = ({ body }: { body: unknown }) => (body as { error: { reason: string } }).error.reason;
const readCard = (office: Office, input: object) =>
  office.ask('he-ming', 'applications.readIdCard', { input });

test('a card is read where county and deployment allow it, and nothing of the photo is kept or logged', async () => {
  const office = await open({ profile: ON, wechat: createTestWechat({ name: '田有福', idNo: ID }) });
  const { fills } = await office.must('-', 'regions.village', { code: FIRST_VILLAGE });
  expect(fills).toEqual(['ID_PHOTO', 'WECHAT_PHONE']);
  expect(await office.must('he-ming', 'applications.readIdCard', photo)).toEqual({
    name: '田有福',
    idNo: ID,
  });
  expect(JSON.stringify(office.logged)).not.toContain(CARD_PHOTO.slice(0, 40));
  expect(JSON.stringify(office.logged)).not.toContain(ID);
  expect(
    await office.database.look("SELECT 1 FROM request_log WHERE operation = 'applications.readIdCard'"),
  ).toEqual([]);
  expect(office.store.objects.size).toBe(0);
});

test('what cannot be read is said, and half a card is half an answer', async () => {
  const half = await open({ profile: ON, wechat: createTestWechat({ name: '田有福', idNo: '12345' }) });
  expect(await half.must('he-ming', 'applications.readIdCard', photo)).toEqual({
    name: '田有福',
    idNo: null,
  });
  const png = Buffer.alloc(300, 1).toString('base64');
  expect(reasonOf(await readCard(half, { ...photo, photo: png }))).toBe('ID_PHOTO_UNREADABLE');
  const none = await open({ profile: ON, wechat: createTestWechat({ name: null, idNo: null }, null) });
  expect(reasonOf(await readCard(none, photo))).toBe('ID_PHOTO_UNREADABLE');
  const told = await none.ask('he-ming', 'accounts.phoneNumber', { input: { code: 'old' } });
  expect([told.status, reasonOf(told)]).toEqual([409, 'PHONE_NOT_TOLD']);
});

test('either switch alone reads no card, and a stranger none at all', async () => {
  const noCounty = await open({ profile: OFF, wechat: createTestWechat({ name: '田有福', idNo: ID }) });
  expect((await noCounty.must('-', 'regions.village', { code: FIRST_VILLAGE })).fills).toEqual([
    'WECHAT_PHONE',
  ]);
  expect(reasonOf(await readCard(noCounty, photo))).toBe('ID_PHOTOS_OFF');
  const noService = await open({ profile: ON });
  expect((await noService.must('-', 'regions.village', { code: FIRST_VILLAGE })).fills).toEqual([]);
  expect(reasonOf(await readCard(noService, photo))).toBe('ID_PHOTOS_OFF');
  expect((await noService.ask('-', 'applications.readIdCard', { input: photo })).status).toBe(401);
});

test('through CloudBase, the unmodified SDK asks WeChat by name and takes no half answer for a whole one', async () => {
  process.env.TENCENTCLOUD = 'true';
  const asked: { apiName: string; said: Record<string, unknown> }[] = [];
  const answers: Record<string, unknown> = {
    '/phonenumber.getPhoneNumber': { errcode: 0, phone_info: { purePhoneNumber: '13900001234' } },
    '/ocr.idcard': { errcode: 0, type: 'Front', name: '田有福', id: ID },
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { apiName, requestData } = JSON.parse(Buffer.concat(parts).toString()) as Record<string, string>;
      asked.push({ apiName: apiName ?? '', said: JSON.parse(requestData ?? '{}') });
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          requestId: 'r',
          data: { responseData: JSON.stringify(answers[apiName ?? ''] ?? {}) },
        }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`;
  const keys = { env: 'test-env', secretId: 'id', secretKey: 'key', serviceUrl };
  const wechat = createCloudWechat({ ...keys, idPhotos: true });
  expect(await wechat.phoneNumber('once')).toBe('13900001234');
  expect(await wechat.readIdCard?.(Buffer.from('photo'))).toEqual({ name: '田有福', idNo: ID });
  expect(asked).toEqual([
    { apiName: '/phonenumber.getPhoneNumber', said: { code: 'once' } },
    {
      apiName: '/ocr.idcard',
      said: {
        type: 'photo',
        img: { contentType: 'image/jpeg', value: Buffer.from('photo').toString('base64') },
      },
    },
  ]);
  answers['/phonenumber.getPhoneNumber'] = { errcode: 40029, errmsg: 'invalid code' };
  expect(await wechat.phoneNumber('again')).toBeNull();
  expect(createCloudWechat({ ...keys, idPhotos: false }).readIdCard).toBeUndefined();
  server.closeAllConnections();
  server.close();
});
