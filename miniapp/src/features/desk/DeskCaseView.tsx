import {
  Answers,
  Ask,
  aboutOf,
  Branches,
  dueTagOf,
  Family,
  Figures,
  Findings,
  Opinions,
  Procedure,
  Prompts,
  Report,
  Signatures,
  usedDays,
} from '@miniapp/features/review';
import { DeskCase } from '@miniapp/ui/desk/Desk';
import { Link } from '@miniapp/ui/Link';
import { Tag } from '@miniapp/ui/Tag';
import type { StaffCaseView } from '@shared/casework';
import { formatCaseNo } from '@shared/people';
import { View } from '@tarojs/components';
import { Acts } from './Acts';
import { Doing } from './Doing';
import type { DeskState } from './useDesk';
import { isTall } from './words';

/** The case beside its list: by when, what is asked, figures beside the line, procedure, then everything else. */
export function DeskCaseView({ desk, view }: { desk: DeskState; view: StaffCaseView }) {
  const { verification, dataCheck } = view;
  if (isTall(desk.acting)) return <Doing desk={desk} view={view} />;
  const tag = dueTagOf(view);
  return (
    <DeskCase
      title={view.headName}
      about={`${aboutOf(view, desk.villageName)} · ${formatCaseNo(view.caseNo)}`}
      tag={<Tag state={tag.tone}>{tag.text}</Tag>}
      used={
        <>
          {usedDays(view)} <Link onTap={() => desk.setFull(true)}>看整页案卷</Link>
        </>
      }
      actions={
        desk.acting === undefined ? <Acts desk={desk} view={view} /> : <Doing desk={desk} view={view} />
      }
    >
      <View className="sw-mt12">
        <Ask view={view} />
      </View>
      <Figures view={view} />
      <Procedure view={view} />
      <Branches view={view} />
      {verification !== null && <Prompts prompts={verification.prompts} />}
      <Report view={view} />
      {verification !== null && <Findings verification={verification} />}
      <Signatures view={view} />
      <Family view={view} />
      {dataCheck !== null && <Answers view={view} />}
      <Opinions view={view} />
    </DeskCase>
  );
}
