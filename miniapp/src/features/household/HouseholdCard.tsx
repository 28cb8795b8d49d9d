import { useChosenVillage, useVillagePhone } from '@miniapp/features/account';
import { call, type Output } from '@miniapp/platform/api';
import { useParams } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import { day, fullDay, money } from '@shared/messages/format';
import { MEASURE_LABELS } from '@shared/messages/labels';
import { formatCaseNo } from '@shared/people/case-number';
import { View } from '@tarojs/components';

type Card = Output<'households.card'>['card'];

/** 10. What reached the family, from confirmed records only, without the cause. */
export function HouseholdCard() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = useQuery(
    caseId === '' ? undefined : `card:${caseId}`,
    async () => (await call('households.card', { caseId })).card,
    { keep: true },
  );
  const village = useChosenVillage();
  const card = query.data;
  return (
    <Page title="帮扶明白卡">
      <Head
        title={card === undefined ? '帮扶明白卡' : `${card.headName}家的明白卡`}
        hint="账上的、卡上的、实际收到的要一样。"
        read={card && (() => readAloud(card))}
      />
      <QueryView query={query} phone={useVillagePhone()}>
        {(found) => (
          <Content card={found} villageName={village?.code === found.village ? village.name : ''} />
        )}
      </QueryView>
    </Page>
  );
}

function Content({ card, villageName }: { card: Card; villageName: string }) {
  const home = [
    card.memberCount === null ? '' : `${card.memberCount} 口人`,
    [villageName, card.group.replace('组', ' 组')].filter(Boolean).join(' '),
  ];
  return (
    <>
      <Section flush>
        <KeyValue
          facts={[
            { key: '家里', value: home.filter(Boolean).join(' · ') || undefined },
            { key: '从哪天起', value: `${fullDay(card.includedOn)}起帮扶` },
            { key: '编号', value: formatCaseNo(card.caseNo) },
          ]}
        />
      </Section>
      <Section title="帮了什么" aside={`${card.measures.length} 项`}>
        {card.measures.length === 0 ? (
          <Empty>还没有记下来的帮扶。有了会写在这里。</Empty>
        ) : (
          card.measures.map((measure) => (
            <Row
              key={`${measure.code}-${measure.on}-${measure.name}`}
              title={measure.name}
              detail={`${MEASURE_LABELS[measure.code]} · ${measure.department} · ${day(measure.on)}`}
              right={<View className="sw-b">{amountOf(measure)}</View>}
            />
          ))
        )}
      </Section>
    </>
  );
}

const amountOf = ({ amountFen, detail }: Card['measures'][number]): string =>
  amountFen === null ? detail : money(amountFen);

function readAloud(card: Card): string {
  const lines = card.measures.map((measure) => `${measure.name}，${amountOf(measure)}，${day(measure.on)}。`);
  return `${card.headName}家的明白卡，一共 ${card.measures.length} 项。${lines.join('')}不对就打村委会电话。`;
}
