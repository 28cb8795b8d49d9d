import { setTextSize, type TextSize, useDisplay } from '@miniapp/platform/display';
import { go } from '@miniapp/platform/navigate';
import { Choices } from '@miniapp/ui/Choices';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';

const PARTS = [
  { page: 'read', title: '看的', detail: '首页、进度、公示、补贴' },
  { page: 'form', title: '填的', detail: '选、点、写、拍、签' },
  { page: 'wait', title: '等的', detail: '正在取、没取到、没有、问一句' },
  { page: 'staff', title: '干部用的', detail: '收支、票数' },
  { page: 'desk', title: '审核工作台', detail: '电脑上看' },
];

/** Every component in every state. Not in released builds. */
export default function Gallery() {
  const { textSize } = useDisplay();
  return (
    <Page>
      <Head title="组件样张" hint="每样东西，每种样子" />
      <Section>
        {PARTS.map(({ page, title, detail }) => (
          <Row key={page} title={title} detail={detail} onTap={() => go(`packages/gallery/${page}`)} />
        ))}
      </Section>
      <Section title="字的大小" pad>
        <Choices<TextSize>
          label="字的大小"
          hideLabel
          value={textSize}
          onChange={setTextSize}
          choices={[
            { value: 'follow', label: '跟着微信走' },
            { value: 'normal', label: '一般' },
            { value: 'large', label: '大字' },
          ]}
        />
      </Section>
    </Page>
  );
}
