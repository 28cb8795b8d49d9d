import { call } from '@miniapp/platform/api';
import { callPhone } from '@miniapp/platform/ui';
import type { IconName } from '@miniapp/ui/Icon';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import type { RiskType } from '@shared/casework/codes';
import { money } from '@shared/messages/format';
import { REJECTION_SENTENCES } from '@shared/messages/labels';
import { View } from '@tarojs/components';
import type { HouseholdCase } from './data';

type Rejected = Extract<HouseholdCase['result'], { kind: 'REJECTED' }>;

interface OtherHelp {
  icon: IconName;
  title: string;
  detail: string;
}

/** What else helps with each kind of trouble (domain.md 3.3: a refusal names other ways). */
const OTHER_HELP: Partial<Record<RiskType, OtherHelp>> = {
  ILLNESS: { icon: 'ill', title: '申请医疗救助', detail: '找县医保局，村里可以代办' },
  SCHOOLING: { icon: 'book', title: '申请助学金', detail: '找学校或县教育局，村里可以代办' },
  DISABILITY: { icon: 'cane', title: '申请残疾人补贴', detail: '找县残联、民政局，村里可以代办' },
  DISASTER: { icon: 'storm', title: '申请受灾救助', detail: '找镇里民政办，村里可以代办' },
  ACCIDENT: { icon: 'crash', title: '申请临时救助', detail: '找镇里民政办，村里可以代办' },
  JOB_UNSTABLE: { icon: 'work', title: '找活干、讨工钱', detail: '找县人社局，村里可以代办' },
  HOUSING: { icon: 'house', title: '请人看房子', detail: '找镇里村建办，村里可以代办' },
  WATER: { icon: 'drop', title: '报修吃水', detail: '找镇里水管站，村里可以代办' },
};

const ALWAYS: OtherHelp = { icon: 'hand', title: '申请临时救助', detail: '一时过不去，找镇里民政办' };

/** Why, with the family's own figures, as sentences. */
export function whyNot(view: Pick<HouseholdCase, 'memberCount'>, result: Rejected): string[] {
  const { lineFen, netPerCapitaFen, referencePerCapitaFen } = result;
  const people = view.memberCount === null ? '' : ` ${view.memberCount} 口人，`;
  const sentences = [REJECTION_SENTENCES[result.reasonCode]];
  if (netPerCapitaFen !== null) sentences.push(`您家${people}平均每人一年净收入 ${money(netPerCapitaFen)}。`);
  if (referencePerCapitaFen !== null)
    sentences.push(`扣掉必须花的钱，平均每人还有 ${money(referencePerCapitaFen)}。`);
  if (lineFen !== null) sentences.push(`本县的线是 ${money(lineFen)}。`);
  return sentences;
}

/** 04-c. Bad news first and plainly: why, what else helps, how to have it looked at again. */
export function NotIncluded({ view, result }: { view: HouseholdCase; result: Rejected }) {
  const village = useQuery(`village:${view.village}`, () => call('regions.village', { code: view.village }));
  const helps = [
    ...new Set(view.report.riskTypes.flatMap((risk) => OTHER_HELP[risk] ?? []).concat(ALWAYS)),
  ].filter((help, at, all) => all.findIndex(({ title }) => title === help.title) === at);
  return (
    <>
      <Section title="为什么" flush pad>
        {whyNot(view, result).map((sentence) => (
          <View key={sentence} className="sw-p">
            {sentence}
          </View>
        ))}
      </Section>
      <Section title="还有别的办法">
        {helps.map(({ icon, title, detail }) => (
          <Row key={title} icon={icon} title={title} detail={detail} />
        ))}
      </Section>
      <Section title="您觉得不对">
        <View className="sw-pad sw-p">可以请镇里再查一次，换两个人查。打这个电话说就行。</View>
        <QueryView query={village} rows={1}>
          {({ town }) => (
            <Row
              icon="phone"
              title={town.office}
              detail={town.phone}
              act="拨打"
              onTap={() => callPhone(town.phone)}
            />
          )}
        </QueryView>
      </Section>
      <View className="sw-pad">
        <View className="sw-field__hint sw-mt12">家里有了新的难处，随时可以再申报。</View>
      </View>
    </>
  );
}
