import { phoneForTests } from './support/phone-for-tests';

const phone = phoneForTests();

test('the app opens on its front page without a network', async () => {
  await phone().phone.on('pages/home/index');
  await phone().phone.sees('我要申报');
  await phone().phone.picture('home-no-network');
});
