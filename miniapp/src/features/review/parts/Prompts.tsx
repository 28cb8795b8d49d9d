import { Note } from '@miniapp/ui/Note';
import type { Prompt } from '@shared/assessment';
import { promptSentence } from '@shared/messages';
import { View } from '@tarojs/components';
import { Block } from './Block';

/** What the system noticed. It only points; a person decides (ux.md principle 11). */
export function Prompts({ prompts }: { prompts: readonly Prompt[] }) {
  if (prompts.length === 0) return null;
  return (
    <Block title="系统提示" aside="只提示，由人来定" pad>
      <View className="sw-stack">
        {prompts.map((prompt) => (
          <Note key={prompt.rule} state="need" inset>
            {promptSentence(prompt)}
          </Note>
        ))}
      </View>
    </Block>
  );
}
