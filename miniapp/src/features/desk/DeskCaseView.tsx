import {
  Answers,
  Ask,
  aboutOf,
  Branches,
  dueTagOf,
  Family,
  Figures,
  Findings,
  InHand,
  Opinions,
  Procedure,
  Prompts,
  Report,
  Signatures,
  Since,
  usedDays,
} from '@miniapp/features/review';
import { DeskCase } from '@miniapp/ui/desk/Desk';
import { Link } from '@miniapp/ui/Link';
import { Tag } from '@miniapp/ui/Tag';
import type { StaffCaseView } from '@shared/casework';
import { formatCaseNo } from '@shared/people';
import { View } from '@tarojs/components';
import { Doing, Foot } from './Doing';
import { Jumps, Part } from './Parts';
import type { DeskState } from './useDesk';
import { isTall } from './words';

/** The case beside its list: by when, what is asked, figures beside the line, procedure, then everything else. */
export function DeskCaseView({ desk, view }: { desk: DeskState; view: StaffCaseView }) {
  const { verification, dataCheck } = view;
  if (isTall(desk.acting)) return <Doing desk={desk} view={view} />;
  const tag = dueTagOf(view);
  const { look } = desk.hands;
  return (
    <DeskCase
      title={view.headName}
      about={`${aboutOf(view, desk.villageName)} · ${formatCaseNo(view.caseNo)}`}
      tag={<Tag state={tag.tone}>{tag.text}</Tag>}
      used={
        <>
          {usedDays(view)} <Link onTap={() => desk.setFull(true)}>看整页案卷</Link>
          {look !== undefined && <InHand look={look} />}
          <Jumps />
        </>
      }
      actions={<Foot desk={desk} view={view} />}
    >
      <View className="sw-mt12">
        <Ask view={view} />
      </View>
      <Part place={1}>{look?.since && <Since since={look.since} />}</Part>
      <Part place={2}>
        <Figures view={view} />
      </Part>
      <Part place={3}>
        <Procedure view={view} />
      </Part>
      <Branches view={view} />
      {verification !== null && <Prompts prompts={verification.prompts} />}
      <Part place={5}>
        <Report view={view} />
      </Part>
      <Part place={4}>
        {verification !== null && <Findings verification={verification} />}
        <Signatures view={view} />
      </Part>
      <Family view={view} />
      {dataCheck !== null && <Answers view={view} />}
      <Part place={6}>
        <Opinions view={view} />
      </Part>
    </DeskCase>
  );
}
