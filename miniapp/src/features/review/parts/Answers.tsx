import { Row } from '@miniapp/ui/Row';
import { Tag } from '@miniapp/ui/Tag';
import { localDate } from '@shared/calendar/dates';
import type { StaffCaseView } from '@shared/casework';
import { DEPARTMENT_LABELS, day, FLAG_LABELS } from '@shared/messages';
import { Block } from './Block';

/** What the departments answered. A hit asks for an explanation, it decides nothing. */
export function Answers({ dataCheck }: { dataCheck: NonNullable<StaffCaseView['dataCheck']> }) {
  const { departments, answers, requestedAt } = dataCheck;
  return (
    <Block title="部门查对" aside={`${day(localDate(requestedAt))}请查`}>
      {departments.map((department) => {
        const answer = answers.find((one) => one.department === department);
        const said = [
          ...(answer?.flags ?? []).map((flag) => FLAG_LABELS[flag]),
          ...(answer === undefined || answer.note === '' ? [] : [answer.note]),
        ].join('；');
        return (
          <Row
            key={department}
            title={DEPARTMENT_LABELS[department]}
            detail={said === '' ? undefined : said}
            right={<Result result={answer?.result} />}
          />
        );
      })}
    </Block>
  );
}

function Result({ result }: { result?: 'CLEAR' | 'FLAGGED' | 'UNAVAILABLE' }) {
  switch (result) {
    case 'CLEAR':
      return <Tag state="ok">没有查到</Tag>;
    case 'FLAGGED':
      return <Tag state="need">要说明</Tag>;
    case 'UNAVAILABLE':
      return <Tag state="off">查不了</Tag>;
    case undefined:
      return <Tag state="doing">等答复</Tag>;
  }
}
