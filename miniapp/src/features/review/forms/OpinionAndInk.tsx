import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { Sign, type SignHandle } from '@miniapp/ui/Sign';
import { View } from '@tarojs/components';
import { type RefObject, useRef } from 'react';
import { One } from './One';

const READY = ['情况属实', '基本属实', '和申报的有出入'].map((value) => ({ value, label: value }));

export interface OpinionAndInkProps {
  ink: RefObject<SignHandle>;
  who: string;
  opinion: string;
  error?: string;
  onChange: (opinion: string) => void;
}

/** What a verifier thinks of the record, and the name under it. */
export function OpinionAndInk({ ink, who, opinion, error, onChange }: OpinionAndInkProps) {
  const own = useRef<FieldHandle>(null);
  return (
    <>
      <One
        label="您的意见"
        chips={READY}
        value={opinion}
        onChange={(text) => {
          onChange(text);
          own.current?.set(text);
        }}
      />
      <Field
        ref={own}
        label="也可以自己写"
        maxLength={300}
        optional
        initial={opinion}
        error={error}
        onInput={onChange}
      />
      <View className="sw-field">
        <View className="sw-field__l">
          手写签名 <View className="sw-field__opt">可以不写，点“签名”就算您签的</View>
        </View>
        <Sign ref={ink} who={who} onChange={() => undefined} />
      </View>
    </>
  );
}
