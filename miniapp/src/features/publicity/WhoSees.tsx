import { KeyValue } from '@miniapp/ui/KeyValue';
import { Section } from '@miniapp/ui/Section';
import { maskName } from '@shared/people';
import type { Preview } from './words';

/** Three places, three forms of one notice (ux.md 8). */
export function WhoSees({ preview, proposed }: { preview: Preview; proposed: boolean }) {
  const [first] = preview.rows;
  return (
    <Section title="三处看到的不一样">
      <KeyValue
        facts={[
          { key: proposed ? '公示栏' : '公告栏', value: '户主全名、人口、小组' },
          {
            key: '本村人手机',
            value: first === undefined ? '盖住一个字' : `${maskName(first.name)}，盖住一个字`,
          },
          { key: '外面的人', value: `只看到“${preview.households} 户 ${preview.people} 人”` },
        ]}
      />
    </Section>
  );
}
