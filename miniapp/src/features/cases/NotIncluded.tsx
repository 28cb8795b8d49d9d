import { call } from '@miniapp/platform/api';
import { callPhone } from '@miniapp/platform/ui';
import type { IconName } from '@miniapp/ui/Icon';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import { day } from '@shared/messages/format';
import { type OtherHelp, otherHelp, whyNot } from '@shared/messages/refused';
import { View } from '@tarojs/components';
import type { HouseholdCase } from './data';

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
      <Section title="为什么" flush pad>
        {whyNot(view.memberCount, result).map((sentence) => (
          <View key={sentence} className="sw-p">
            {sentence}
          </View>
        ))}
      </Section>
      <Section title="还有别的办法">
        {otherHelp(view.report.riskTypes).map(({ key, title, detail }) => (
          <Row key={key} icon={ICONS[key]} title={title} detail={detail} />
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
        <View className="sw-field__hint sw-mt12">
          {`家里有了新的难处，随时可以再申报。${
            result.revisitOn === null ? '' : `村里 ${day(result.revisitOn)}前会再来看一次。`
          }`}
        </View>
      </View>
    </>
  );
}
