import { Choices } from '@miniapp/ui/Choices';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Link } from '@miniapp/ui/Link';
import { Section } from '@miniapp/ui/Section';
import { CONSENT } from '@shared/messages/consent';
import { View } from '@tarojs/components';
import { useState } from 'react';

/** Yes or no about bank deposits; undefined until it was answered. */
export type BankAnswer = 'YES' | 'NO';

/** The five rows, and the whole text for who wants it. */
export function ConsentTerms() {
  const [whole, setWhole] = useState(false);
  return (
    <Section flush>
      <KeyValue
        facts={CONSENT.terms.map(({ key, value }) => ({
          key,
          value: key === '查来做什么' ? <View className="sw-b">{value}</View> : value,
        }))}
      />
      <View className="sw-pad">
        {whole ? (
          <View className="sw-stack sw-pb">
            {CONSENT.full.map((line) => (
              <View key={line} className="sw-p">
                {line}
              </View>
            ))}
          </View>
        ) : (
          <Link edge onTap={() => setWhole(true)}>
            看同意书全文
          </Link>
        )}
      </View>
    </Section>
  );
}

export interface BankQuestionProps {
  value: BankAnswer | undefined;
  onChange: (value: BankAnswer) => void;
}

/** The bank apart, with a no that costs nothing (ux.md 06). Neither is chosen beforehand. */
export function BankQuestion({ value, onChange }: BankQuestionProps) {
  const { question, yes, no } = CONSENT.bank;
  return (
    <Section title={question}>
      <View className="sw-pad sw-pb">
        <Choices<BankAnswer>
          label="同不同意查银行存款"
          hideLabel
          value={value}
          onChange={onChange}
          choices={[
            { value: 'YES', label: yes, icon: 'card' },
            { value: 'NO', label: no, detail: '可以。改由干部上门问', icon: 'close' },
          ]}
        />
      </View>
    </Section>
  );
}
