import { HOLD_PAGE, MEETING_PAGE, Staffed, useFreshAfterActs } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import { moment } from '@shared/messages';
import { useWaitingFamilies } from './useWaitingFamilies';

/** Families that wait for a meeting, and the meetings that were held. */
export function Meetings() {
  const waiting = useWaitingFamilies();
  const held = useFreshAfterActs(
    useQuery('meetings', async () => (await call('meetings.list', {})).meetings),
  );
  return (
    <Page title="评议会">
      <Head title="评议会" hint="一次会可以评几户，到会的人只写一遍。" />
      <Section title="等评议">
        <Staffed query={waiting} rows={1}>
          {({ villages }) =>
            villages.length === 0 ? (
              <Empty>现在没有等评议的。</Empty>
            ) : (
              villages.map(({ code, name, cases }) => (
                <Row
                  key={code}
                  title={`${name} ${cases.length} 户`}
                  detail={cases.map(({ headName }) => headName).join('、')}
                  onTap={() => go(HOLD_PAGE, { village: code })}
                />
              ))
            )
          }
        </Staffed>
      </Section>
      <Section title="开过的会">
        <Staffed query={held} rows={3}>
          {(meetings) =>
            meetings.length === 0 ? (
              <Empty>还没有开过。</Empty>
            ) : (
              meetings.map(({ id, villageName, metAt, families, passed }) => (
                <Row
                  key={id}
                  title={moment(metAt)}
                  detail={`${villageName} · 评了 ${families} 户，通过 ${passed} 户`}
                  onTap={() => go(MEETING_PAGE, { meeting: id })}
                />
              ))
            )
          }
        </Staffed>
      </Section>
    </Page>
  );
}
