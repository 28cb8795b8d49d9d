import { Bar, type BarProps } from '@miniapp/ui/Bar';
import type { FieldHandle } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Tag } from '@miniapp/ui/Tag';
import { View } from '@tarojs/components';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { isAsBefore } from './before';
import type { FieldName } from './checks';
import type { Report } from './useReport';

export interface QuestionProps {
  report: Report;
  title: string;
  hint?: string;
  /** What 「念给我听」 says. */
  read: string | (() => string);
  bar: BarProps;
  /** Boxes in which a problem can be mended; the summary leads there. */
  fields?: Partial<Record<FieldName, RefObject<FieldHandle>>>;
  /** Sections on grey instead of white. */
  grey?: boolean;
  /** Between the head and the answers. */
  note?: ReactNode;
  children?: ReactNode;
}

const FIELD_WORDS: Partial<Record<FieldName, string>> = {
  headName: '姓名',
  idNo: '身份证号',
  phone: '手机号',
  reporterName: '您的名字',
};

/** The frame of every page of the report: where am I, the question, what is wrong, the way on and the way back. */
export function Question({
  report,
  title,
  hint,
  read,
  bar,
  fields = {},
  grey,
  note,
  children,
}: QuestionProps) {
  const { problems, progress } = report;
  const focus = (field: FieldName) => fields[field]?.current?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields are refs, only new problems move the focus
  useEffect(() => {
    const first = problems.find(({ field }) => fields[field]?.current);
    if (first) focus(first.field);
  }, [problems]);
  const named = problems.filter(
    ({ field }) => fields[field] !== undefined && FIELD_WORDS[field] !== undefined,
  );
  return (
    <Page title="我要申报" white={!grey} bar={<Bar {...bar} />}>
      {named.length > 0 && (
        <Note state="late" title={`还有 ${named.length} 处要改`}>
          {named.map(({ field }) => (
            <Link key={field} edge onTap={() => focus(field)} label={`去改 ${FIELD_WORDS[field]}`}>
              {FIELD_WORDS[field]}
            </Link>
          ))}
        </Note>
      )}
      <View className={grey ? 'sw-sec sw-flush' : undefined}>
        <View className="sw-back">
          <Link edge onTap={report.back}>
            {report.changing ? '不改了，回去' : '上一步'}
          </Link>
        </View>
        <Head step={progress} title={title} hint={hint} read={read}>
          {isAsBefore(report.answers, report.step) && (
            <View className="sw-mt8">
              <Tag state="need">上次填的，看看对不对</Tag>
            </View>
          )}
        </Head>
      </View>
      {note}
      {grey ? children : <View className="sw-pad">{children}</View>}
    </Page>
  );
}
