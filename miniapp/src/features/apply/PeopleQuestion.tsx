import { Chips } from '@miniapp/ui/Chips';
import { Question } from './Question';
import { useReport } from './useReport';

const COUNTS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((count) => ({
  value: count,
  label: `${count} 口`,
}));

/** How many people the family has. Optional, so it is asked only from the last page. */
export function PeopleQuestion() {
  const report = useReport('people');
  const { answers, say, next } = report;
  const value = answers.memberCount === null ? [] : [String(answers.memberCount)];
  return (
    <Question
      report={report}
      title="家里几口人？"
      hint="可以不填，干部上门时会问。"
      read="家里几口人？可以不填。"
      bar={{ primary: { children: '好了', onTap: () => next() } }}
    >
      <Chips
        label="几口人"
        columns={3}
        chips={COUNTS}
        value={value}
        onChange={(counts) => {
          const count = counts.find((one) => one !== value[0]);
          say({ memberCount: count === undefined ? null : Number(count) });
        }}
      />
    </Question>
  );
}
