import { choicesOf, One } from '@miniapp/features/review/kit';
import { Link } from '@miniapp/ui/Link';
import { OWNERS, type Owner } from '@shared/measures/codes';
import { OWNER_LABELS } from '@shared/messages/help';
import { useState } from 'react';
import { fewOwners, type OwnerAbout } from './owners';

interface OwnerFieldProps {
  /** What the measure is and what for: by it the likely ones are known. */
  about: OwnerAbout;
  value: Owner | undefined;
  error?: string;
  onChange: (owner: Owner) => void;
}

/** Who does it: the likely ones and the chosen one; the others on a tap, and they stay open, so that nothing jumps away. */
export function OwnerField({ about, value, error, onChange }: OwnerFieldProps) {
  const [all, setAll] = useState(false);
  const shown = all ? OWNERS : fewOwners(about, value);
  return (
    <>
      <One
        label="谁办"
        chips={choicesOf(shown, OWNER_LABELS)}
        value={value}
        error={error}
        onChange={onChange}
      />
      <Link edge label={all ? '谁办，收起' : '谁办，看别的部门'} onTap={() => setAll(!all)}>
        {all ? '收起' : '别的部门'}
      </Link>
    </>
  );
}
