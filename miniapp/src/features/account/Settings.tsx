import { setTextSize, type TextSize, useDisplay } from '@miniapp/platform/display';
import { canSpeak } from '@miniapp/platform/speak';
import { toast } from '@miniapp/platform/ui';
import { Choices } from '@miniapp/ui/Choices';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { TEXT_SIZE_WORDS } from './text-size';

/** Size of the text, and whether pages can be read aloud here. */
export function Settings() {
  const { textSize } = useDisplay();
  const choose = (size: TextSize) => {
    if (!setTextSize(size)) toast('手机存满了，这次先改好，下次打开要再选。');
  };
  return (
    <Page title="字大小和朗读">
      <Head
        title="字要多大？"
        hint="点一下就变，马上能看到。"
        read="字要多大？点大字，整个守望的字都变大。"
      />
      <Section flush pad>
        <Choices<TextSize>
          label="字的大小"
          hideLabel
          value={textSize}
          onChange={choose}
          choices={[
            { value: 'follow', label: TEXT_SIZE_WORDS.follow },
            { value: 'normal', label: TEXT_SIZE_WORDS.normal },
            { value: 'large', label: TEXT_SIZE_WORDS.large, detail: '字大、按钮大' },
          ]}
        />
      </Section>
      <Section title="朗读">
        <Row
          icon="speaker"
          title={canSpeak() ? '每一页都能念' : '这里还不能念'}
          detail={canSpeak() ? '点右上角的“念给我听”' : '微信里没有念字的本事，请用手机自带的朗读。'}
        />
      </Section>
      <Section title="颜色">
        <Row icon="doing" title="深色跟着手机走" detail="手机调成深色，守望也变成深色。" />
      </Section>
    </Page>
  );
}
