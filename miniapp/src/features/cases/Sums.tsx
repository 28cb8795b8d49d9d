import { useVillagePhone } from '@miniapp/features/account';
import { call, type Output } from '@miniapp/platform/api';
import { useParams } from '@miniapp/platform/navigate';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import { day, money } from '@shared/messages/format';
import { COST_LABELS, INCOME_LABELS, RIGID_LABELS } from '@shared/messages/sheet-labels';
import { View } from '@tarojs/components';
import { sumsReadAloud, yearText } from './words';

export type Sums = Output<'households.sums'>['sums'];

/** 「看收支是怎么算的」: every line, then how one comes to the figure that is beside the line. */
export function Sums() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = useQuery(
    caseId === '' ? undefined : `sums:${caseId}`,
    async () => (await call('households.sums', { caseId })).sums,
  );
  const sums = query.data;
  return (
    <Page title="收支是怎么算的">
      <Head
        title="收支是怎么算的"
        hint={sums && `${yearText(sums)}，${sums.members} 口人。${day(sums.visitedOn)}干部到家里记的。`}
        read={sums && (() => sumsReadAloud(sums))}
      />
      <QueryView query={query} rows={6} phone={useVillagePhone()}>
        {(found) => <Lines sums={found} />}
      </QueryView>
    </Page>
  );
}

function Lines({ sums }: { sums: Sums }) {
  return (
    <>
      <Section title="一年收入" aside={money(sums.grossFen)}>
        {numbered(sums.income).map(({ key, code, amountFen, estimated }) => (
          <Line key={key} title={INCOME_LABELS[code]} fen={amountFen} estimated={estimated} />
        ))}
      </Section>
      {sums.costs.length > 0 && (
        <Section title="减去种养的本钱" aside={money(sums.costsFen)}>
          {numbered(sums.costs).map(({ key, code, amountFen, estimated }) => (
            <Line key={key} title={COST_LABELS[code]} fen={amountFen} estimated={estimated} />
          ))}
        </Section>
      )}
      {sums.spent.length > 0 && (
        <Section title="减去必须花的钱" aside={money(sums.spentFen)}>
          {numbered(sums.spent).map((row) => (
            <Line
              key={row.key}
              title={RIGID_LABELS[row.code]}
              fen={row.selfPaidFen}
              estimated={row.estimated}
              detail={`花了 ${money(row.paidFen)}，退回 ${money(row.backFen)}${notCounted(row)}`}
            />
          ))}
        </Section>
      )}
      <Section title="合起来">
        <Line title="一年净收入" fen={sums.netFen} detail="收入减去本钱" />
        <Line title="平均每人" fen={sums.netPerCapitaFen} detail={`除以 ${sums.members} 口人`} />
        {sums.claimsFen > 0 && <Line title="加上保险赔的钱" fen={sums.claimsFen} />}
        {sums.excludedAidFen > 0 && <Line title="助学的钱不算" fen={sums.excludedAidFen} />}
        <Line
          title="扣掉必须花的钱"
          fen={sums.referencePerCapitaFen}
          detail={`还剩 ${money(sums.referenceFen)}，除以 ${sums.members} 口人`}
        />
        <Line title="本县的线" fen={sums.lineFen} detail="平均每人一年" />
      </Section>
      <View className="sw-pad">
        <View className="sw-field__hint sw-mt12">哪一笔不对，就打村委会电话，或者请镇里再查一次。</View>
      </View>
    </>
  );
}

/** The same thing may stand there twice. */
const numbered = <T extends { code: string }>(rows: readonly T[]) =>
  rows.map((row, index) => ({ ...row, key: `${row.code}-${index}` }));

function notCounted({ selfPaidFen, countedFen }: Sums['spent'][number]): string {
  if (countedFen === selfPaidFen) return '';
  return countedFen === 0 ? '。按本县规定不算' : `。按本县规定算 ${money(countedFen)}`;
}

interface LineProps {
  title: string;
  fen: number;
  detail?: string;
  estimated?: boolean;
}

function Line({ title, fen, detail, estimated }: LineProps) {
  const words = [detail, estimated ? '这个数是估的' : ''].filter(Boolean).join('。');
  return (
    <Row
      title={title}
      detail={words || undefined}
      right={<View className="sw-num sw-b">{money(fen)}</View>}
    />
  );
}
