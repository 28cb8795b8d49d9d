import { staffTable } from '@tests/support/staff-list';
import { createTestWechat } from '@tests/support/stand-ins';
import { signIn } from './journeys/report';
import { phoneForTests } from './support/phone-for-tests';

/** Somebody on the county's list takes it up with WeChat's own button, and works. */
let phoneNumber = '13900009999';
const there = phoneForTests({
  village: true,
  wechat: { ...createTestWechat({ name: null, idNo: null }), phoneNumber: async () => phoneNumber },
});
const ADMIN = 'guo-minhua';
const COUNTY = '150521';
const WHO = { name: '安娜', phone: '13900001234', role: '镇里经办', town: '保康镇' };

async function sendList(): Promise<void> {
  const { office } = there().village;
  const table = await staffTable([WHO]);
  const { job, upload } = await office.must(ADMIN, 'imports.start', {
    kind: 'STAFF',
    targetId: `${COUNTY}-STAFF`,
    fileName: '名单.xlsx',
    size: table.length,
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.set(name, value);
  form.set('file', new Blob([Buffer.from(table)]));
  const sent = await fetch(upload.url, { method: 'POST', body: form });
  expect(sent.ok).toBe(true);
  for (let state = job.state; state !== 'DONE'; )
    ({
      job: { state },
    } = await office.must(ADMIN, 'imports.advance', { jobId: job.id }));
}

test('a number that is on no list is told what to do; the one on it opens the desk', async () => {
  const { phone, village } = there();
  await sendList();
  await signIn(phone, village, 'shen-wen');
  await phone.open('packages/account/pages/signin', 'reLaunch');
  await phone.sees('工作人员第一次用');
  await phone.picture('activate');
  await phone.tap('用微信手机号开通');
  await phone.sees('名单上没有这个手机号');
  await phone.picture('activate-refused');
  phoneNumber = WHO.phone;
  await phone.tap('用微信手机号开通');
  await phone.sees('安娜，您好');
  await phone.sees('保康镇 镇里经办');
  await phone.tap('去工作台');
  await phone.sees('待办');
});
