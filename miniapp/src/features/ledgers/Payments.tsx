import '@miniapp/styles/ledgers.css';
import { useMe } from '@miniapp/features/account';
import { Staffed } from '@miniapp/features/staff';
import { SendTable } from '@miniapp/features/tables';
import { Chips } from '@miniapp/ui/Chips';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Section } from '@miniapp/ui/Section';
import { DEPARTMENTS } from '@shared/casework/codes';
import { PAYER_LABELS } from '@shared/messages/payments';
import { isOwnPayer, PAYERS, type Payer } from '@shared/payments/payers';
import { View } from '@tarojs/components';
import { useState } from 'react';

const TITLE = '传补贴发放表';

/** What a payer paid, as a file: for whom each sum is, is found by the ID number; the sender reads no family. */
export function Payments() {
  const me = useMe();
  return (
    <Page title={TITLE} wide>
      <Head title={TITLE} hint="哪家收到多少，就能在手机上看到。同一笔传两次，只登记一次。" />
      <Staffed query={me} rows={4}>
        {({ grants }) => {
          const clerk = grants.find(({ role }) => role === 'COUNTY_CLERK');
          const dept = grants.find(({ role }) => role === 'DEPT');
          const own = DEPARTMENTS.find((name) => name === dept?.department);
          const payers = PAYERS.filter((payer) => clerk || (own !== undefined && isOwnPayer(own, payer)));
          const county = (clerk ?? dept)?.region;
          if (county === undefined || payers.length === 0)
            return <Note state="need" title="发放表由发钱的部门和县里来传。" />;
          return <Sending county={county} payers={payers} />;
        }}
      </Staffed>
    </Page>
  );
}

function Sending({ county, payers }: { county: string; payers: readonly Payer[] }) {
  const [chosen, setChosen] = useState<Payer | undefined>(payers.length === 1 ? payers[0] : undefined);
  return (
    <View className="sw-lg">
      <View>
        {payers.length > 1 && (
          <Section title="哪里发的钱？" pad>
            <Chips
              label="哪里发的钱？"
              hideLabel
              chips={payers.map((value) => ({ value, label: PAYER_LABELS[value] }))}
              value={chosen === undefined ? [] : [chosen]}
              onChange={(values) => setChosen(values.find((value) => value !== chosen) ?? chosen)}
            />
          </Section>
        )}
        <Section title="表里写什么">
          <KeyValue
            facts={[
              { key: '要有', value: '姓名、身份证号码、补贴项目、金额、发放日期' },
              { key: '最好有', value: '所属时段、卡号、数量、流水号、乡镇、村、备注' },
              { key: '列名', value: '和这里不一样也能传，头一次点一点，以后就认得' },
              { key: '卡号', value: '只留后四位' },
            ]}
          />
        </Section>
      </View>
      <View>
        <Section title="传文件" pad>
          {chosen === undefined ? (
            <Note state="need" inset title="先选是哪里发的钱。" />
          ) : (
            <SendTable
              key={chosen}
              kind="PAYMENTS"
              targetId={`${county}-${chosen}`}
              button={`传${PAYER_LABELS[chosen]}的发放表`}
              verb="登记好了"
            />
          )}
        </Section>
      </View>
    </View>
  );
}
