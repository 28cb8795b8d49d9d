import { useVillagePhone } from '@miniapp/features/account';
import { call } from '@miniapp/platform/api';
import { useShow } from '@miniapp/platform/lifecycle';
import { go, useParams } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import { day, fullDay, money } from '@shared/messages/format';
import { DEPARTMENT_LABELS, TROUBLE_LABELS } from '@shared/messages/labels';
import { MEMBER_RELATION_LABELS } from '@shared/messages/members';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { LOOKS_PAGE, WRONG_PAGE } from './pages';
import { Requests } from './Requests';
import { type Facts, HOUSE_WORDS, KIND_WORDS, METHOD_WORDS, STANDING_WORDS, sinceOf } from './words';

/** 家里人和情况: all that is held about the family, each with 「这里不对」. */
export function FamilyFacts() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = useQuery(
    caseId === '' ? undefined : `facts:${caseId}`,
    () => call('households.facts', { caseId }),
    { keep: true },
  );
  useShow(query.reload);
  const phone = useVillagePhone();
  const { data } = query;
  return (
    <Page title="家里人和情况">
      <Head
        title={data === undefined ? '家里人和情况' : `记着${data.family.headName}家这些`}
        hint="看记得对不对。哪里不对，就点“这里不对”。"
        read={data && (() => readAloud(data))}
      />
      <QueryView query={query} rows={6} phone={phone}>
        {(found) => <Held facts={found} caseId={caseId} />}
      </QueryView>
    </Page>
  );
}

function Held({ facts, caseId }: { facts: Facts; caseId: string }) {
  const { family, requests, looks, villageName } = facts;
  const wrong = (fact: string, member?: { key: string; name: string }) => () =>
    go(WRONG_PAGE, { case: caseId, fact, member: member?.key, name: member?.name });
  const { money: sums, house, visit } = family;
  const place = [villageName, family.group.replace('组', ' 组')].filter(Boolean).join(' ');
  return (
    <>
      <Requests requests={requests} family={family} />
      <Section title="在不在名单上">
        <Fact title={STANDING_WORDS[family.standing]} onWrong={wrong('STANDING')}>
          <View>{sinceOf(family)}</View>
          {family.householdType !== null && <View>{KIND_WORDS[family.householdType]}</View>}
        </Fact>
        <Fact title="主要难处" onWrong={wrong('STANDING')}>
          {family.risks.map((risk) => TROUBLE_LABELS[risk]).join('；')}
        </Fact>
      </Section>
      <Section title="我家" aside={family.memberCount === null ? undefined : `${family.memberCount} 口人`}>
        <Fact title={`户主 ${family.headName}`} onWrong={wrong('HEAD')}>
          {family.idNoMasked === null ? '没有写身份证号' : `身份证 ${family.idNoMasked}`}
        </Fact>
        <Fact title="电话" onWrong={wrong('PHONE')}>
          {family.phoneMasked ?? '没有电话，网格员到家里说'}
        </Fact>
        <Fact title="住在哪里" onWrong={wrong('PLACE')}>
          {place}
        </Fact>
        {family.members
          .filter(({ relation }) => relation !== 'HEAD')
          .map(({ key, name, relation, birthDate, away }) => (
            <Fact
              key={key}
              title={`${MEMBER_RELATION_LABELS[relation]} ${name}`}
              onWrong={wrong('MEMBERS', { key, name })}
            >
              {[birthDate === null ? '' : `${fullDay(birthDate)}出生`, away ? '在外地' : '在家']
                .filter(Boolean)
                .join(' · ')}
            </Fact>
          ))}
        <Fact title="少了人，多了人" onWrong={wrong('MEMBERS')}>
          生孩子、结婚、分家、去世，都可以说
        </Fact>
      </Section>
      <Section title="到家里看的">
        {visit === null ? (
          <Empty>干部还没有来家里看。看过以后写在这里。</Empty>
        ) : (
          <>
            {sums !== null && (
              <Fact title="平均每人一年净收入" onWrong={wrong('MONEY')}>
                <View>{`${money(sums.netPerCapitaFen)}，扣掉必须花的钱是 ${money(sums.referencePerCapitaFen)}`}</View>
                <View>{`本县的线是 ${money(sums.lineFen)}`}</View>
              </Fact>
            )}
            {house !== null && (
              <Fact title={HOUSE_WORDS[house.grade]} onWrong={wrong('HOUSE')}>
                {house.waterProblem ? '吃水有问题' : '吃水没有问题'}
              </Fact>
            )}
            <Row
              title={`${day(visit.on)}来看的`}
              detail={visit.by.length === 0 ? '还没有签字' : visit.by.join('、')}
            />
          </>
        )}
        <Row
          icon="house"
          title="请干部再来看一次"
          detail="情况变了，或者上次没看全"
          onTap={() => go(WRONG_PAGE, { case: caseId, fact: 'OTHER', visit: 1 })}
        />
      </Section>
      <Section title="同意查信息的签名">
        {family.consents.length === 0 && <Empty>还没有人签过。</Empty>}
        {family.consents.map(({ name, on, method }) => (
          <Row key={name} title={name} detail={`${day(on)}${METHOD_WORDS[method]}`} />
        ))}
        {family.asked.length > 0 && (
          <Row
            title="查过哪些部门"
            detail={family.asked.map((department) => DEPARTMENT_LABELS[department]).join('、')}
          />
        )}
      </Section>
      <Section>
        <Row
          icon="lock"
          title="谁看过我家的信息"
          detail={`最近 30 天 ${looks} 次`}
          onTap={() => go(LOOKS_PAGE, { case: caseId })}
        />
      </Section>
    </>
  );
}

interface FactProps {
  title: string;
  onWrong: () => void;
  children?: ReactNode;
}

/** One thing that is held, and the way to say that it is wrong. */
function Fact({ title, onWrong, children }: FactProps) {
  return <Row title={title} detail={children || undefined} act="这里不对" onTap={onWrong} />;
}

function readAloud({ family }: Facts): string {
  const people = family.memberCount === null ? '' : `一共${family.memberCount}口人。`;
  return `${family.headName}家。${sinceOf(family)}，${STANDING_WORDS[family.standing]}。${people}哪里不对，就点这里不对，村里十天内答复。`;
}
