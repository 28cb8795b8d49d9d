import { usePaper } from '@miniapp/features/family';
import { call, type Input } from '@miniapp/platform/api';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import type { StaffCaseView } from '@shared/casework';
import { day } from '@shared/messages';

type Kind = Exclude<Input<'reviews.paper'>['kind'], 'ASSIST'>;

const PAPERS: readonly {
  kind: Kind;
  title: string;
  detail: string;
  there: (view: StaffCaseView) => boolean;
}[] = [
  {
    kind: 'RECEIPT',
    title: '受理回执',
    detail: '交给农户',
    there: ({ state, verifiers }) => state !== 'SUBMITTED' && verifiers.length > 0,
  },
  {
    kind: 'MINUTES',
    title: '评议会议记录',
    detail: '到会的人在上面签字',
    there: ({ appraisal }) => appraisal !== null,
  },
  {
    kind: 'REFUSAL',
    title: '不予纳入告知书',
    detail: '送给农户，不公示',
    there: ({ rejection }) => rejection !== null,
  },
  {
    kind: 'DOSSIER',
    title: '未纳入特殊档案',
    detail: '内部存档，不外传',
    there: ({ rejection }) => rejection !== null && rejection.dossier !== null,
  },
];

/** Sheets of a case that can be printed now. Each fetch is written down. */
export function Papers({ view }: { view: StaffCaseView }) {
  const paper = usePaper();
  const there = PAPERS.filter((one) => one.there(view));
  if (there.length === 0 && view.assists.length === 0) return null;
  return (
    <Section title="打印">
      {there.map(({ kind, title, detail }) => (
        <Row
          key={kind}
          icon="printer"
          title={title}
          detail={paper.busy ? '正在取…' : detail}
          onTap={() => paper.open(() => call('reviews.paper', { caseId: view.id, kind }))}
        />
      ))}
      {view.assists.map(({ id, question, dueOn }) => (
        <Row
          key={id}
          icon="printer"
          title="协查函"
          detail={paper.busy ? '正在取…' : `${day(dueOn)}前答复：${question}`}
          onTap={() =>
            paper.open(() => call('reviews.paper', { caseId: view.id, kind: 'ASSIST', assistId: id }))
          }
        />
      ))}
    </Section>
  );
}
