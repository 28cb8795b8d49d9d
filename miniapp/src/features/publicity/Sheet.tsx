import { Table } from '@miniapp/ui/Table';
import { titleLines } from '@shared/publicity/title-lines';
import { Text, View } from '@tarojs/components';
import '@miniapp/styles/staff.css';
import '@miniapp/styles/review.css';
import { markedParts, type Preview } from './words';

/** The paper as it will hang on the board, black on white; what may not be on it is underlined. */
export function Sheet({ preview }: { preview: Preview }) {
  const hits = preview.findings.map(({ text }) => text);
  const rows = preview.rows.map((row, index) => ({ ...row, number: index + 1 }));
  return (
    <View className="sw-sheet">
      {titleLines(preview.title).map((line) => (
        <View key={line} className="sw-sheet__t">
          <Marked text={line} hits={hits} />
        </View>
      ))}
      <Table
        caption="名单"
        rows={rows}
        rowKey={({ number }) => String(number)}
        columns={[
          { title: '序号', cell: ({ number }) => number },
          ...preview.columns.map(({ key, title }, index) => ({
            title,
            cell: ({ cells }: (typeof rows)[number]) => <Marked text={cells[index] ?? ''} hits={hits} />,
            heading: key === 'name',
          })),
        ]}
      />
      {preview.paragraphs.map((paragraph) => (
        <View key={paragraph} className="sw-sheet__p sw-min">
          <Marked text={paragraph} hits={hits} />
        </View>
      ))}
      <View className="sw-sheet__p sw-min sw-r">
        <Marked text={preview.issuer} hits={hits} />
      </View>
    </View>
  );
}

export function Marked({ text, hits }: { text: string; hits: readonly string[] }) {
  return (
    <>
      {markedParts(text, hits).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
        <Text key={index} className={part.hit ? 'sw-hit' : ''}>
          {part.text}
        </Text>
      ))}
    </>
  );
}
