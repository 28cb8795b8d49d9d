import { isH5 } from '@miniapp/platform/target';
import { Kbd } from '@miniapp/ui/desk/Kbd';
import { useKeys } from '@miniapp/ui/desk/useKeys';
import { Tap } from '@miniapp/ui/Tap';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

const PARTS = ['变了的', '数', '程序', '材料', '申报', '意见'] as const;

const idOf = (place: number) => `desk-part-${place}`;

function jump(place: number): void {
  const part = isH5 ? document.getElementById(idOf(place)) : null;
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
}

/** The parts of a case with their numbers: a tap or a key goes there. */
export function Jumps() {
  useKeys(Object.fromEntries(PARTS.map((_, at) => [String(at + 1), () => jump(at + 1)])));
  return (
    <View className="sw-jumps">
      {PARTS.map((name, at) => (
        <Tap key={name} role="link" className="sw-jump" keys={String(at + 1)} onTap={() => jump(at + 1)}>
          <Kbd>{String(at + 1)}</Kbd> {name}
        </Tap>
      ))}
    </View>
  );
}

/** One of them; it takes the focus, so that what follows is read and tabbed from there. */
export function Part({ place, children }: { place: 1 | 2 | 3 | 4 | 5 | 6; children: ReactNode }) {
  return (
    <View id={idOf(place)} className="sw-jumpto" {...(isH5 && { tabIndex: -1 })}>
      {children}
    </View>
  );
}
