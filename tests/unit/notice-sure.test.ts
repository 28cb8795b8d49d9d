import { tokenOfText } from '@miniapp/features/notices/paper-code';
import { sureUntil } from '@miniapp/features/notices/sure';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test('without a new answer a list is believed a minute on its last day, and before it as long as it hung for certain', () => {
  expect(sureUntil({ daysLeft: 1 }, 1_000)).toBe(1_000 + MINUTE);
  expect(sureUntil({ daysLeft: 2 }, 1_000)).toBe(1_000 + DAY);
  expect(sureUntil({ daysLeft: 5 }, 0)).toBe(4 * DAY);
});

test('what a camera read off the paper: an address with the token, or the token alone, and nothing else', () => {
  const token = `k1.150521-${'0'.repeat(32)}_${'a'.repeat(16)}.${'A'.repeat(22)}`;
  for (const text of [token, ` ${token} `, `https://a.example/#/packages/notices/pages/check?t=${token}`])
    expect(tokenOfText(text)).toBe(token);
  for (const text of ['', 'https://a.example/', `?v=150521100201&k=${'0'.repeat(16)}`, `${token}x`, 'k1.x.y'])
    expect(tokenOfText(text)).toBeNull();
});
