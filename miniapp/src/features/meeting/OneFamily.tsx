import { Button } from '@miniapp/ui/Button';
import { Field } from '@miniapp/ui/Field';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { Problem } from '@miniapp/ui/Problem';
import { Vote } from '@miniapp/ui/Vote';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Family, type FamilyForm, type MeetingForm, recusalsOf, saidOf, votersFor } from './form';

interface OneFamilyProps {
  family: Family;
  form: MeetingForm;
  problem?: string;
  change: (next: Partial<FamilyForm>) => void;
}

/** One family of the meeting: who stands back, the votes, what the comparison said, what was said about it. */
export function OneFamily({ family, form, problem, change }: OneFamilyProps) {
  const { headName, group, memberCount, comparison } = family;
  const said = saidOf(form, family.caseId);
  const [open, setOpen] = useState(false);
  return (
    <View>
      {problem !== undefined && (
        <View className="sw-pad">
          <Problem text={problem} />
        </View>
      )}
      <Vote
        name={headName}
        detail={[group, memberCount === null ? '' : `${memberCount} 人`].filter(Boolean).join(' · ')}
        voters={votersFor(form, family)}
        recusal={recusalSentence(form, family)}
        initial={said.votes}
        onCommit={(votes) => change({ votes })}
      />
      <View className="sw-pad">
        <Link edge onTap={() => setOpen(!open)} label={`${headName}家，回避、查对、发言`}>
          {open ? '收起' : '回避、查对、发言'}
        </Link>
      </View>
      {open && (
        <View className="sw-in">
          {comparison.length > 0 && (
            <Note state="off" inset title="会上念一念查对的结果">
              {comparison.join('')}
            </Note>
          )}
          <Recusals family={family} form={form} change={change} />
          <Field
            label={`${headName}家，会上说了什么`}
            type="textarea"
            optional
            maxLength={1000}
            initial={said.minutes}
            onInput={(minutes) => change({ minutes })}
          />
        </View>
      )}
    </View>
  );
}

function Recusals({ family, form, change }: Omit<OneFamilyProps, 'problem'>) {
  const { added, dismissed } = saidOf(form, family.caseId);
  const proposed = recusalsOf(form, family).filter(({ name }) =>
    family.relatives.some((one) => one.name === name),
  );
  const edit = (at: number, next: Partial<FamilyForm['added'][number]>) =>
    change({ added: added.map((one, index) => (index === at ? { ...one, ...next } : one)) });
  return (
    <>
      {proposed
        .filter(({ relation }) => relation === '自家人')
        .map(({ name }) => (
          <Link key={name} onTap={() => change({ dismissed: [...dismissed, name] })}>
            {`到会的${name}是同名的别人`}
          </Link>
        ))}
      {added.map((recusal, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two who are being typed have no other name
        <View key={index} className="sw-cols2">
          <Field
            label={`回避的人 ${index + 1}`}
            initial={recusal.name}
            onInput={(name) => edit(index, { name })}
          />
          <View>
            <Field
              label={`什么关系 ${index + 1}`}
              initial={recusal.relation}
              placeholder="堂弟"
              onInput={(relation) => edit(index, { relation })}
            />
            <Link
              onTap={() => change({ added: added.filter((_, at) => at !== index) })}
              label={`去掉回避的人 ${index + 1}`}
            >
              去掉
            </Link>
          </View>
        </View>
      ))}
      <View className="sw-mt8">
        <Button icon="plus" onTap={() => change({ added: [...added, { name: '', relation: '' }] })}>
          加一位回避的人
        </Button>
      </View>
    </>
  );
}

/** 「柳春林（堂弟）这一户回避，不投票」 */
function recusalSentence(form: MeetingForm, family: Family): string | undefined {
  const who = recusalsOf(form, family).map(({ name, relation }) =>
    relation === '' ? name : `${name}（${relation}）`,
  );
  return who.length === 0 ? undefined : `${who.join('、')}这一户回避，不投票`;
}
