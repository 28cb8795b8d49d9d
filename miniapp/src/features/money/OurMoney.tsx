import { useVillagePhone } from '@miniapp/features/account';
import { go, useParams } from '@miniapp/platform/navigate';
import { Chips } from '@miniapp/ui/Chips';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Money } from '@miniapp/ui/Money';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useLong } from '@miniapp/ui/useLong';
import { day, money } from '@shared/messages/format';
import { STATEMENT_WAYS, type StatementWay, statementBy } from '@shared/payments/statement';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { MayBeOurs } from './MayBeOurs';
import { DISPUTE_PAGE } from './pages';
import { type Payment, type Payments, thisYear, usePayments } from './queries';

/** 09. The sum is the title; then each payment, what the family may still be entitled to, and what it is not. */
export function OurMoney() {
  const { case: caseId = '' } = useParams<'case'>();
  const [year, setYear] = useState(thisYear);
  const query = usePayments(caseId, year);
  const phone = useVillagePhone();
  return (
    <Page title="我家的补贴">
      <Head
        top={query.data && spanOf(query.data)}
        title={query.data === undefined ? '我家的补贴' : titleOf(query.data)}
        hint={query.data && hintOf(query.data)}
        read={query.data && (() => readAloud(query.data as Payments))}
      />
      <QueryView query={query} rows={4} phone={phone}>
        {(found) => <Received found={found} caseId={caseId} onYear={setYear} />}
      </QueryView>
      {/* One note is enough where nothing could be fetched. */}
      {(query.data !== undefined || query.error === undefined) && <MayBeOurs caseId={caseId} />}
    </Page>
  );
}

function Received({
  found,
  caseId,
  onYear,
}: {
  found: Payments;
  caseId: string;
  onYear: (year: number) => void;
}) {
  const [way, setWay] = useState<StatementWay>('MONTH');
  const others = found.years.filter(({ year }) => year !== found.year);
  return (
    <Section flush title="收到的" aside={found.payments.length > 0 && '没收到、钱数不对，点“不对？”'}>
      {found.payments.length === 0 && (
        <Empty>{isThisYear(found) ? '今年还没有收到。有了会写在这里。' : '这一年没有收到。'}</Empty>
      )}
      {found.payments.length > 1 && (
        <View className="sw-pad sw-pb">
          <Chips<StatementWay>
            label="怎么排"
            hideLabel
            columns={3}
            value={[way]}
            chips={STATEMENT_WAYS.map((value) => ({ value, label: WAY_LABELS[value] }))}
            onChange={(ways) => setWay(ways.find((one) => one !== way) ?? way)}
          />
        </View>
      )}
      {statementBy(found.payments, way).map((part, at) => (
        <Part
          key={`${way} ${part.key}`}
          part={part}
          titled={found.payments.length > 1}
          folded={at > 0 && found.payments.length > ALL_OPEN}
        >
          {(payment) => <Line key={payment.id} payment={payment} caseId={caseId} year={found.year} />}
        </Part>
      ))}
      {others.map(({ year, sumFen, times }) => (
        <Row
          key={year}
          icon="cal"
          title={year === found.year - 1 ? '看去年的' : `看 ${year}年的`}
          detail={`${year}年 ${money(sumFen)}，${times} 笔`}
          onTap={() => onYear(year)}
        />
      ))}
    </Section>
  );
}

/** Up to so many payments are read at once; of more, one month at a time. */
const ALL_OPEN = 24;

interface PartProps {
  part: ReturnType<typeof statementBy<Payment>>[number];
  titled: boolean;
  folded: boolean;
  children: (payment: Payment) => ReactNode;
}

/** What came in one month, for one person or from one payer; folded it is one line with its sum. */
function Part({ part: { title, sumFen, payments }, titled, folded, children }: PartProps) {
  const [open, setOpen] = useState(!folded);
  const { shown, more } = useLong(payments.length, '笔');
  const sum = `${payments.length} 笔，${money(sumFen)}`;
  if (!open) return <Row title={title} detail={sum} icon="down" act="看" onTap={() => setOpen(true)} />;
  return (
    <View>
      {titled && <Row title={title} detail={sum} />}
      {payments.slice(0, shown).map(children)}
      {more}
    </View>
  );
}

const WAY_LABELS: Record<StatementWay, string> = { MONTH: '按月看', MEMBER: '按人看', PAYER: '按部门看' };

function Line({ payment, caseId, year }: { payment: Payment; caseId: string; year: number }) {
  const { id, item, fen, paidOn, payer, period, quantity, member, cardTail, dispute } = payment;
  return (
    <Money
      item={item}
      amount={money(fen)}
      detail={[day(paidOn), payer, period, quantity].filter(Boolean).join(' · ')}
      to={[member.name, cardTail && `卡尾号 ${cardTail}`].filter(Boolean).join(' · ')}
      disputed={dispute?.open ? `已反映，${day(dispute.dueOn)}前答复` : undefined}
      onDispute={() => go(DISPUTE_PAGE, { case: caseId, kind: 'PAYMENT', line: id, year: String(year) })}
    />
  );
}

const isThisYear = ({ year, today }: Payments) => today.startsWith(String(year));

const spanOf = (found: Payments): string =>
  isThisYear(found) ? `${found.year}年1月到今天（${day(found.today)}）` : `${found.year}年`;

const titleOf = (found: Payments): string =>
  found.payments.length === 0 ? '我家的补贴' : `我家收到 ${money(found.sumFen)}`;

function hintOf({ payments }: Payments): string | undefined {
  if (payments.length === 0) return undefined;
  const months = new Set(payments.map(({ paidOn }) => paidOn.slice(0, 7))).size;
  return `${payments.length} 笔，分 ${months} 个月到的。`;
}

/** The sum, then each line; the voice says no card number. */
function readAloud(found: Payments): string {
  const lines = found.payments.slice(0, 20).map(lineOf).join('');
  return `${titleOf(found)}，一共 ${found.payments.length} 笔。${lines}没收到、钱数不对，就点不对。`;
}

const lineOf = ({ item, fen, paidOn, member }: Payment): string =>
  `${day(paidOn)}，${member.name}，${item}，${money(fen)}。`;
