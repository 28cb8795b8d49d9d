import { DRAFT_PAGE } from '@miniapp/features/staff';
import { SendTable } from '@miniapp/features/tables';
import { replace } from '@miniapp/platform/navigate';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Page } from '@miniapp/ui/Page';
import { Section } from '@miniapp/ui/Section';
import { useState } from 'react';
import { ForVillage } from './ForVillage';

/** A list of payments for the board, as the file of whoever pays it out. What it may not show is never kept. */
export function PaymentList() {
  const [village, setVillage] = useState<string>();
  return (
    <Page title="补贴发放公示">
      <Head title="传一张补贴发放表" hint="传上来先看样子。有不能公示的，会指出来，改好才贴。" />
      <ForVillage value={village} onChange={setVillage} />
      <Section title="表里写什么">
        <KeyValue
          facts={[
            { key: '要有', value: '姓名、补贴项目、金额' },
            { key: '最好有', value: '小组、数量、单位' },
            { key: '不要有', value: '身份证、电话、银行卡。带了也不存、不贴' },
            { key: '列名', value: '和这里不一样也能传，头一次点一点，以后就认得' },
          ]}
        />
      </Section>
      {village !== undefined && (
        <Section title="传文件" pad>
          <SendTable
            key={village}
            kind="SUBSIDY_PAYMENTS"
            targetId={`${village.slice(0, 6)}-${village}`}
            button="选表格文件（xlsx、csv）"
            verb="读好了"
            onward={{ words: '看样子，去张贴', go: (jobId) => replace(DRAFT_PAGE, { draft: jobId }) }}
          />
        </Section>
      )}
    </Page>
  );
}
