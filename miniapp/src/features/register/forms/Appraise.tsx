import { useUnrelated } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { Field } from '@miniapp/ui/Field';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Entry } from '../queries';
import { Frame } from './Frame';

const namesIn = (text: string): string[] =>
  text
    .split(/[\s,，、;；]+/)
    .map((name) => name.trim())
    .filter(Boolean);

/** What the meeting said of this family. It may have spoken of others too; its people are named here once more. */
export function Appraise({ entry }: { entry: Entry }) {
  const { caseId, version, today } = entry;
  const [form, setForm] = useState({
    day: today,
    hour: '15:00',
    place: '村委会',
    convenor: '',
    cadres: '',
    villagers: '',
    yes: '',
    no: '0',
    abstain: '0',
    minutes: '',
  });
  const change = (next: Partial<typeof form>) => setForm((before) => ({ ...before, ...next }));
  const unrelated = useUnrelated();
  const present = [...namesIn(form.cadres), ...namesIn(form.villagers)].length;
  const votes = [form.yes, form.no, form.abstain].map(Number);
  const counted = votes.reduce((sum, one) => sum + one, 0);
  const off =
    form.convenor.trim() === ''
      ? '写上谁主持'
      : present === 0
        ? '写上谁到会'
        : form.yes === '' || counted !== present
          ? `到会 ${present} 人，票数加起来要一样多`
          : undefined;
  return (
    <Frame
      entry={entry}
      act="appraise"
      unrelated={unrelated}
      off={off}
      send={(requestId) =>
        call(
          'eliminations.appraise',
          {
            ...{ caseId, version, kinshipDeclared: true },
            metAt: `${form.day}T${/^\d{1,2}:\d{2}$/.test(form.hour) ? form.hour.padStart(5, '0') : '15:00'}:00+08:00`,
            place: form.place,
            convenor: form.convenor,
            attendees: [
              ...namesIn(form.cadres).map((name) => ({ name, role: 'COMMITTEE' as const })),
              ...namesIn(form.villagers).map((name) => ({ name, role: 'VILLAGER' as const })),
            ],
            yes: votes[0] ?? 0,
            no: votes[1] ?? 0,
            abstain: votes[2] ?? 0,
            minutes: form.minutes,
          },
          requestId,
        )
      }
      done="评议记好了"
    >
      <View className="sw-pad">
        <Field label="哪天开的会" type="date" initial={form.day} onInput={(day) => change({ day })} />
        <Field label="几点" initial={form.hour} placeholder="15:00" onInput={(hour) => change({ hour })} />
        <Field label="在哪里" initial={form.place} onInput={(place) => change({ place })} />
        <Field label="谁主持" onInput={(convenor) => change({ convenor })} />
        <Field
          label="到会的干部"
          type="textarea"
          optional
          hint="名字之间空一格"
          onInput={(cadres) => change({ cadres })}
        />
        <Field
          label="到会的村民代表"
          type="textarea"
          hint="名字之间空一格"
          onInput={(villagers) => change({ villagers })}
        />
        <Field label="同意" type="number" unit="人" onInput={(yes) => change({ yes })} />
        <Field label="不同意" type="number" unit="人" initial="0" onInput={(no) => change({ no })} />
        <Field label="弃权" type="number" unit="人" initial="0" onInput={(abstain) => change({ abstain })} />
        <Field
          label="大家怎么说"
          type="textarea"
          optional
          maxLength={2000}
          onInput={(minutes) => change({ minutes })}
        />
      </View>
    </Frame>
  );
}
