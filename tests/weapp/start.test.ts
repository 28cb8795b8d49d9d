import { lookAround } from './journeys/look-around';
import { phoneForTests } from './support/phone-for-tests';

const there = phoneForTests();

test('the app opens on its front page, also without a network', async () => {
  const { phone } = there();
  await phone.on('pages/home/index');
  await phone.sees('我要申报');
  await phone.picture('home-no-network');
});

test('three tabs, each alive while another is looked at', async () => {
  const { phone } = there();
  const home = await phone.page();
  await phone.tap('我家');
  await phone.on('pages/family/index');
  await phone.tap('消息');
  await phone.on('pages/messages/index');
  expect(await phone.app.pageStack()).toHaveLength(1);
  await phone.tap('首页');
  await phone.on('pages/home/index');
  // The very page from before, not one like it.
  expect(await phone.page()).toBe(home);
});

test('a page that a tab owns is not opened on top of another', async () => {
  const { app } = there().phone;
  await expect(app.callWxMethod('navigateTo', { url: '/pages/family/index' })).rejects.toThrow('tabbar');
  await expect(app.callWxMethod('navigateTo', { url: '/pages/nowhere' })).rejects.toThrow('is not found');
});

test('ten pages are open at most, and going on still works', async () => {
  const { phone } = there();
  const gallery = '/packages/gallery/read';
  for (let open = 1; open < 10; open += 1) await phone.app.callWxMethod('navigateTo', { url: gallery });
  expect(await phone.app.pageStack()).toHaveLength(10);
  await expect(phone.app.callWxMethod('navigateTo', { url: gallery })).rejects.toThrow('limit exceed');
  await phone.app.callWxMethod('navigateBack', { delta: 9 });
  await phone.on('pages/home/index');
});

test('looking around', () => lookAround(there().phone));

test('what WeChat has and the host has not is an error, also when the app swallows it', async () => {
  const { phone, host } = there();
  if (!host) return;
  await expect(phone.app.callWxMethod('startLocationUpdate')).rejects.toThrow('wx.startLocationUpdate');
  expect(await phone.faults()).toEqual([expect.stringContaining('wx.startLocationUpdate')]);
});
