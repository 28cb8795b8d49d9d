import { Note } from '@miniapp/ui/Note';
import type { StaffCaseView } from '@shared/casework';
import { comparisonSentences, FLAG_WARNINGS } from '@shared/messages';
import { View } from '@tarojs/components';

/** Result of the comparison in numbers, and what to bear in mind when an opinion is written. It decides nothing. */
export function Comparison({ view }: { view: Pick<StaffCaseView, 'comparison' | 'flagWarnings'> }) {
  const { comparison, flagWarnings } = view;
  if (comparison === null) return null;
  return (
    <View className="sw-mt8">
      <Note state="off" inset title="部门查对的结果">
        {comparisonSentences(comparison).join('')}
      </Note>
      {flagWarnings.map((warning) => (
        <Note key={warning} state="need" inset>
          {FLAG_WARNINGS[warning]}
        </Note>
      ))}
    </View>
  );
}
