import { useUnrelated } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Section } from '@miniapp/ui/Section';
import { useState } from 'react';
import type { Entry } from '../queries';
import { ResearchFields } from '../ResearchFields';
import { beginForm, type ResearchForm, researchOf } from '../research';
import { Frame } from './Frame';

interface Word {
  agrees: boolean | undefined;
  said: string;
  how: 'PAPER' | 'FINGERPRINT';
}

/** What was found at the door: to propose the family, or as its verification, then with the family's own word. */
export function Found({ entry, act }: { entry: Entry; act: 'propose' | 'verify' }) {
  const { caseId, version } = entry;
  const [form, setForm] = useState<ResearchForm>(() => beginForm(entry));
  const [missing, setMissing] = useState<Record<string, string>>({});
  const [word, setWord] = useState<Word>({ agrees: undefined, said: '', how: 'PAPER' });
  const unrelated = useUnrelated();
  const change = (next: Partial<ResearchForm>) => {
    setForm((before) => ({ ...before, ...next }));
    setMissing({});
  };
  const ready = () => {
    const read = researchOf(form);
    const wrong = 'missing' in read ? read.missing : {};
    if (act === 'verify' && word.agrees === undefined) wrong.agrees = '问一问农户同不同意。';
    setMissing(wrong);
    return Object.keys(wrong).length === 0;
  };
  const send = async (requestId: string) => {
    const read = researchOf(form);
    if ('missing' in read) return {};
    const said = { caseId, version, kinshipDeclared: true as const, research: read.research };
    if (act === 'propose') return call('eliminations.propose', said, requestId);
    const family = { agrees: word.agrees === true, said: word.said, how: word.how, signer: entry.headName };
    return call('eliminations.verify', { ...said, family }, requestId);
  };
  return (
    <Frame
      entry={entry}
      act={act}
      unrelated={unrelated}
      ready={ready}
      problems={missing}
      send={send}
      done={act === 'propose' ? '提上去了，等另一位确认' : '核实表填好了，请两位签字'}
    >
      <ResearchFields entry={entry} form={form} change={change} missing={missing} />
      {act === 'verify' && (
        <Section title="农户怎么说" pad>
          <Choices
            label={`${entry.headName}家同不同意`}
            value={word.agrees === undefined ? undefined : word.agrees ? 'YES' : 'NO'}
            onChange={(value) => setWord((before) => ({ ...before, agrees: value === 'YES' }))}
            choices={[
              { value: 'YES', label: '同意' },
              { value: 'NO', label: '不同意', detail: '记下原话，开会时念给大家听' },
            ]}
            error={missing.agrees}
          />
          <Field
            label="原话"
            type="textarea"
            optional
            maxLength={300}
            onInput={(said) => setWord((before) => ({ ...before, said }))}
          />
          <Choices
            label="怎么签的名"
            value={word.how}
            onChange={(how) => setWord((before) => ({ ...before, how }))}
            choices={[
              { value: 'PAPER', label: '在纸上签的' },
              { value: 'FINGERPRINT', label: '按的手印' },
            ]}
          />
        </Section>
      )}
    </Frame>
  );
}
