import { KeyTable } from '@miniapp/ui/desk/KeyTable';
import { KEY_WORDS } from './words';

/** The list of keys, above the case. */
export function Keys({ onClose }: { onClose: () => void }) {
  return <KeyTable words={KEY_WORDS} onClose={onClose} />;
}
