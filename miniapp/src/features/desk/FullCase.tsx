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
  Opinions,
  Photos,
  Procedure,
  Prompts,
  Report,
  Signatures,
  Sums,
} from '@miniapp/features/review';
import { Desk, DeskCase, DeskHeading } from '@miniapp/ui/desk/Desk';
import { Kbd } from '@miniapp/ui/desk/Kbd';
import { Link } from '@miniapp/ui/Link';
import { Tag } from '@miniapp/ui/Tag';
import type { StaffCaseView } from '@shared/casework';
import { formatCaseNo } from '@shared/people';
import { View } from '@tarojs/components';
import { Acts } from './Acts';
import { Doing } from './Doing';
import type { DeskState } from './useDesk';
import { Who } from './Who';
import { isTall } from './words';

/** 21: the case whole: its history, the evidence beside what was entered, figures and the act that is being done. */
export function FullCase({ desk, view }: { desk: DeskState; view: StaffCaseView }) {
  const { verification, dataCheck } = view;
  const tag = dueTagOf(view);
  const papers = [...view.report.photoIds, ...(verification?.record.photoIds ?? [])];
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
          <Figures view={view} narrow />
          {verification !== null && <Sums verification={verification} />}
          {verification !== null && <Prompts prompts={verification.prompts} />}
          <Procedure view={view} />
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
            <Link onTap={desk.goBack} edge>
              回到队列<Kbd>Esc</Kbd>
            </Link>
          }
          actions={
            desk.acting === undefined ? <Acts desk={desk} view={view} /> : <Doing desk={desk} view={view} />
          }
        >
          <Ask view={view} />
          <Branches view={view} />
          {papers.length > 0 && (
            <View className="sw-d__part">
              <DeskHeading title="材料对照" aside={`${papers.length} 份`} />
              <Photos ids={papers} name="材料" open />
            </View>
          )}
          <Report view={view} />
          {verification !== null && <Findings verification={verification} />}
          {dataCheck !== null && <Answers view={view} />}
          <Opinions view={view} />
        </DeskCase>
      )}
    </Desk>
  );
}
