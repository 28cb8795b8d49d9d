import { useVillagePhone } from '@miniapp/features/account';
import { useParams } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { View } from '@tarojs/components';
import { type Entitlement, usePolicies } from './queries';

/** One policy: why this family, how to come by it, how much, what becomes of it later. */
export function OnePolicy() {
  const { case: caseId = '', code = '' } = useParams<'case' | 'code'>();
  const query = usePolicies(caseId);
  const one = query.data?.maybe.find(({ policy }) => policy.code === code);
  return (
    <Page title="怎么申请">
      <Head
        title={one?.policy.name ?? '怎么申请'}
        hint={one?.policy.summary}
        read={() => (one === undefined ? '现在没有这一项。' : readAloud(one))}
      />
      <QueryView query={query} phone={useVillagePhone()}>
        {() => (one === undefined ? <Empty>现在没有这一项。</Empty> : <Content one={one} />)}
      </QueryView>
    </Page>
  );
}

function Content({ one: { policy, reasons } }: { one: Entitlement }) {
  return (
    <>
      <Section flush>
        <KeyValue
          facts={[
            { key: '为什么', value: reasons.join('') },
            { key: '怎么办', value: policy.how },
            { key: '带什么', value: policy.papers.join('、') || '什么都不用带' },
            { key: '谁来发', value: policy.payer },
            { key: '多久一次', value: policy.frequency },
            { key: '以后呢', value: policy.afterwards },
          ]}
        />
      </Section>
      <Section title="多少钱" pad>
        {policy.amount.map((line) => (
          <View key={line}>{line}</View>
        ))}
      </Section>
      <Section title="哪里定的" pad>
        <View className="sw-sub">{policy.basis}</View>
      </Section>
    </>
  );
}

const readAloud = ({ policy: { name, summary, how }, reasons }: Entitlement): string =>
  `${name}。${summary}${reasons.join('')}${how}`;
