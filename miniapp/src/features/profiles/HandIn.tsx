import { issuesOf, somethingWasDone } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { replace } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Field } from '@miniapp/ui/Field';
import { Note } from '@miniapp/ui/Note';
import { failureOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import type { ProfilePreview } from '@shared/contract';
import { View } from '@tarojs/components';
import { Differences } from './Differences';
import type { Editing } from './EditRules';
import { Frame } from './Frame';
import { Part } from './Part';
import { EDIT_PAGE, PROPOSAL_PAGE } from './pages';
import { Rehearsal } from './Rehearsal';

interface HandInProps {
  editing: Editing;
  preview: ProfilePreview;
  onBack: () => void;
  onDone: () => void;
}

/** What the change would do, from when on it is meant, and over to the second person. */
export function HandIn({ editing, preview, onBack, onDone }: HandInProps) {
  const { county, rules, base, after, draft, keep } = editing;
  const { fromDay, note } = draft;
  const proposing = useCommand((_: null, requestId) =>
    call(
      'profiles.propose',
      {
        county,
        code: rules.base.code,
        baseVersion: rules.base.version,
        fromDay,
        profile: after as unknown as Record<string, unknown>,
        note,
        replaces: rules.proposal?.id ?? null,
      },
      requestId,
    ),
  );
  const issues = issuesOf(proposing.error);
  const propose = async () => {
    const done = await proposing.run(null);
    if (done === undefined) return;
    onDone();
    somethingWasDone();
    toast('交上了，等另一个人发布');
    replace(PROPOSAL_PAGE, { proposalId: done.proposal.id });
  };
  return (
    <Frame
      title="预演"
      hint="还没有交。看清会变什么，再交给另一个人发布。"
      at={EDIT_PAGE}
      today={rules.today}
      primary={{
        label: '交给另一个人发布',
        busy: proposing.busy,
        onTap: propose,
        ...(fromDay === '' && { off: '还没有选从哪天起用' }),
      }}
      second={{ label: '回去再改', onTap: onBack }}
    >
      {proposing.error !== undefined && <Note state="late" alert title={failureOf(proposing.error)} />}
      <Differences before={base} after={after} />
      <Part title="从哪天起用" pad>
        <View className="sw-rules">
          <Field
            label="起用的日子"
            type="date"
            initial={fromDay}
            hint="今天或以后。那天起收的，按新的办。"
            error={issues.fromDay}
            onInput={(day) => keep({ ...draft, fromDay: day })}
          />
          <Field
            label="为什么改"
            optional
            initial={note}
            maxLength={300}
            onInput={(text) => keep({ ...draft, note: text })}
          />
        </View>
      </Part>
      <Rehearsal preview={preview} />
    </Frame>
  );
}
