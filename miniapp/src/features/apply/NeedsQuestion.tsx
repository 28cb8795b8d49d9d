import { Chips } from '@miniapp/ui/Chips';
import { NEEDS, type Need } from '@shared/casework/codes';
import { Question } from './Question';
import { useReport } from './useReport';
import { NEED_WORDS } from './words';

const CHIPS = NEEDS.map((need) => ({ value: need, label: NEED_WORDS[need] }));

/** What would help most. Optional, so it is asked only from the last page. */
export function NeedsQuestion() {
  const report = useReport('needs');
  const { answers, say, next } = report;
  return (
    <Question
      report={report}
      title="最想要哪样帮忙？"
      hint="可以不填，也可以点几样。"
      read="最想要哪样帮忙？可以不填，也可以点几样。"
      bar={{ primary: { children: '好了', onTap: () => next() } }}
    >
      <Chips<Need>
        label="想要的帮忙"
        chips={CHIPS}
        value={answers.needs}
        onChange={(needs) => say({ needs })}
      />
    </Question>
  );
}
