import { Staffed, somethingWasDone } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { replace, useParams } from '@miniapp/platform/navigate';
import { confirm, toast } from '@miniapp/platform/ui';
import { Note } from '@miniapp/ui/Note';
import { failureOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { fullDay, moment } from '@shared/messages';
import { FILLED_WORDS, filledFields, profileValue, profileWords } from '@shared/messages/profile-fields';
import type { Profile } from '@shared/procedure';
import { View } from '@tarojs/components';
import { useCounty } from './county';
import { Differences } from './Differences';
import { type Doing, Frame } from './Frame';
import { NoCounty } from './NoCounty';
import { Part } from './Part';
import { RULES_PAGE } from './pages';
import { Rehearsal } from './Rehearsal';

const HINT = '一个人提，另一个人看过再发布。';

/** A change that waits: what it is, what it would do, and the second person's word. */
export function ProposalPage() {
  const county = useCounty();
  const { proposalId = '' } = useParams<'proposalId'>();
  const query = useQuery(county === undefined ? undefined : `proposal ${proposalId}`, async () => {
    const found = await call('profiles.proposal', { proposalId });
    const profile = found.after as unknown as Record<string, unknown>;
    return { ...found, preview: await call('profiles.preview', { county: county ?? '', profile }) };
  });
  if (county === undefined) return <NoCounty />;
  if (query.data === undefined)
    return (
      <Frame title="等发布的改动" hint={HINT} at={RULES_PAGE}>
        <Staffed query={query} rows={8}>
          {() => null}
        </Staffed>
      </Frame>
    );
  return <Shown {...query.data} />;
}

type Found = Output<'profiles.proposal'> & { preview: Output<'profiles.preview'> };

function Shown({ proposal, before, filled, after, preview }: Found) {
  const publishing = useCommand((_: null, requestId) =>
    call('profiles.publish', { proposalId: proposal.id }, requestId),
  );
  const discarding = useCommand((_: null, requestId) =>
    call('profiles.discard', { proposalId: proposal.id }, requestId),
  );
  const over = async (done: unknown, words: string) => {
    if (done === undefined) return;
    somethingWasDone();
    toast(words);
    await replace(RULES_PAGE);
  };
  const publish = async () => {
    const day = fullDay(proposal.fromDay);
    const sure = { title: `发布第 ${proposal.version} 版？`, text: `${day}起收的，按新的办。`, yes: '发布' };
    if (await confirm(sure)) await over(await publishing.run(null), '发布了');
  };
  const discard = async () => {
    const sure = { title: '不要这份改动了？', yes: '不要了', no: '先留着', danger: true };
    if (await confirm(sure)) await over(await discarding.run(null), '收回了');
  };
  const error = publishing.error ?? discarding.error;
  const isOpen = proposal.state === 'OPEN';
  const off = WHY_NOT[proposal.publish];
  const primary: Doing = {
    label: `发布第 ${proposal.version} 版`,
    busy: publishing.busy,
    onTap: publish,
    ...(off !== undefined && { off }),
  };
  return (
    <Frame
      title={`第 ${proposal.version} 版，${fullDay(proposal.fromDay)}起用`}
      hint={`${proposal.proposedBy.name} ${moment(proposal.proposedAt)}提的`}
      at={RULES_PAGE}
      {...(isOpen && {
        primary,
        second: { label: '不要这份改动', busy: discarding.busy, onTap: discard },
      })}
    >
      {error !== undefined && <Note state="late" alert title={failureOf(error, 'act')} />}
      {!isOpen && <Note state="off" title={STATE_WORDS[proposal.state]} />}
      {proposal.note !== '' && (
        <Note state="doing" title="为什么改">
          <View>{proposal.note}</View>
        </Note>
      )}
      <Differences before={before} after={after} />
      <Filled version={proposal.baseVersion} profile={before} filled={filled} />
      <Rehearsal preview={preview} />
    </Frame>
  );
}

/** What the version before never said and this one will say for itself. */
function Filled({
  version,
  profile,
  filled,
}: {
  version: number;
  profile: Profile;
  filled: readonly string[];
}) {
  const fields = filledFields(filled);
  if (fields.length === 0) return null;
  return (
    <Part title={`第 ${version} 版没写的 ${fields.length} 项`}>
      {fields.map((field) => (
        <Row
          key={field.path}
          title={field.label}
          detail={`${profileWords(field, profileValue(profile, field.path))}，${FILLED_WORDS}`}
        />
      ))}
    </Part>
  );
}

const WHY_NOT = { YES: undefined, OWN: '自己提的，要另一个人来发布', NOT_YOURS: '要县里领导来发布' };
const STATE_WORDS = { OPEN: '', PUBLISHED: '已经发布了', DISCARDED: '收回了', REPLACED: '换成另一份了' };
