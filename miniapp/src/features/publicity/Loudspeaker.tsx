import type { Output } from '@miniapp/platform/api';
import { copyText } from '@miniapp/platform/share';
import { toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { ReadAloud } from '@miniapp/ui/ReadAloud';
import { Section } from '@miniapp/ui/Section';
import { loudspeakerText } from '@shared/publicity/loudspeaker';
import { View } from '@tarojs/components';

/** What is read out over the village's loudspeaker: played here, or copied for whoever reads it. */
export function Loudspeaker({ notice }: { notice: Output<'notices.get'>['notice'] }) {
  const lines = loudspeakerText(notice);
  const copy = async () =>
    toast((await copyText(lines.join('\n'))) ? '复制好了，发给念的人' : '没有复制上，再点一次');
  return (
    <Section title="大喇叭这样念" aside="不念名字" pad>
      {lines.map((line) => (
        <View key={line} className="sw-p">
          {line}
        </View>
      ))}
      <View className="sw-head__top sw-mt12">
        <Button size="small" label="复制广播稿" onTap={copy}>
          复制
        </Button>
        <ReadAloud text={lines.join('')} />
      </View>
    </Section>
  );
}
