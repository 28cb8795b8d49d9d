import { useVillagePhone } from '@miniapp/features/account';
import { useParams } from '@miniapp/platform/navigate';
import { Head } from '@miniapp/ui/Head';
import { type Fact, KeyValue } from '@miniapp/ui/KeyValue';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { localDate } from '@shared/calendar/dates';
import type { Phrase, ReporterRelation } from '@shared/casework/codes';
import { fullDay } from '@shared/messages/format';
import { PHRASE_LABELS, RELATION_LABELS, TROUBLE_LABELS } from '@shared/messages/labels';
import { formatCaseNo } from '@shared/people/case-number';
import { View } from '@tarojs/components';
import { type HouseholdCase, useCase } from './data';

/** What was handed in, as it was handed in. */
export function Sent() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = useCase(caseId);
  const phone = useVillagePhone();
  const view = query.data;
  return (
    <Page title="我交的内容">
      <Head
        title="我交的内容"
        hint={view && `${fullDay(localDate(view.report.submittedAt))}交的`}
        read={view && (() => readAloud(view))}
      />
      <Section flush>
        <QueryView query={query} rows={5} phone={phone}>
          {(found) => <KeyValue facts={factsOf(found)} />}
        </QueryView>
      </Section>
    </Page>
  );
}

const labelOf = (phrase: string): string => PHRASE_LABELS[phrase as Phrase] ?? phrase;

function reporterOf({ report: { reporter } }: HouseholdCase): string {
  if (reporter.relation === 'SELF') return '户主自己报';
  return `${RELATION_LABELS[reporter.relation as ReporterRelation] ?? ''}${reporter.name}代报`;
}

function factsOf(view: HouseholdCase): Fact[] {
  const { report } = view;
  const phrases = report.phrases.map(labelOf).join('；');
  return [
    { key: '户主', value: view.headName },
    { key: '小组', value: view.group === '' ? undefined : view.group.replace('组', ' 组') },
    ...(view.begunFrom === null
      ? []
      : [{ key: '照着报的', value: `上次的，编号 ${formatCaseNo(view.begunFrom)}` }]),
    { key: '谁来报', value: reporterOf(view) },
    { key: '身份证', value: report.idNoMasked ?? '干部上门时再看' },
    { key: '电话', value: report.phoneMasked ?? '没有电话' },
    {
      key: '什么事',
      value: [phrases, report.text, report.hasVoice ? '有一段录音' : '']
        .filter(Boolean)
        .map((line) => <View key={line}>{line}</View>),
    },
    {
      key: '最难的',
      value: report.riskTypes.map((risk) => <View key={risk}>{TROUBLE_LABELS[risk]}</View>),
    },
    { key: '照片', value: report.photoCount === 0 ? undefined : `${report.photoCount} 张` },
    { key: '几口人', value: view.memberCount === null ? undefined : `${view.memberCount} 口` },
  ];
}

function readAloud(view: HouseholdCase): string {
  const { report } = view;
  const said = [report.hasVoice ? '有一段录音' : '', report.phrases.map(labelOf).join('，'), report.text]
    .filter(Boolean)
    .join('，');
  const troubles = report.riskTypes.map((risk) => TROUBLE_LABELS[risk]).join('，');
  return `户主，${view.headName}。${reporterOf(view)}。什么事，${said}。最难的，${troubles}。照片 ${report.photoCount} 张。`;
}
