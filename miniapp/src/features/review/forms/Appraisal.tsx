import { usePhotos } from '@miniapp/features/staff';
import { slot } from '@miniapp/platform/storage';
import { Button } from '@miniapp/ui/Button';
import { Field } from '@miniapp/ui/Field';
import { Link } from '@miniapp/ui/Link';
import { Problem } from '@miniapp/ui/Problem';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import { Tag } from '@miniapp/ui/Tag';
import { Vote } from '@miniapp/ui/Vote';
import { isLocalDate } from '@shared/calendar/dates';
import { ATTENDEE_ROLES } from '@shared/casework/codes';
import { ACTION_LABELS, ATTENDEE_LABELS, day } from '@shared/messages';
import { View } from '@tarojs/components';
import {
  type AppraisalForm as Answers,
  attendeesOf,
  type Meeting,
  openAppraisal,
  splitNames,
  toAppraisal,
  votersOf,
} from '../model/appraisal';
import { Comparison } from '../parts/Comparison';
import { useCaseAct } from '../useCase';

import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { summaryOf, useForm } from './useForm';

/** The meeting that was written down last: the next family of the same day starts with its people and place. */
const lastMeeting = slot<Meeting>('last-meeting');

/** Minutes of the democratic appraisal: who came, who is recused, how they voted (domain.md 1.2). */
export function AppraisalForm(props: FormProps) {
  const { view } = props;
  const { quorum } = view.profile;
  const { form, change, problems, submit } = useForm<Answers>(() =>
    openAppraisal(view.today, lastMeeting.get()),
  );
  const photos = usePhotos();
  const doing = useCaseAct('reviews.recordAppraisal', {
    ...props,
    onDone: (after) => {
      const { date, time, place, convenor, names } = form;
      lastMeeting.set({ date, time, place, convenor, names });
      props.onDone(after);
    },
  });
  const found = { ...doing.problems, ...problems };
  const present = attendeesOf(form).length;
  const enough = present >= quorum;
  return (
    <FormFrame
      top={
        <Tag state={enough ? 'ok' : 'need'}>
          {enough ? `到会 ${present} 人，够数` : `到会 ${present} 人，还差 ${quorum - present} 人`}
        </Tag>
      }
      aside={<View className="sw-sub">{`至少 ${quorum} 人`}</View>}
      title={isLocalDate(form.date) ? `${day(form.date)} 评议会` : '评议会'}
      hint={`评 ${view.headName}家`}
      bar={ACTION_LABELS.recordAppraisal}
      problem={doing.problem ?? summaryOf(problems)}
      bands
      submit={{
        children: '存好会议记录',
        onTap: () => submit((filled) => toAppraisal(filled, quorum, photos.ids()), doing.run),
        busy: doing.busy,
        busyText: '正在交…',
        off: photos.waiting > 0 ? '照片正在传，传完再交' : undefined,
      }}
    >
      <Comparison view={view} />
      <Section title="什么时候、在哪里" pad>
        <Field
          label="日期"
          type="date"
          initial={form.date}
          error={found.date ?? found.metAt}
          onInput={(date) => change({ date })}
        />
        <Field
          label="几点"
          initial={form.time}
          placeholder="15:00"
          maxLength={6}
          error={found.time}
          onInput={(time) => change({ time })}
        />
        <Field
          label="地点"
          initial={form.place}
          placeholder="村委会会议室"
          error={found.place}
          onInput={(place) => change({ place })}
        />
        <Field
          label="召集人"
          initial={form.convenor}
          error={found.convenor}
          onInput={(convenor) => change({ convenor })}
        />
      </Section>
      <Section title="到会的人" aside={`${present} 人`} pad>
        {found.attendees !== undefined && <Problem text={found.attendees} />}
        {ATTENDEE_ROLES.map((role) => (
          <Field
            key={role}
            label={`${ATTENDEE_LABELS[role]} ${splitNames(form.names[role]).length} 人`}
            type="textarea"
            initial={form.names[role]}
            placeholder="名字之间用顿号或空格隔开"
            error={found[`names.${role}`]}
            onInput={(text) => change({ names: { ...form.names, [role]: text } })}
          />
        ))}
      </Section>
      <Section title="谁要回避？" aside="和这家是亲戚的" pad>
        {found.recusals !== undefined && <Problem text={found.recusals} />}
        {form.recusals.map((recusal, index) => (
          <Recusal
            // biome-ignore lint/suspicious/noArrayIndexKey: two who are being typed have no other name
            key={index}
            number={index + 1}
            recusal={recusal}
            onChange={(next) =>
              change({ recusals: form.recusals.map((one, at) => (at === index ? { ...one, ...next } : one)) })
            }
            onRemove={() => change({ recusals: form.recusals.filter((_, at) => at !== index) })}
          />
        ))}
        <View className="sw-mt8">
          <Button
            icon="plus"
            onTap={() => change({ recusals: [...form.recusals, { name: '', relation: '' }] })}
          >
            加一位回避的人
          </Button>
        </View>
      </Section>
      <Section title="投票">
        {found.votes !== undefined && (
          <View className="sw-pad">
            <Problem text={found.votes} />
          </View>
        )}
        <Vote
          name={view.headName}
          detail={[view.group, view.memberCount === null ? '' : `${view.memberCount} 人`]
            .filter(Boolean)
            .join(' · ')}
          voters={votersOf(form)}
          recusal={recusalSentence(form)}
          initial={form.votes}
          onCommit={(votes) => change({ votes })}
        />
      </Section>
      <Section title="会上的话" pad>
        <Field
          label="记几句"
          type="textarea"
          optional
          maxLength={2000}
          onInput={(minutes) => change({ minutes })}
        />
      </Section>
      <Section>
        <Shot title="会场照片" hint="当场拍，看得见开会的人" example="scene" {...photos.shot('MEETING')} />
      </Section>
    </FormFrame>
  );
}

function recusalSentence({ recusals }: Answers): string | undefined {
  const named = recusals.filter(({ name }) => name.trim() !== '');
  if (named.length === 0) return undefined;
  const who = named.map(({ name, relation }) => (relation.trim() === '' ? name : `${name}（${relation}）`));
  return `${who.join('、')}这一户回避，不投票`;
}

interface RecusalProps {
  number: number;
  recusal: Answers['recusals'][number];
  onChange: (next: Partial<Answers['recusals'][number]>) => void;
  onRemove: () => void;
}

function Recusal({ number, recusal, onChange, onRemove }: RecusalProps) {
  return (
    <View className="sw-cols2">
      <Field
        label={`回避的人 ${number}`}
        initial={recusal.name}
        onInput={(name) => onChange({ name: name.trim() })}
      />
      <View>
        <Field
          label={`什么关系 ${number}`}
          initial={recusal.relation}
          placeholder="堂弟"
          onInput={(relation) => onChange({ relation })}
        />
        <Link onTap={onRemove} label={`去掉回避的人 ${number}`}>
          去掉
        </Link>
      </View>
    </View>
  );
}
