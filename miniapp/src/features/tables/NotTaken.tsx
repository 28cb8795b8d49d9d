import { DESK_FROM_PX, More, usePages } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { useWidth } from '@miniapp/platform/width';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { View } from '@tarojs/components';

type Answer = Output<'imports.rows'>;
type Line = Answer['rows'][number];

/** Rows that were not taken, each with its number in the file and why. */
export function NotTaken({ jobId }: { jobId: string }) {
  const list = usePages<Line, Answer>(`rows:${jobId}`, (cursor) => call('imports.rows', { jobId, cursor }));
  const wide = useWidth() >= DESK_FROM_PX;
  return (
    <QueryView query={list.query} rows={3}>
      {({ titles }) => (
        <View className="sw-mt8">
          {wide ? (
            <DataTable
              caption="没有办的行"
              columns={[
                { title: '行', cell: ({ number }) => String(number), heading: true },
                ...titles.map((title, at) => ({
                  title,
                  cell: ({ shown }: Line) => shown[at] ?? '',
                })),
                { title: '为什么', cell: ({ message }) => message },
              ]}
              rows={list.rows}
              rowKey={({ number }) => String(number)}
            />
          ) : (
            list.rows.map(({ number, shown, message }) => (
              <Row
                key={number}
                over={`第 ${number} 行`}
                title={message}
                detail={shown.filter((text) => text !== '').join(' · ')}
              />
            ))
          )}
          <More list={list} />
        </View>
      )}
    </QueryView>
  );
}
