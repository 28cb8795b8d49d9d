import { go } from '@miniapp/platform/navigate';
import { Row } from '@miniapp/ui/Row';
import { Tag } from '@miniapp/ui/Tag';
import { caseTag, caseTitle, nextStep } from '@shared/messages/household';
import type { HouseholdCase } from './data';
import { CASE_PAGE } from './pages';

/** A case in a list: its state first, then whose it is and what comes next. */
export function CaseRow({ view }: { view: HouseholdCase }) {
  const { tone, text } = caseTag(view);
  return (
    <Row
      tag={<Tag state={tone}>{text}</Tag>}
      tagFirst
      title={`${view.headName}家`}
      detail={nextStep(view) || caseTitle(view)}
      onTap={() => go(CASE_PAGE, { case: view.id })}
    />
  );
}
