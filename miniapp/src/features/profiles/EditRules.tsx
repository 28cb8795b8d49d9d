import { issuesOf, Staffed } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { slot } from '@miniapp/platform/storage';
import { useCommand } from '@miniapp/ui/useCommand';
import type { ProfileGroup, ProfileValue } from '@shared/messages/profile-fields';
import type { Profile } from '@shared/procedure';
import { useState } from 'react';
import { type Rules, useBase, useCounty } from './county';
import { applied, EMPTY_DRAFT, faultsOf, type RulesDraft, withChange } from './draft';
import { FieldsPage } from './FieldsPage';
import { Frame } from './Frame';
import { HandIn } from './HandIn';
import { NoCounty } from './NoCounty';
import { EDIT_PAGE } from './pages';

/** A county changes its procedure: fields by group, then what it would do, then a second person. */
export function EditRules() {
  const county = useCounty();
  const query = useBase(county);
  if (county === undefined) return <NoCounty />;
  if (query.data === undefined)
    return (
      <Frame title="改规则" hint="改好先预演，再交给另一个人发布。" at={EDIT_PAGE}>
        <Staffed query={query} rows={8}>
          {() => null}
        </Staffed>
      </Frame>
    );
  return <Form county={county} {...query.data} />;
}

interface FormProps {
  county: string;
  rules: Rules;
  base: Profile;
  /** What the base does not say itself. */
  filled: string[];
}

export interface Editing extends FormProps {
  draft: RulesDraft;
  after: Profile;
  faults: Record<string, string>;
  change: (path: string, value: ProfileValue) => void;
  keep: (draft: RulesDraft) => void;
  /** The phone had no room for what was typed. */
  unkept: boolean;
  restart: () => void;
  /** Grows when all boxes must be drawn anew. */
  turn: number;
  group: ProfileGroup | undefined;
  openGroup: (group: ProfileGroup | undefined) => void;
}

function Form({ county, rules, base, filled }: FormProps) {
  const kept = slot<RulesDraft>(`rules:${county}`);
  const [draft, setDraft] = useState<RulesDraft>(() => kept.get() ?? EMPTY_DRAFT);
  const [unkept, setUnkept] = useState(false);
  const [turn, setTurn] = useState(0);
  const [group, openGroup] = useState<ProfileGroup>();
  const after = applied(base, draft);
  const previewing = useCommand((profile: Profile, requestId) =>
    call('profiles.preview', { county, profile: profile as unknown as Record<string, unknown> }, requestId),
  );
  const [preview, setPreview] = useState<Awaited<ReturnType<typeof previewing.run>>>();
  const [mended, setMended] = useState<readonly string[]>([]);
  const all = faultsOf(issuesOf(previewing.error));
  const faults = Object.fromEntries(Object.entries(all).filter(([path]) => !mended.includes(path)));
  const keep = (next: RulesDraft) => {
    setDraft(next);
    setUnkept(!kept.set(next));
  };
  const editing: Editing = {
    county,
    rules,
    base,
    filled,
    draft,
    after,
    faults,
    unkept,
    turn,
    group,
    openGroup,
    keep,
    change: (path, value) => {
      keep(withChange(draft, base, path, value));
      setMended([...mended, path]);
    },
    restart: () => {
      kept.remove();
      setDraft(EMPTY_DRAFT);
      setTurn(turn + 1);
      previewing.clearError();
    },
  };
  if (preview !== undefined)
    return (
      <HandIn
        editing={editing}
        preview={preview}
        onBack={() => setPreview(undefined)}
        onDone={() => {
          editing.restart();
          setPreview(undefined);
        }}
      />
    );
  return (
    <FieldsPage
      editing={editing}
      busy={previewing.busy}
      error={previewing.error}
      onPreview={async () => {
        setMended([]);
        setPreview(await previewing.run(after));
      }}
    />
  );
}
