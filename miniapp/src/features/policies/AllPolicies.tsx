import { useVillagePhone } from '@miniapp/features/account';
import { POLICY_PAGE } from '@miniapp/features/money';
import { go } from '@miniapp/platform/navigate';
import { Chips } from '@miniapp/ui/Chips';
import { Empty } from '@miniapp/ui/Empty';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { POLICY_CATEGORY_LABELS } from '@shared/messages/policies';
import { searchPolicies } from '@shared/policies/search';
import { useRef, useState } from 'react';
import { type Policy, useAllPolicies } from './queries';
import { usePlace } from './usePlace';

/** What people look for most; one tap instead of writing. */
const OFTEN = ['看病', '上学', '房子', '打工', '老人', '残疾'] as const;

/** All policies, on their shelves; found by the words that people use. */
export function AllPolicies() {
  const village = usePlace();
  const query = useAllPolicies(village);
  const [text, setText] = useState('');
  const box = useRef<FieldHandle>(null);
  const look = (word: string) => {
    setText(word);
    box.current?.set(word);
  };
  const found = query.data && searchPolicies(query.data.policies, text, POLICY_CATEGORY_LABELS);
  return (
    <Page title="有哪些补贴">
      <Head
        title="有哪些补贴和帮扶"
        hint="写一个词，比如看病、上学。钱数以县里的通知为准。"
        read={found && (() => readAloud(found, text))}
      />
      <Section pad>
        <Field ref={box} label="找什么" placeholder="比如：看病" maxLength={20} onInput={setText} />
        <Chips
          label="常找的"
          columns={3}
          value={OFTEN.filter((word) => word === text)}
          chips={OFTEN.map((word) => ({ value: word, label: word }))}
          onChange={(words) => look(words.find((word) => word !== text) ?? '')}
        />
      </Section>
      <QueryView query={query} rows={6} phone={useVillagePhone()}>
        {() => (
          <>
            {found?.length === 0 && <Empty>没有找到。换一个词，或者打村委会电话问。</Empty>}
            {shelvesOf(found ?? []).map(({ shelf, policies }) => (
              <Section key={shelf} title={shelf} aside={`${policies.length} 项`}>
                {policies.map(({ code, name, summary }) => (
                  <Row
                    key={code}
                    title={name}
                    detail={summary}
                    onTap={() => go(POLICY_PAGE, { v: village, code })}
                  />
                ))}
              </Section>
            ))}
          </>
        )}
      </QueryView>
    </Page>
  );
}

/** By shelf, in the order in which they come. */
function shelvesOf(policies: readonly Policy[]): { shelf: string; policies: Policy[] }[] {
  const shelves = [...new Set(policies.map(({ category }) => category))];
  return shelves.map((shelf) => ({
    shelf,
    policies: policies.filter(({ category }) => category === shelf),
  }));
}

function readAloud(found: readonly Policy[], text: string): string {
  const what = text === '' ? '' : `${text}，`;
  return `${what}一共 ${found.length} 项。${found
    .slice(0, 12)
    .map(({ name, summary }) => `${name}，${summary}`)
    .join('')}`;
}
