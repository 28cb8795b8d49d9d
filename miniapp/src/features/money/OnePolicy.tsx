import { useVillagePhone } from '@miniapp/features/account';
import { useAllPolicies, usePlace } from '@miniapp/features/policies';
import { useParams } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import type { Query } from '@miniapp/ui/useQuery';
import { View } from '@tarojs/components';
import { type Entitlement, usePolicies } from './queries';

/** One policy: why this family where it is for one, how to come by it, how much, what becomes of it later. */
export function OnePolicy() {
  const { case: caseId = '', code = '' } = useParams<'case' | 'code'>();
  const ours = usePolicies(caseId);
  const place = usePlace();
  const all = useAllPolicies(caseId === '' ? place : '');
  const one = ours.data?.maybe.find(({ policy }) => policy.code === code);
  const policy = one?.policy ?? all.data?.policies.find((any) => any.code === code);
  const reasons = one?.reasons.join('') ?? '';
  return (
    <Page title="怎么申请">
      <Head
        top={policy?.category}
        title={policy?.name ?? '怎么申请'}
        hint={policy?.summary}
        read={() =>
          policy === undefined
            ? '现在没有这一项。'
            : `${policy.name}。${policy.summary}${reasons}${policy.how}`
        }
      />
      <QueryView query={(caseId === '' ? all : ours) as Query<unknown>} phone={useVillagePhone()}>
        {() =>
          policy === undefined ? (
            <Empty>现在没有这一项。</Empty>
          ) : (
            <Content policy={policy} reasons={reasons} />
          )
        }
      </QueryView>
    </Page>
  );
}

function Content({ policy, reasons }: { policy: Entitlement['policy']; reasons: string }) {
  return (
    <>
      <Section flush>
        <KeyValue
          facts={[
            ...(reasons === '' ? [] : [{ key: '为什么', value: reasons }]),
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
