import { HEAD, handIn, signIn, takePhotos, tellTrouble } from './journeys/report';
import { phoneForTests } from './support/phone-for-tests';

const there = phoneForTests({ village: true });
const PAPERS = ['诊断证明或出院记录', '住院费用结算单'];

test('a family reports its trouble with two photos and gets a receipt; the village has the case', async () => {
  const { phone, village } = there();
  if (!village) throw new Error('no village');
  await signIn(phone, village, '田晓雨');
  await tellTrouble(phone);
  await takePhotos(phone, PAPERS);
  await phone.picture('report-check');
  console.log(await phone.words(), village.line.requests);
  await handIn(phone);
  await phone.picture('report-receipt');
  console.log(await phone.words());
});
