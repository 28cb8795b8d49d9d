import { back } from '@miniapp/platform/navigate';
import { Bar } from '@miniapp/ui/Bar';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Page } from '@miniapp/ui/Page';
import { Section } from '@miniapp/ui/Section';

const FACTS = [
  { key: '记什么', value: '您填的姓名、身份证号、电话、家里的难处和照片' },
  { key: '做什么用', value: '只看能不能帮您家，不做别的用' },
  { key: '谁看得到', value: '只有办这件事的干部，谁看过都有记录' },
  { key: '公示写什么', value: '户主、人口、小组。不写病情、身份证号、电话' },
  { key: '手机里', value: '没交的申报存在这台手机里，交了就删掉' },
  { key: '不想办了', value: '随时可以撤回' },
];

const READ = `隐私保护指引。${FACTS.map(({ key, value }) => `${key}，${value}。`).join('')}`;

/** What is kept of a person, why, and who sees it. */
export function Privacy() {
  return (
    <Page title="隐私保护指引" bar={<Bar primary={{ children: '知道了', onTap: () => back() }} />}>
      <Head title="我们怎么保管您说的事" read={READ} />
      <Section flush>
        <KeyValue facts={FACTS} />
      </Section>
    </Page>
  );
}
