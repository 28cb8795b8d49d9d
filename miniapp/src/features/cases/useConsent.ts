import { useSeen } from '@miniapp/platform/seen';
import { CONSENT, consentReadAloud } from '@shared/messages/consent';
import { useState } from 'react';
import type { BankAnswer } from './ConsentText';
import { consentOff } from './words';

/** What must be true before anybody hands in a signature: it was heard or read to its end, answered, and signed. */
export interface Consent {
  bank: BankAnswer | undefined;
  setBank: (value: BankAnswer) => void;
  /** What 「念给我听」 says; playing it counts as having heard it. */
  read: () => string;
  /** Heard, or read to the end. */
  informed: boolean;
  setInked: (inked: boolean) => void;
  /** Why the button is off, or undefined. */
  off: string | undefined;
}

/** Keeps count of it for one person. `end` is the id of the last words of the page. */
export function useConsent(end: string, asksBank: boolean): Consent {
  const [bank, setBank] = useState<BankAnswer>();
  const [inked, setInked] = useState(false);
  const [listened, setListened] = useState(false);
  const atEnd = useSeen(end);
  const informed = listened || atEnd;
  return {
    bank,
    setBank,
    informed,
    setInked,
    read: () => {
      setListened(true);
      return consentReadAloud(CONSENT, asksBank);
    },
    off: consentOff({ informed, inked, answered: !asksBank || bank !== undefined }),
  };
}
