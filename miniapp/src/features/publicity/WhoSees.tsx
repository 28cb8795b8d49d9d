import { KeyValue } from '@miniapp/ui/KeyValue';
import { Section } from '@miniapp/ui/Section';
import { money } from '@shared/messages';
import { maskName } from '@shared/people';
import { TOWN_CASE_NOTICES } from '@shared/publicity/codes';
import type { NoticeSeen } from './overview';
import type { Preview } from './words';

interface WhoSeesProps {
  preview: Preview;
  kind: NoticeSeen['kind'];
}

/** Three places, three forms of one notice (ux.md 8); words without a list are the same everywhere. */
export function WhoSees({ preview, kind }: WhoSeesProps) {
  const [first] = preview.rows;
  if (kind === 'VILLAGE_NOTICE') return null;
  const announced = TOWN_CASE_NOTICES.some((one) => one === kind);
  const heads = preview.columns.map(({ title }, at) => (at === 0 ? `${title}全名` : title)).join('、');
  const counted =
    kind === 'SUBSIDY_PAYMENTS'
      ? `${preview.people} 人，一共 ${money(preview.totalFen ?? 0)}`
      : `${preview.households} 户 ${preview.people} 人`;
  return (
    <Section title="三处看到的不一样">
      <KeyValue
        facts={[
          { key: announced ? '公告栏' : '公示栏', value: heads },
          {
            key: '本村人手机',
            value: first === undefined ? '盖住一个字' : `${maskName(first.name)}，盖住一个字`,
          },
          { key: '外面的人', value: `只看到“${counted}”` },
        ]}
      />
    </Section>
  );
}
