import { createCipheriv, randomBytes } from 'node:crypto';
import { createKeys } from '@functions/adapters/keys';
import { fold } from '@shared/casework';
import { f01 } from '@tests/support/casework-f01';
import type { Figure } from '@tests/support/figures';
import { newKeyMaterial } from '@tests/support/stand-ins';
import { microseconds } from './load';

/** The pure core and the locks on its events, beside the plainest code that touches the same bytes. */
export function coreFigures(): Figure[] {
  const { history } = f01();
  const text = JSON.stringify(history);
  const keys = createKeys(newKeyMaterial());
  const event = JSON.stringify(history[3]);
  const key = randomBytes(32);
  const bareCipher = () => {
    const cipher = createCipheriv('aes-256-gcm', key, randomBytes(12));
    return Buffer.concat([cipher.update(event, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  };
  const figure = (name: string, value: number, floor: number): Figure => ({
    name,
    value,
    unit: 'µs',
    floor,
    goal: null,
  });
  return [
    figure(
      'fold of a whole case (floor: parsing its JSON)',
      microseconds(() => fold(history)),
      microseconds(() => JSON.parse(text)),
    ),
    figure(
      'seal an event (floor: the bare cipher)',
      microseconds(() => keys.seal(event, 'a/b/1')),
      microseconds(bareCipher),
    ),
  ];
}
