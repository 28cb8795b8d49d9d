import { call } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { CallRow } from '@miniapp/ui/CallRow';
import type { IconName } from '@miniapp/ui/Icon';
import { Note } from '@miniapp/ui/Note';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import { day } from '@shared/messages/format';
import { REVIEW_SENTENCES } from '@shared/messages/labels';
import { type OtherHelp, otherHelp, whyNot, withinText } from '@shared/messages/refused';
import { View } from '@tarojs/components';
import { type HouseholdCase, isOwnFamily } from './data';
import { SUMS_PAGE } from './pages';
import { ReportAgain } from './Turns';

type Rejected = Extract<HouseholdCase['result'], { kind: 'REJECTED' }>;

const ICONS: Record<OtherHelp['key'], IconName> = {
  ILLNESS: 'ill',
  SCHOOLING: 'book',
  DISABILITY: 'cane',
  DISASTER: 'storm',
  ACCIDENT: 'crash',
  JOB_UNSTABLE: 'work',
  HOUSING: 'house',
  WATER: 'drop',
  ALWAYS: 'hand',
};

/** 04-c. Bad news first and plainly: why, what else helps, how to have it looked at again. */
export function NotIncluded({ view, result }: { view: HouseholdCase; result: Rejected }) {
  const village = useQuery(`village:${view.village}`, () => call('regions.village', { code: view.village }));
  return (
    <>
      {view.review.outcome === 'UPHOLD' && (
        <Note state="off" title="再看过一次了">
          {REVIEW_SENTENCES.UPHOLD}
        </Note>
      )}
      <Section title="为什么" flush pad>
        {whyNot(view.memberCount, result).map((sentence) => (
          <View key={sentence} className="sw-p">
            {sentence}
          </View>
        ))}
      </Section>
      {result.netPerCapitaFen !== null && isOwnFamily(view) && (
        <Section flush>
          <Row
            icon="doc"
            title="看收支是怎么算的"
            detail="每一笔都列出来"
            onTap={() => go(SUMS_PAGE, { case: view.id })}
          />
        </Section>
      )}
      <Section title="还有别的办法">
        {otherHelp(view.report.riskTypes).map(({ key, title, detail }) => (
          <Row key={key} icon={ICONS[key]} title={title} detail={detail} />
        ))}
      </Section>
      <Section title="您觉得不对">
        <View className="sw-pad sw-p">{howToAsk(view)}</View>
        <QueryView query={village} rows={1}>
          {({ town }) => <CallRow title={town.office} number={town.phone} />}
        </QueryView>
      </Section>
      <ReportAgain caseId={view.id} />
      {result.revisitOn !== null && (
        <View className="sw-pad">
          <View className="sw-field__hint sw-mt12">{`村里 ${day(result.revisitOn)}前会再来看一次。`}</View>
        </View>
      )}
    </>
  );
}

/** Until when and how one may ask to have it looked at again. */
function howToAsk({ review, refusalLetter }: HouseholdCase): string {
  if (review.outcome !== null) return '已经再查过一次了。还有话要说，打县里或者镇里的电话。';
  if (!review.mayAsk) return '请镇里再查的日子过了。有话要说，可以打电话。';
  const within = withinText(review.answerWithin);
  if (review.askUntil !== null)
    return `${day(review.askUntil)}前可以请镇里再查一次。换两个人查，${within}答复您。`;
  const letter = refusalLetter === null ? '' : `告知书 ${day(refusalLetter.dueOn)}前送到您家。`;
  return `${letter}现在就可以请镇里再查一次。换两个人查，${within}答复您。`;
}
