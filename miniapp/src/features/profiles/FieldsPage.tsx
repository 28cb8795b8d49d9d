import { confirm } from '@miniapp/platform/ui';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { failureOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import {
  filledFields,
  PROFILE_FIELDS,
  PROFILE_GROUPS,
  type ProfileGroup,
  profileChanges,
  profileValue,
} from '@shared/messages/profile-fields';
import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import type { Editing } from './EditRules';
import { Frame, useIsDesk } from './Frame';
import { Part } from './Part';
import { EDIT_PAGE } from './pages';
import { RuleField } from './RuleField';

const GROUPS = Object.keys(PROFILE_GROUPS) as ProfileGroup[];
const [FIRST = 'LIMITS'] = GROUPS;
const isGroup = (key: string): key is ProfileGroup => key in PROFILE_GROUPS;

interface FieldsPageProps {
  editing: Editing;
  busy: boolean;
  error: unknown;
  onPreview: () => void;
}

/** The form: on a computer one group beside the list of groups, on a phone the list first and then a group. */
export function FieldsPage({ editing, busy, error, onPreview }: FieldsPageProps) {
  const { base, after, rules, draft, faults, group, openGroup } = editing;
  const isDesk = useIsDesk();
  const changes = profileChanges(base, after);
  // What is wrong is shown, wherever it is.
  const wrong = error === undefined ? undefined : GROUPS.find((key) => faultsIn(key, faults) > 0);
  const seen = useRef<unknown>();
  useEffect(() => {
    if (seen.current === error) return;
    seen.current = error;
    if (wrong !== undefined) openGroup(wrong);
  }, [error, wrong, openGroup]);
  const shown = group ?? (isDesk ? FIRST : undefined);
  const changedIn = (key: ProfileGroup) => changes.filter((change) => change.group === key).length;
  const some = Object.keys(draft.changes).length > 0;
  const restart = async () => {
    const sure = { title: '改的都不要了？', yes: '都不要了', no: '接着改', danger: true };
    if (await confirm(sure)) editing.restart();
  };
  return (
    <Frame
      title={`改第 ${rules.base.version} 版`}
      hint={
        some
          ? `改了 ${changes.length} 处，存在这台设备上，还没有交。`
          : '改好先预演，再交给另一个人发布。正在办的不变。'
      }
      at={shown ?? EDIT_PAGE}
      parts={{
        title: '分组',
        queues: GROUPS.map((key) => ({
          key,
          label: PROFILE_GROUPS[key],
          count: changedIn(key) || undefined,
        })),
      }}
      onPart={(key) => isGroup(key) && openGroup(key)}
      today={rules.today}
      primary={{
        label: '预演，看会变什么',
        busy,
        onTap: onPreview,
        ...(changes.length === 0 && { off: '还没有改动' }),
      }}
      {...(some && { second: { label: '改的都不要了', onTap: restart } })}
    >
      <Notes editing={editing} error={error} />
      {shown === undefined ? (
        <Section flush>
          {GROUPS.map((key) => (
            <Row
              key={key}
              title={PROFILE_GROUPS[key]}
              detail={detailOf(changedIn(key), faultsIn(key, faults))}
              onTap={() => openGroup(key)}
            />
          ))}
        </Section>
      ) : (
        <>
          {!isDesk && (
            <View className="sw-pad">
              <Link onTap={() => openGroup(undefined)}>回各组</Link>
            </View>
          )}
          <Fields editing={editing} group={shown} />
        </>
      )}
    </Frame>
  );
}

const faultsIn = (group: ProfileGroup, faults: Readonly<Record<string, string>>) =>
  PROFILE_FIELDS.filter((field) => field.group === group && faults[field.path] !== undefined).length;

const detailOf = (changed: number, faulty: number) =>
  [changed > 0 ? `改了 ${changed} 处` : '没有改', faulty > 0 ? `${faulty} 处要再看` : '']
    .filter(Boolean)
    .join('，');

function Notes({ editing, error }: { editing: Editing; error: unknown }) {
  const { rules, faults, unkept, openGroup } = editing;
  const groups = GROUPS.filter((key) => faultsIn(key, faults) > 0);
  return (
    <>
      {unkept && <Note state="need">这台设备存满了，改的存不下来。请一次改完交上。</Note>}
      {rules.proposal !== null && (
        <Note state="need" title={`${rules.proposal.proposedBy.name}提的改动在等人发布`}>
          再交一份，就换掉那一份。
        </Note>
      )}
      {error !== undefined && (
        <Note
          state="late"
          alert
          title={groups.length > 0 ? '有几项要改' : failureOf(error)}
          action={groups.map((key) => (
            <Link key={key} onTap={() => openGroup(key)}>
              {`${PROFILE_GROUPS[key]}：${faultsIn(key, faults)} 处`}
            </Link>
          ))}
        />
      )}
    </>
  );
}

function Fields({ editing, group }: { editing: Editing; group: ProfileGroup }) {
  const { base, after, faults, change, turn } = editing;
  const filled = filledFields(editing.filled);
  return (
    <Part title={PROFILE_GROUPS[group]} pad>
      <View className="sw-rules" key={`${group} ${turn}`}>
        {PROFILE_FIELDS.filter((field) => field.group === group).map((field) => (
          <RuleField
            key={field.path}
            field={field}
            before={profileValue(base, field.path)}
            filled={filled.includes(field)}
            value={profileValue(after, field.path)}
            error={faults[field.path]}
            onChange={(value) => change(field.path, value)}
          />
        ))}
      </View>
    </Part>
  );
}
