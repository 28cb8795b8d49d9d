import { FactList } from '@miniapp/ui/desk/FactList';
import type { StaffCaseView } from '@shared/casework';
import { procedureFacts } from '../model/facts';
import { Block } from './Block';

/** What the procedure asks for, and whether it is there. */
export function Procedure({ view }: { view: StaffCaseView }) {
  const facts = procedureFacts(view);
  const missing = facts.filter(({ ok }) => !ok).length;
  return (
    <Block title="程序" aside={missing === 0 ? `${facts.length} 项都齐` : `还差 ${missing} 项`}>
      <FactList facts={facts} />
    </Block>
  );
}
