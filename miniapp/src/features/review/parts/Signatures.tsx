import { Row } from '@miniapp/ui/Row';
import { Tag } from '@miniapp/ui/Tag';
import type { StaffCaseView } from '@shared/casework';
import { moment } from '../model/facts';
import { Block } from './Block';

/** The two who verify, and which of them has signed. */
export function Signatures({ view }: { view: StaffCaseView }) {
  const { verifiers, verification } = view;
  if (verifiers.length === 0) return null;
  const signatures = verification?.signatures ?? [];
  return (
    <Block title="核实人签名" aside={`${signatures.length} / ${view.profile.minSigners}`}>
      {verifiers.map(({ personId, name, office }) => {
        const signed = signatures.find((signature) => signature.name === name);
        return (
          <Row
            key={personId}
            title={name}
            detail={signed === undefined ? office : `${moment(signed.at)} · “${signed.opinion}”`}
            right={signed === undefined ? <Tag state="need">还没签</Tag> : <Tag state="ok">已签</Tag>}
          />
        );
      })}
    </Block>
  );
}
