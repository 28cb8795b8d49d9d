import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { sentenceOf } from '@miniapp/ui/QueryView';
import type { StaffCaseView } from '@shared/casework';
import { View } from '@tarojs/components';
import { reportWords, TWO_KEYS } from '../model/two-reports';
import { useCase } from '../useCase';

/** What both reports say, side by side: the same family or two? */
export function TwoReports({ view }: { view: StaffCaseView }) {
  const { data, error } = useCase(view.duplicateOf ?? undefined);
  if (view.duplicateOf === null) return null;
  const mine = reportWords(view);
  const other = data === undefined ? undefined : reportWords(data);
  return (
    <View className="sw-out sw-about">
      {error !== undefined && data === undefined && (
        <Note state="need" inset title="看不到另一件">
          {sentenceOf(error) ?? '可能是网不好，退出去再进来。'}
        </Note>
      )}
      <KeyValue
        facts={TWO_KEYS.map((key) => ({
          key,
          value: (
            <View>
              <View>{`这一件：${mine[key]}`}</View>
              {other !== undefined && (
                <View
                  className={other[key] === mine[key] ? undefined : 'sw-b'}
                >{`另一件：${other[key]}`}</View>
              )}
            </View>
          ),
        }))}
      />
    </View>
  );
}
