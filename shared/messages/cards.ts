import type { CardContent } from '@shared/cards';

/** At most so many names in a sentence: nobody listens to more. */
const NAMES = 3;

/** What stands under 「名单退出以后」: what ends, what goes on for a while, what never hung on the list; empty when nothing came. */
export function afterwardsSentences({ stop, finish, stay }: CardContent['afterwards']): string[] {
  return [
    stop.length > 0 && `${listed(stop)}会停，停之前先告诉您。`,
    finish.length > 0 && `${listed(finish)}发到期满为止。`,
    stay.length > 0 && `${listed(stay)}不受影响。`,
  ].filter((text) => text !== false);
}

const listed = (names: readonly string[]): string =>
  names.slice(0, NAMES).join('、') + (names.length > NAMES ? `等 ${names.length} 项` : '');
