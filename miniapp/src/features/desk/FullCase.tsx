import {
  Answers,
  Ask,
  aboutOf,
  Branches,
  dueTagOf,
  Family,
  Figures,
  Findings,
  History,
  InHand,
  Opinions,
  Procedure,
  Prompts,
  Report,
  Signatures,
  Since,
  Sums,
} from '@miniapp/features/review';
import { Desk, DeskCase } from '@miniapp/ui/desk/Desk';
import { Kbd } from '@miniapp/ui/desk/Kbd';
import { Link } from '@miniapp/ui/Link';
import { Tag } from '@miniapp/ui/Tag';
import type { StaffCaseView } from '@shared/casework';
import { formatCaseNo } from '@shared/people';
import { View } from '@tarojs/components';
import { Doing, Foot } from './Doing';
import { Evidence } from './Evidence';
import { Jumps, Part } from './Parts';
import type { DeskState } from './useDesk';
import { Who } from './Who';
import { isTall } from './words';

/** 21: the case whole: its history, the evidence beside what was entered, figures and the act that is being done. */
export function FullCase({ desk, view }: { desk: DeskState; view: StaffCaseView }) {
  const { verification, dataCheck } = view;
  const tag = dueTagOf(view);
  const { look } = desk.hands;
  return (
    <Desk
      title="案卷"
      layout="case"
      office={desk.me?.grants[0]?.regionName ?? ''}
      who={<Who desk={desk} />}
      rail={
        <View className="sw-d__history">
          <History view={view} />
        </View>
      }
      list={
        <View className="sw-d__body">
          <Part place={1}>{look?.since && <Since since={look.since} />}</Part>
          <Part place={2}>
            <Figures view={view} narrow />
          </Part>
          {verification !== null && <Sums verification={verification} />}
          {verification !== null && <Prompts prompts={verification.prompts} />}
          <Part place={3}>
            <Procedure view={view} />
          </Part>
          <Signatures view={view} />
          <Family view={view} />
        </View>
      }
    >
      {isTall(desk.acting) ? (
        <Doing desk={desk} view={view} />
      ) : (
        <DeskCase
          title={view.headName}
          about={[aboutOf(view, desk.villageName), formatCaseNo(view.caseNo), desk.place]
            .filter(Boolean)
            .join(' · ')}
          tag={<Tag state={tag.tone}>{tag.text}</Tag>}
          used={
            <>
              <View className="sw-hand">
                <Link onTap={desk.goBack} edge>
                  回到队列<Kbd>Esc</Kbd>
                </Link>
                {look !== undefined && <InHand look={look} />}
              </View>
              <Jumps />
            </>
          }
          actions={<Foot desk={desk} view={view} />}
        >
          <Ask view={view} />
          <Branches view={view} />
          <Part place={4}>
            <Evidence view={view} />
          </Part>
          <Part place={5}>
            <Report view={view} />
          </Part>
          {verification !== null && <Findings verification={verification} />}
          {dataCheck !== null && <Answers view={view} />}
          <Part place={6}>
            <Opinions view={view} />
          </Part>
        </DeskCase>
      )}
    </Desk>
  );
}
