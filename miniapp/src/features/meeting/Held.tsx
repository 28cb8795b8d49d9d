import { usePaper } from '@miniapp/features/family';
import { CASE_PAGE, Staffed } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { go, useParams } from '@miniapp/platform/navigate';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useQuery } from '@miniapp/ui/useQuery';
import { ATTENDEE_ROLES } from '@shared/casework/codes';
import { ATTENDEE_LABELS, moment } from '@shared/messages';
import { Text } from '@tarojs/components';

type Meeting = Output<'meetings.get'>['meeting'];

/** A meeting that was recorded: it stands as it is, and is printed to be signed. */
export function Held() {
  const { meeting: meetingId } = useParams<'meeting'>();
  const query = useQuery(meetingId === undefined ? undefined : `meeting:${meetingId}`, async () => {
    const { meeting } = await call('meetings.get', { meetingId: meetingId ?? '' });
    return meeting;
  });
  const { data } = query;
  return (
    <Page title="会议记录">
      <Head
        title={data === undefined ? '会议记录' : `${moment(data.metAt)} 评议会`}
        hint={
          data === undefined ? undefined : `${data.villageName} · ${data.place} · 召集人 ${data.convenor}`
        }
      />
      <Staffed query={query} rows={5}>
        {(meeting) => <Recorded meeting={meeting} />}
      </Staffed>
    </Page>
  );
}

function Recorded({ meeting }: { meeting: Meeting }) {
  const paper = usePaper();
  const { results, attendees, minutes, photoIds, recordedBy, recordedAt } = meeting;
  return (
    <>
      <Section title={`评了 ${meeting.families} 户，通过 ${meeting.passed} 户`}>
        {results.map(({ caseId, headName, group, recusals, yes, no, abstain, minutes: words, passed }) => (
          <Row
            key={caseId}
            title={
              <>
                {headName} <Text className="sw-sub">{group}</Text>
              </>
            }
            detail={[
              `同意 ${yes}，不同意 ${no}，弃权 ${abstain}`,
              ...recusals.map(({ name, relation }) => `${name}（${relation}）回避`),
              words,
            ]
              .filter(Boolean)
              .join('；')}
            tag={<Tag state={passed ? 'ok' : 'off'}>{passed ? '通过' : '没有通过'}</Tag>}
            onTap={() => go(CASE_PAGE, { caseId })}
          />
        ))}
      </Section>
      <Section title="到会的人" aside={`${attendees.length} 人`}>
        <KeyValue
          facts={ATTENDEE_ROLES.map((role) => ({
            key: ATTENDEE_LABELS[role],
            value: attendees
              .filter((one) => one.role === role)
              .map(({ name }) => name)
              .join('、'),
          })).filter(({ value }) => value !== '')}
        />
      </Section>
      {minutes !== '' && (
        <Section title="会上的话" pad>
          {minutes}
        </Section>
      )}
      <Section title="打印">
        <Row
          icon="printer"
          title="评议会议记录"
          detail={paper.busy ? '正在取…' : '到会的人在上面签字'}
          onTap={() => paper.open(() => call('meetings.paper', { meetingId: meeting.id }))}
        />
      </Section>
      <Note state="off" title={`${recordedBy} ${moment(recordedAt)}记的，会场照片 ${photoIds.length} 张`}>
        存好的记录不能改。有错，再开一次会更正。
      </Note>
    </>
  );
}
