import { go } from '@miniapp/platform/navigate';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { staffDay } from '@shared/messages';
import { CLOCK_PAGE } from './pages';
import { useClock } from './useClock';

/** Only the local stack has a clock that can be moved. */
export function ClockRow() {
  const clock = useClock().data;
  if (clock === undefined) return null;
  return (
    <Section>
      <Row
        quiet
        icon="cal"
        title="演示：改日期"
        detail={`这里今天是 ${staffDay(clock.today)}`}
        onTap={() => go(CLOCK_PAGE)}
      />
    </Section>
  );
}
