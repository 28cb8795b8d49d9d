import { go } from '@miniapp/platform/navigate';
import { Button } from '@miniapp/ui/Button';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Section } from '@miniapp/ui/Section';
import { day } from '@shared/messages/format';
import { View } from '@tarojs/components';
import type { HouseholdCase } from './data';
import { OWN_WORDS_PAGE } from './pages';

/** Something that was said is being checked: nobody decides before the family was heard (domain.md 3.3). */
export function Hearing({ view }: { view: HouseholdCase }) {
  const { hearing } = view;
  if (hearing === null) return null;
  if (hearing.decidedOn !== null)
    return (
      <>
        <Note state="off" title="定之前，听您说过了">
          {heardWords(hearing)}
        </Note>
        <SaidBefore view={view} />
      </>
    );
  const speaks = view.allowed.includes('giveOwnWords');
  return (
    <>
      <Note
        state="need"
        title={hearing.heardOn === null ? '有件事要听您怎么说' : '您说的记下来了'}
        action={
          speaks && (
            <Button kind="primary" onTap={() => go(OWN_WORDS_PAGE, { case: view.id })}>
              {hearing.ownWords.length === 0 ? '现在就自己说一说' : '还有话，再说一段'}
            </Button>
          )
        }
      >
        {hearing.heardOn === null
          ? '有人说申报的和实际不一样。干部会来问您。您怎么说，就怎么记。没听您说，谁也不能定。'
          : `${day(hearing.heardOn)}听您说过了。县里看过再定，定了告诉您。`}
      </Note>
      <SaidBefore view={view} />
    </>
  );
}

type Heard = NonNullable<HouseholdCase['hearing']>;

function heardWords({ heardOn, ownWords }: Heard): string {
  const visit = heardOn === null ? '' : `${day(heardOn)}干部听您说过。`;
  return `${visit}${ownWords.length === 0 ? '' : '您自己说的话，县里看过、听过才定的。'}`;
}

/** What the family said by itself, as it was handed in. */
export function SaidBefore({ view }: { view: HouseholdCase }) {
  const said = view.hearing?.ownWords ?? [];
  if (said.length === 0) return null;
  return (
    <Section title="您自己说过的">
      <KeyValue
        facts={said.map(({ on, text, hasVoice, photoCount }, index) => ({
          id: String(index),
          key: day(on),
          value: [text, hasVoice ? '有一段录音' : '', photoCount === 0 ? '' : `照片 ${photoCount} 张`]
            .filter(Boolean)
            .map((line) => <View key={line}>{line}</View>),
        }))}
      />
    </Section>
  );
}
