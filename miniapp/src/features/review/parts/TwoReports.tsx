import { call } from '@miniapp/platform/api';
import { a11y } from '@miniapp/ui/a11y';
import { classes } from '@miniapp/ui/classes';
import { Loading } from '@miniapp/ui/Loading';
import { Note } from '@miniapp/ui/Note';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { type Query, useQuery } from '@miniapp/ui/useQuery';
import type { OtherReport, StaffCaseView } from '@shared/casework';
import { View } from '@tarojs/components';
import { twoRows } from '../model/two-reports';

/** The report that the system found beside this one; nothing where it found none. */
export function useOtherReport({ id, duplicateOf }: StaffCaseView): Query<OtherReport> {
  return useQuery(duplicateOf === null ? undefined : `other-report:${id}`, async () => {
    const { other } = await call('reviews.otherReport', { caseId: id });
    return other;
  });
}

/** Both reports, the other one being fetched. */
export function FoundBeside({ view }: { view: StaffCaseView }) {
  const { data, error } = useOtherReport(view);
  return view.duplicateOf === null ? null : <TwoReports view={view} other={data} error={error} />;
}

interface TwoReportsProps {
  view: StaffCaseView;
  other: OtherReport | undefined;
  error?: unknown;
}

/** What both reports say, side by side, before anybody says whether it is the same family. */
export function TwoReports({ view, other, error }: TwoReportsProps) {
  if (other === undefined)
    return error === undefined ? (
      <Loading rows={4} />
    ) : (
      <Note state="need" inset title="看不到另一件">
        {sentenceOf(error) ?? '可能是网不好，退出去再进来。'}
      </Note>
    );
  return (
    <>
      {other.closed && (
        <Note state="late" inset title="那一件已经办完了">
          不能并过去。这一件接着办。
        </Note>
      )}
      <View className="sw-out sw-about sw-two" {...a11y({ role: 'table', label: '两份申报' })}>
        <Line cells={['', '这一件', other.elsewhere ? `另一件（${other.villageName}）` : '另一件']} head />
        {twoRows(view, other).map((row) => (
          <Line
            key={row.key}
            cells={[row.key + verdict(row.same), row.mine, row.other]}
            differs={row.same === false}
          />
        ))}
      </View>
    </>
  );
}

const verdict = (same: boolean | null): string => (same === null ? '' : same ? '：一样' : '：不一样');

interface LineProps {
  cells: [key: string, mine: string, other: string];
  head?: boolean;
  differs?: boolean;
}

function Line({ cells: [key, mine, other], head, differs }: LineProps) {
  const role = head ? 'columnheader' : 'cell';
  return (
    <View className="sw-two__r" {...a11y({ role: 'row' })}>
      {key !== '' && (
        <View className={classes('sw-two__k', differs && 'sw-b')} {...a11y({ role: 'rowheader' })}>
          {key}
        </View>
      )}
      <View className={classes('sw-two__v', head && 'sw-b')} {...a11y({ role })}>
        {mine}
      </View>
      <View className={classes('sw-two__v', head && 'sw-b')} {...a11y({ role })}>
        {other}
      </View>
    </View>
  );
}
