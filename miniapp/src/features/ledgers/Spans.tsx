import { Chips } from '@miniapp/ui/Chips';
import { Field } from '@miniapp/ui/Field';
import { LEDGER_SPANS, type LedgerSpan, ledgerDays, periodFault } from '@shared/ledgers/periods';
import { fullDay, sentence } from '@shared/messages';
import { LEDGER_SPAN_LABELS } from '@shared/messages/ledgers';
import { View } from '@tarojs/components';

/** A whole month, quarter or year, or days of the own. */
export type Period = { span: LedgerSpan } | { span: 'OWN'; from: string; to: string };

const OWN = 'OWN';

/** The days of it; what is wrong with own ones. */
export function daysOf(
  period: Period,
  today: string,
): { from: string; to: string } | { fault: 'DAYS_MISSING' | 'DAYS_REVERSED' | 'DAYS_TOO_MANY' } {
  if (period.span !== OWN) return ledgerDays(period.span, today);
  const { from, to } = period;
  if (from === '' || to === '') return { fault: 'DAYS_MISSING' };
  const fault = periodFault({ from, to });
  return fault === null ? { from, to } : { fault };
}

interface SpansProps {
  period: Period;
  today: string;
  onChange: (period: Period) => void;
}

export function Spans({ period, today, onChange }: SpansProps) {
  const days = daysOf(period, today);
  const own = period.span === OWN ? period : undefined;
  return (
    <>
      <View className="sw-pad sw-pb">
        <Chips
          label="哪段时间？"
          hideLabel
          chips={[
            ...LEDGER_SPANS.map((value) => ({ value, label: LEDGER_SPAN_LABELS[value] })),
            { value: OWN, label: '自己选日子' } as const,
          ]}
          value={[period.span]}
          onChange={(values) => {
            const span = values.find((value) => value !== period.span);
            if (span === OWN) onChange({ span, from: '', to: '' });
            else if (span !== undefined) onChange({ span });
          }}
        />
        {own === undefined && !('fault' in days) && (
          <View className="sw-sub sw-mt8">{`${fullDay(days.from)}到${fullDay(days.to)}`}</View>
        )}
      </View>
      {own !== undefined && (
        <View className="sw-lg__own">
          <View className="sw-lg__days">
            <Field
              label="从哪天起"
              type="date"
              initial={own.from}
              onInput={(from) => onChange({ ...own, from })}
            />
            <Field
              label="到哪天为止"
              type="date"
              initial={own.to}
              onInput={(to) => onChange({ ...own, to })}
              {...('fault' in days && own.from !== '' && own.to !== '' && { error: sentence(days.fault) })}
            />
          </View>
        </View>
      )}
    </>
  );
}
