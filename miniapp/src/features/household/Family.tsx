import {
  DESK_PAGE,
  SETTINGS_PAGE,
  SIGN_IN_PAGE,
  TEXT_SIZE_WORDS,
  unreadOf,
  useChosenVillage,
  useInbox,
  useMe,
  useVillagePhone,
} from '@miniapp/features/account';
import { CARD_PAGE, useCard } from '@miniapp/features/card';
import {
  CASE_PAGE,
  CaseRow,
  fetchMyCases,
  type HouseholdCase,
  isOwnFamily,
  MY_CONSENTS_PAGE,
  type MyCase,
  TAKE_OVER_PAGE,
} from '@miniapp/features/cases';
import {
  AFTERWARDS_PAGE,
  CERTIFICATES_PAGE,
  CHANGES_PAGE,
  FACTS_PAGE,
  LOOKS_PAGE,
  OUR_HELP_PAGE,
} from '@miniapp/features/family';
import { MONEY_PAGE } from '@miniapp/features/money';
import { useDisplay } from '@miniapp/platform/display';
import { go } from '@miniapp/platform/navigate';
import { Button } from '@miniapp/ui/Button';
import { CallRow } from '@miniapp/ui/CallRow';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import { day, money } from '@shared/messages/format';
import { caseTitle } from '@shared/messages/household';
import { useCallback, useEffect, useState } from 'react';

/** 01-c. What the family has: its cases, its card, who is signed in, the size of the text. */
export function Family() {
  const me = useMe();
  const signedIn = me.data?.signedIn === true;
  const cases = useQuery(signedIn ? 'my-cases' : undefined, fetchMyCases, { keep: true });
  const inbox = useInbox(signedIn);
  const village = useChosenVillage();
  const { textSize, care } = useDisplay();
  const staff = (me.data?.grants.length ?? 0) > 0;
  const mine = cases.data ?? [];
  const first = mine[0];
  const listed = mine.filter((view) => view.result.kind === 'INCLUDED' && isOwnFamily(view));
  const [toSign, setToSign] = useState<Readonly<Record<string, boolean>>>({});
  const unsigned = listed.filter(({ id }) => toSign[id]);
  const seen = useCallback(
    (id: string, maySign: boolean) => setToSign((before) => ({ ...before, [id]: maySign })),
    [],
  );
  const needs = [
    ...mine
      .filter((view) => needsOf(view) > 0)
      .map((view) => ({ words: wantedBy(view), page: CASE_PAGE, id: view.id, act: '去补上' })),
    ...unsigned.map(({ id, headName }) => ({
      words: listed.length > 1 ? `${headName}家的${CARD_WAITS}` : CARD_WAITS,
      page: CARD_PAGE,
      id,
      act: '去看',
    })),
  ];
  const title = first === undefined ? '我家' : `${first.headName}家`;
  const phone = useVillagePhone();
  return (
    <Page tab="family" title="我家" unread={unreadOf(inbox.data) > 0}>
      <Head
        title={title}
        hint={first && placeOf(first, village?.name)}
        read={() => readAloud(title, mine, needs)}
      />
      {needs.map(({ words, page, id, act }) => (
        <Note
          key={`${page} ${id}`}
          state="need"
          title={words}
          action={
            <Button size="small" kind="primary" onTap={() => go(page, { case: id })}>
              {act}
            </Button>
          }
        />
      ))}
      {signedIn && (
        <Section flush title="我家的申报">
          <QueryView query={cases} phone={phone}>
            {(found) =>
              found.length === 0 ? (
                <Empty>还没有申报过。家里有难处，去首页点“我要申报”。</Empty>
              ) : (
                found.map((view) => <CaseRow key={view.id} view={view} />)
              )
            }
          </QueryView>
          {listed.map((view) => (
            <CardRow key={view.id} view={view} named={mine.length > 1} onSeen={seen} />
          ))}
        </Section>
      )}
      <OurOwn cases={mine} />
      {signedIn && (
        <Section>
          <Row
            icon="hand"
            title="别人替我家报的"
            detail="有接办码，就接过来自己办"
            onTap={() => go(TAKE_OVER_PAGE)}
          />
        </Section>
      )}
      {phone && (
        <Section>
          <CallRow title={phone.name} number={phone.number} />
        </Section>
      )}
      <Section>
        <Row
          icon="user"
          title={signedIn ? `现在是 ${me.data?.name || '您自己'}` : '登录'}
          detail={signedIn ? '换人用这台手机，点这里' : '登录以后，看您家办到哪一步了'}
          onTap={() => go(SIGN_IN_PAGE)}
        />
        {signedIn && (
          <Row
            icon="pen"
            title="我签过的同意"
            detail="别人发链接请您签的，反悔在这里"
            onTap={() => go(MY_CONSENTS_PAGE)}
          />
        )}
        <Row
          icon="speaker"
          title="字大小和朗读"
          detail={`现在：${TEXT_SIZE_WORDS[textSize]}${care && textSize === 'follow' ? '，是大字' : ''}`}
          onTap={() => go(SETTINGS_PAGE)}
        />
      </Section>
      <Section>
        {staff ? (
          <Row title="去工作台" detail="您也是工作人员" onTap={() => go(DESK_PAGE)} />
        ) : (
          <Row quiet title="我是工作人员" onTap={() => go(SIGN_IN_PAGE)} />
        )}
      </Section>
    </Page>
  );
}

