import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { moment } from '@shared/messages';
import { ALL_MEETINGS, type MeetingWaiting, type WaitingVillage } from './meetings';

interface ChooseMeetingProps {
  village: WaitingVillage;
  meetings: readonly MeetingWaiting[];
  onPick: (meeting: string) => void;
}

/** One notice carries the families of one meeting. */
export function ChooseMeeting({ village, meetings, onPick }: ChooseMeetingProps) {
  return (
    <Page title="发公示">
      <Head title="贴哪次评议会的？" hint={`${village.name}，一次评议会贴一张。`} />
      <Section flush>
        {meetings.map(({ id, metAt, cases }) => (
          <Row
            key={id}
            title={`${moment(metAt)} 评议会，${cases.length} 户`}
            detail={cases.map(({ headName }) => headName).join('、')}
            onTap={() => onPick(id)}
          />
        ))}
      </Section>
      <Section>
        <Row
          quiet
          title={`${village.cases.length} 户贴在一张上`}
          detail="几次会挨得近，可以一起贴"
          onTap={() => onPick(ALL_MEETINGS)}
        />
      </Section>
    </Page>
  );
}
