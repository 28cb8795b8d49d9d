import { canSpeak, speak } from '@miniapp/platform/speak';
import { Button } from '@miniapp/ui/Button';
import { Choices } from '@miniapp/ui/Choices';
import { Section } from '@miniapp/ui/Section';
import { View } from '@tarojs/components';
import { useState } from 'react';

export interface ReadToFamilyProps {
  /** The whole report, as it is read. */
  text: () => string;
  done: boolean;
  onDone: (done: boolean) => void;
}

/** Whoever reports for another family reads the report to it first, or has it played (domain.md 1.1 PROXY). */
export function ReadToFamily({ text, done, onDone }: ReadToFamilyProps) {
  const [speaking, setSpeaking] = useState(false);
  const play = () => {
    setSpeaking(true);
    speak(text(), () => {
      setSpeaking(false);
      onDone(true);
    });
  };
  return (
    <Section title="念给户主听" pad>
      <View className="sw-p">把上面填的念一遍。户主说对，再交。</View>
      {canSpeak() && (
        <Button size="big" icon="speaker" busy={speaking} busyText="正在念…" onTap={play}>
          放给户主听
        </Button>
      )}
      <View className="sw-mt12">
        <Choices<'READ'>
          multiple
          label="念过了"
          hideLabel
          choices={[{ value: 'READ', label: '念过了，户主说对' }]}
          value={done ? ['READ'] : []}
          onChange={(chosen) => onDone(chosen.length > 0)}
        />
      </View>
    </Section>
  );
}
