import { DESK_FROM_PX } from '@miniapp/features/staff';
import { useWidth } from '@miniapp/platform/width';
import { Button } from '@miniapp/ui/Button';
import { Chips } from '@miniapp/ui/Chips';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { GLANCE_SPANS, type GlanceSpan } from '@shared/casework/codes';
import { spanDays } from '@shared/casework/glance';
import { sentence } from '@shared/messages';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { SPAN_LABELS } from './words';

/** Which days are counted. */
export interface Days {
  span: GlanceSpan;
  from: string;
  to: string;
}

interface PeriodProps {
  days: Days;
  /** Today in the office; undefined until its numbers are there. */
  today: string | undefined;
  onChange: (days: Days) => void;
}

/** So many days, this month, this quarter, or from one day to another. */
export function Period({ days, today, onChange }: PeriodProps) {
  const [own, setOwn] = useState(days.span === 'OWN');
  const [found, setFound] = useState<{ from?: string; to?: string }>({});
  const from = useRef<FieldHandle>(null);
  const to = useRef<FieldHandle>(null);
  const look = () => {
    const asked = { from: from.current?.value() ?? '', to: to.current?.value() ?? '' };
    const span = spanDays('OWN', today ?? '9999-12-31', asked);
    if ('fault' in span) return setFound({ [span.field]: sentence(span.fault) });
    setFound({});
    onChange({ span: 'OWN', ...asked });
  };
  return (
    <>
      <View className="sw-pad sw-pb">
        <Chips
          label="看哪些天"
          hideLabel
          columns={useWidth() >= DESK_FROM_PX ? 3 : 2}
          chips={GLANCE_SPANS.map((value) => ({ value, label: SPAN_LABELS[value] }))}
          value={[own ? 'OWN' : days.span]}
          onChange={(chosen) => {
            const span = chosen.find((one) => one !== (own ? 'OWN' : days.span));
            if (span === undefined) return;
            setOwn(span === 'OWN');
            if (span !== 'OWN') onChange({ span, from: '', to: '' });
          }}
        />
      </View>
      {own && (
        <View className="sw-gl__own">
          <View className="sw-gl__days">
            <Field ref={from} label="从哪天起" type="date" initial={days.from} error={found.from} />
            <Field ref={to} label="到哪天为止" type="date" initial={days.to || today} error={found.to} />
          </View>
          <Button onTap={look}>看这些天</Button>
        </View>
      )}
    </>
  );
}