interface CardRowProps {
  view: HouseholdCase;
  /** Several families are on the page: whose it is. */
  named: boolean;
  onSeen: (id: string, maySign: boolean) => void;
}

/** The 明白卡 of one family; whether it waits to be signed is told, for the note at the top. */
function CardRow({ view: { id, headName }, named, onSeen }: CardRowProps) {
  const card = useCard(id).data?.card;
  const maySign = card?.maySign === true;
  useEffect(() => onSeen(id, maySign), [id, maySign, onSeen]);
  return (
    <Row
      icon="book"
      title="帮扶明白卡"
      detail={[
        named && `${headName}家`,
        card ? `${card.lines.length} 项帮扶${maySign ? '，等您签字' : ''}` : '帮了什么，一项一项看',
      ]
        .filter(Boolean)
        .join('，')}
      onTap={() => go(CARD_PAGE, { case: id })}
    />
  );
}

/** What is held about the family, its papers, and who looked: of each case that is its own. */
function OurOwn({ cases }: { cases: readonly MyCase[] }) {
  const own = cases.filter(isOwnFamily);
  return own.map((view) => (
    <Section key={view.id} title={own.length > 1 ? `${view.headName}家 · ${day(view.cluedOn)}` : undefined}>
      <Row
        icon="card"
        title="我家的补贴"
        detail={view.receivedFen ? `今年收到 ${money(view.receivedFen)}` : '收到的，还可能有的'}
        onTap={() => go(MONEY_PAGE, { case: view.id })}
      />
      {view.result.kind === 'INCLUDED' && (
        <Row
          icon="hand"
          title="帮我家的"
          detail="谁在帮，帮什么，办到哪了"
          onTap={() => go(OUR_HELP_PAGE, { case: view.id })}
        />
      )}
      {view.result.kind === 'INCLUDED' && (
        <Row
          icon="cal"
          title="以后怎么办"
          detail="难处解决了，哪些还有、哪些会停"
          onTap={() => go(AFTERWARDS_PAGE, { case: view.id })}
        />
      )}
      <Row
        icon="family"
        title="家里人和情况"
        detail="看记得对不对，不对就说"
        onTap={() => go(FACTS_PAGE, { case: view.id })}
      />
      {view.result.kind === 'INCLUDED' && (
        <Row
          icon="bell"
          title="家里有变化"
          detail="添人、走人、没活干，说一声"
          onTap={() => go(CHANGES_PAGE, { case: view.id })}
        />
      )}
      <Row
        icon="save"
        title="开证明"
        detail="存成 PDF，扫码能验真假"
        onTap={() => go(CERTIFICATES_PAGE, { case: view.id })}
      />
      <Row
        icon="lock"
        title="谁看过我家的信息"
        detail="谁看一次，就记一次"
        onTap={() => go(LOOKS_PAGE, { case: view.id })}
      />
    </Section>
  ));
}

const placeOf = (view: HouseholdCase, village = ''): string =>
  [
    view.memberCount === null ? '' : `${view.memberCount} 口人`,
    [village, view.group.replace('组', ' 组')].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join(' · ');

/** How many things the family has to do for a case. Whoever reported for a neighbour cannot sign for the family. */
const needsOf = ({ missing, unsigned, mayWithdraw }: HouseholdCase): number =>
  missing.length > 0 ? missing.length : mayWithdraw ? unsigned.length : 0;

const wantedBy = (view: HouseholdCase) => `${view.headName}家的申报还差 ${needsOf(view)} 样`;

const CARD_WAITS = '明白卡要您看一遍、签个字';

/** What needs the family first, as on the page. */
function readAloud(
  title: string,
  cases: readonly HouseholdCase[],
  needs: readonly { words: string }[],
): string {
  if (cases.length === 0) return `${title}。还没有申报过。`;
  return [
    ...needs.map(({ words }) => `${words}。`),
    ...cases.map((view) => `${view.headName}家的申报，${caseTitle(view)}。`),
  ].join('');
}
