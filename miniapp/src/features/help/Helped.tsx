import { staffTag } from '@miniapp/features/handed';
import { FOLLOWED_PAGE } from '@miniapp/features/staff';
import { go, useParams } from '@miniapp/platform/navigate';
import { callPhone } from '@miniapp/platform/ui';
import { Empty } from '@miniapp/ui/Empty';
import { Note } from '@miniapp/ui/Note';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import type { HelpedFamily } from '@shared/contract/measures';
import { FOLLOW_UP_RESULT_LABELS } from '@shared/messages/followups';
import { day } from '@shared/messages/format';
import { TROUBLE_LABELS } from '@shared/messages/labels';
import { View } from '@tarojs/components';
import { HelpPage } from './HelpPage';
import { PLAN_PAGE, VISIT_PAGE } from './pages';
import { helpedOf, useHelping } from './queries';
import { dueTag } from './visits';

/** One family for its helper on the spot: whom to call, what was wrong last time, what is to come; opens without a network. */
export function Helped() {
  const { caseId = '' } = useParams<'caseId'>();
  const query = useHelping();
  const family = helpedOf(query, caseId);
  return (
    <HelpPage
      query={query}
      family={family}
      say={day}
      bar={family && { primary: { children: '记一次走访', onTap: () => go(VISIT_PAGE, { caseId }) } }}
    >
      {({ today }) =>
        family === undefined ? (
          <Note state="off" title="这家现在不由您联系" />
        ) : (
          <Whole family={family} today={today} />
        )
      }
    </HelpPage>
  );
}

function Whole({ family, today }: { family: HelpedFamily; today: string }) {
  const { caseId, phone, risks, lastVisit, measures } = family;
  const tag = dueTag(family, today);
  const open = measures.filter(
    ({ state }) => state !== 'CLOSED' && state !== 'CANCELLED' && state !== 'NOT_NEEDED',
  );
  return (
    <>
      <Section flush>
        {phone === null ? (
          <Row icon="phone" title="没有留电话" detail="去之前先问村里" />
        ) : (
          <Row icon="phone" title="打电话" detail={phone} act="拨打" onTap={() => callPhone(phone)} />
        )}
        <Row
          icon="cal"
          title="这个月走访"
          detail={
            lastVisit === null ? (
              '还没有去过'
            ) : (
              <>
                <View>{`上次 ${day(lastVisit.on)}，${FOLLOW_UP_RESULT_LABELS[lastVisit.result]}`}</View>
                {lastVisit.problem !== '' && <View>{`上次的难处：${lastVisit.problem}`}</View>}
              </>
            )
          }
          tag={<Tag state={tag.state}>{tag.text}</Tag>}
        />
        <Row
          icon="need"
          title="难处"
          detail={risks.map((risk) => TROUBLE_LABELS[risk]).join('、') || '没有写'}
        />
      </Section>
      <Section title="正在帮的" aside={open.length > 0 ? `${open.length} 项` : undefined}>
        {open.length === 0 && <Empty>还没有写下来的帮扶。先和家里商量，写个计划。</Empty>}
        {open.map((one) => {
          const { state, text } = staffTag(one);
          return (
            <Row
              key={one.id}
              title={one.name}
              detail={[one.office, one.person, one.notReceived !== null && `家里说：${one.notReceived}`]
                .filter(Boolean)
                .join(' · ')}
              tag={<Tag state={state}>{text}</Tag>}
            />
          );
        })}
      </Section>
      <Section>
        <Row
          icon="doc"
          title="计划和每一项帮扶"
          detail="写计划，登记办好的，看以前的走访"
          onTap={() => go(PLAN_PAGE, { caseId })}
        />
        <Row
          icon="cal"
          title="跟踪和季度台账"
          detail="填台账，看家里的情况"
          onTap={() => go(FOLLOWED_PAGE, { caseId })}
        />
      </Section>
    </>
  );
}
