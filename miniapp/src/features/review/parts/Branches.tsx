import { CASE_PAGE } from '@miniapp/features/staff';
import { go } from '@miniapp/platform/navigate';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Link } from '@miniapp/ui/Link';
import { Tag } from '@miniapp/ui/Tag';
import type { StaffCaseView } from '@shared/casework';
import { View } from '@tarojs/components';
import { useFrame } from '../frame';
import { type Branch, branchesOf } from '../model/branches';
import { Block } from './Block';
import { Photos } from './Photos';
import { Reveal } from './Reveal';
import { VoiceNote } from './VoiceNote';

/** What happened beside the straight path: objections, reviews, returns, help first, relatives, false statements. */
export function Branches({ view }: { view: StaffCaseView }) {
  return (
    <>
      {branchesOf(view).map((branch) => (
        <Block
          key={branch.id}
          title={branch.title}
          aside={branch.tag && <Tag state={branch.tag.state}>{branch.tag.text}</Tag>}
        >
          <BranchFacts caseId={view.id} branch={branch} />
        </Block>
      ))}
    </>
  );
}

/** The facts of one of them, where a form asks about it. */
export function BranchFacts({ caseId, branch }: { caseId: string; branch: Branch }) {
  const onPhone = useFrame().kind === 'phone';
  return (
    <KeyValue
      facts={branch.facts.map(({ id, key, value, photoIds = [], voiceId, objectionId, caseId: other }) => ({
        id,
        key,
        value: (
          <View>
            {objectionId === undefined ? (
              <View>{value}</View>
            ) : (
              <Reveal
                caseId={caseId}
                what="提意见的人是谁"
                act="看是谁"
                field="OBJECTOR"
                memberKey={objectionId}
                masked={value}
                allowed
              />
            )}
            {other !== undefined && onPhone && (
              <Link edge onTap={() => go(CASE_PAGE, { caseId: other })} label="打开以前那一件">
                打开看
              </Link>
            )}
            {voiceId !== undefined && <VoiceNote id={voiceId} />}
            <Photos ids={photoIds} name={key} />
          </View>
        ),
      }))}
    />
  );
}

/** Above a form's questions: what has to be read before they are answered. */
export function About({ view, ids }: { view: StaffCaseView; ids: readonly Branch['id'][] }) {
  return (
    <>
      {branchesOf(view)
        .filter(({ id }) => ids.includes(id))
        .map((branch) => (
          <View key={branch.id} className="sw-out sw-about">
            <BranchFacts caseId={view.id} branch={branch} />
          </View>
        ))}
    </>
  );
}
