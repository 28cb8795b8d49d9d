import { Bar } from '@miniapp/ui/Bar';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Section } from '@miniapp/ui/Section';
import { Table } from '@miniapp/ui/Table';
import { isLocalDate } from '@shared/calendar/dates';

import { ATTENDEE_ROLES } from '@shared/casework/codes';
import { passes, votersOf } from '@shared/casework/meeting';
import { ATTENDEE_LABELS, fullDay } from '@shared/messages';
import { View } from '@tarojs/components';
import '@miniapp/styles/staff.css';
import '@miniapp/styles/review.css';
import type { Family, Meeting } from './form';

interface MinutesProps {
  villageName: string;
  meeting: Meeting;
  families: readonly Family[];
  onBack: () => void;
}

/** The minutes as they will be printed, before they are handed in. */
export function Minutes({ villageName, meeting, families, onBack }: MinutesProps) {
  const { metAt, place, convenor, attendees, cases, minutes } = meeting;
  const [date = '', time = ''] = metAt.split('T');
  const rows = cases.flatMap((said, at) => {
    const family = families[at];
    return family === undefined ? [] : [{ ...said, ...family, voters: votersOf(attendees, said.recusals) }];
  });
  return (
    <Page title="纪要" bar={<Bar primary={{ children: '回去改', onTap: onBack }} />}>
      <Head title="会议纪要" hint="还没存。存好以后能打印，到会的人签字。" />
      <Section flush>
        <View className="sw-sheet">
          <View className="sw-sheet__t">{`${villageName}评议会记录`}</View>
          <View className="sw-sheet__p">
            {[isLocalDate(date) ? fullDay(date) : '', time.slice(0, 5), place].filter(Boolean).join('，')}
          </View>
          <View className="sw-sheet__p">{`召集人${convenor}，到会 ${attendees.length} 人：`}</View>
          {ATTENDEE_ROLES.filter((role) => attendees.some((one) => one.role === role)).map((role) => (
            <View key={role} className="sw-sheet__p">
              {`${ATTENDEE_LABELS[role]}：`}
              {attendees
                .filter((one) => one.role === role)
                .map(({ name }) => name)
                .join('、')}
            </View>
          ))}
          <Table
            caption="评议结果"
            rows={rows}
            rowKey={({ caseId }) => caseId}
            columns={[
              { title: '户主', cell: ({ headName }) => headName, heading: true },
              { title: '同意', cell: ({ yes }) => yes },
              { title: '不同意', cell: ({ no }) => no },
              { title: '弃权', cell: ({ abstain }) => abstain },
              { title: '结果', cell: ({ yes, voters }) => (passes(yes, voters) ? '通过' : '没过') },
            ]}
          />
          {rows
            .filter(({ recusals, minutes: words }) => recusals.length > 0 || words !== '')
            .map(({ caseId, headName, recusals, minutes: words }) => (
              <View key={caseId} className="sw-sheet__p">
                {`${headName}家：`}
                {recusals.map(({ name, relation }) => `${name}（${relation}）回避。`).join('')}
                {words}
              </View>
            ))}
          {minutes !== '' && <View className="sw-sheet__p">{minutes}</View>}
        </View>
      </Section>
    </Page>
  );
}
