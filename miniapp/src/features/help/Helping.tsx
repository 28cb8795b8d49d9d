import { SESSIONS_PAGE, useMe } from '@miniapp/features/account';
import { KeptCount } from '@miniapp/features/review/kit';
import { CLUE_REPORT_PAGE, ClockRow, Staffed } from '@miniapp/features/staff';
import { NetworkError } from '@miniapp/platform/call';
import { go } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useLong } from '@miniapp/ui/useLong';
import type { HelpedFamily } from '@shared/contract/measures';
import { FOLLOW_UP_RESULT_LABELS } from '@shared/messages/followups';
import { day, staffDay } from '@shared/messages/format';
import { View } from '@tarojs/components';
import { HELPED_PAGE } from './pages';
import { useHelping } from './queries';
import { type Due, dueOf, dueTag } from './visits';

const PARTS: Record<Due, string> = { LATE: '晚了', DUE: '这个月要去', DONE: '这个月去过了' };

/** 我联系的家庭: whom to visit, what is late first; opens without a network (domain.md 3.5). */
export function Helping() {
  const query = useHelping();
  const { families = [], today = '' } = query.data ?? {};
  // Whoever holds another office finds these on its first page; this one is the helper's.
  const grants = useMe().data?.grants ?? [];
  const helpsOnly = grants.length > 0 && grants.every(({ role }) => role === 'HELPER');
  const left = families.filter((one) => dueOf(one, today) !== 'DONE').length;
  return (
    <Page title="我联系的家庭">
      <Head
        title={query.data === undefined ? '我联系的家庭' : `我联系 ${families.length} 户`}
        hint={
          query.data &&
          [
            staffDay(today),
            families.length === 0 ? '' : left === 0 ? '这个月都去过了' : `还有 ${left} 户要去`,
          ]
            .filter(Boolean)
            .join(' · ')
        }
      />
      <KeptCount unreached={query.error instanceof NetworkError} operations={['measures.visit']} />
      <Staffed query={query} rows={5}>
        {() => (
          <>
            {families.length === 0 && (
              <Section flush>
                <Empty>还没有请您联系的家庭。定了会发消息告诉您。</Empty>
              </Section>
            )}
            {(Object.keys(PARTS) as Due[]).map((due) => (
              <Part
                key={due}
                due={due}
                families={families.filter((one) => dueOf(one, today) === due)}
                today={today}
              />
            ))}
          </>
        )}
      </Staffed>
      {helpsOnly && (
        <Section>
          <Row
            icon="search"
            title="别家有难处，报给村里"
            detail="走访时看到的、听到的"
            onTap={() => go(CLUE_REPORT_PAGE)}
          />
          <Row
            icon="camera"
            title="登录电脑"
            detail="扫码登录，看登录在哪里"
            onTap={() => go(SESSIONS_PAGE)}
          />
        </Section>
      )}
      {helpsOnly && <ClockRow />}
    </Page>
  );
}

function Part({ due, families, today }: { due: Due; families: readonly HelpedFamily[]; today: string }) {
  const { shown, more } = useLong(families.length, '户');
  if (families.length === 0) return null;
  return (
    <Section title={PARTS[due]} aside={`${families.length} 户`}>
      {families.slice(0, shown).map((family) => (
        <One key={family.caseId} family={family} today={today} />
      ))}
      {more}
    </Section>
  );
}

function One({ family, today }: { family: HelpedFamily; today: string }) {
  const { caseId, headName, villageName, group, lastVisit } = family;
  const tag = dueTag(family, today);
  return (
    <Row
      title={`${headName}家`}
      detail={
        <>
          <View>{[villageName, group].filter(Boolean).join(' ')}</View>
          <View>
            {lastVisit === null
              ? '还没有去过'
              : `上次 ${day(lastVisit.on)}，${FOLLOW_UP_RESULT_LABELS[lastVisit.result]}`}
          </View>
        </>
      }
      tag={<Tag state={tag.state}>{tag.text}</Tag>}
      onTap={() => go(HELPED_PAGE, { caseId })}
    />
  );
}
