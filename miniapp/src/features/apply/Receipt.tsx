import { subscribe, useInbox, useVillagePhone } from '@miniapp/features/account';
import { CASE_PAGE, fetchCase, type HouseholdCase } from '@miniapp/features/cases';
import { replace, switchTab, useParams } from '@miniapp/platform/navigate';
import { canSubscribe } from '@miniapp/platform/subscribe';
import { Bar } from '@miniapp/ui/Bar';
import { CallRow } from '@miniapp/ui/CallRow';
import { Head } from '@miniapp/ui/Head';
import { type Fact, KeyValue } from '@miniapp/ui/KeyValue';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useQuery } from '@miniapp/ui/useQuery';
import { day } from '@shared/messages/format';
import { formatCaseNo } from '@shared/people/case-number';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { papersFor } from './papers';

/** 03. Before the village has accepted: who has it and by when. After: the number to name on the phone. */
export function Receipt() {
  const { case: caseId = '' } = useParams<'case'>();
  const found = useQuery(`case:${caseId}`, () => fetchCase(caseId), { keep: true });
  const accepted = found.data !== undefined && found.data.state !== 'SUBMITTED';
  const inbox = useInbox(canSubscribe);
  const [told, setTold] = useState<string>();
  // Asked once a visit; more can be added on the page of messages.
  const asks = told === undefined && (inbox.data?.credits.length ?? 0) > 0;
  const look = { children: '看办到哪一步了', onTap: () => replace(CASE_PAGE, { case: caseId }) };
  const tellMe = async () => {
    if (inbox.data === undefined) return;
    const said = await subscribe(inbox.data).catch(() => undefined);
    setTold(said ?? '微信没有问您。进展会写在“消息”里');
    inbox.reload();
  };
  return (
    <Page
      title={accepted ? '受理回执' : '我要申报'}
      bar={
        asks ? (
          <Bar primary={{ children: '有进展微信告诉我', onTap: tellMe }} second={look} reason={told} />
        ) : (
          <Bar primary={look} second={{ children: '回首页', onTap: () => switchTab('home') }} reason={told} />
        )
      }
    >
      {found.data === undefined && <Head title="交给村里了" />}
      <QueryView query={found} phone={useVillagePhone()}>
        {(view) => (accepted ? <Accepted view={view} /> : <HandedIn view={view} />)}
      </QueryView>
    </Page>
  );
}

const stepOf = (view: HouseholdCase, key: HouseholdCase['steps'][number]['key']) =>
  view.steps.find((step) => step.key === key);

const resultFact = (view: HouseholdCase): Fact => ({
  key: '最晚',
  value: `${day(view.resultDueOn)}前告诉您结果`,
});

/** Papers to lay ready; a place is looked at when the cadres come. Nothing to lay ready: no fact. */
function papersFact(view: HouseholdCase): Fact[] {
  const papers = papersFor(view.report.riskTypes)
    .filter(({ key, example }) => example !== 'scene' && key !== 'other')
    .map(({ title }) => title);
  const wanted = [...(view.report.idNoMasked === null ? ['身份证'] : []), ...papers];
  return wanted.length === 0 ? [] : [{ key: '准备什么', value: wanted.join('、') }];
}

function HandedIn({ view }: { view: HouseholdCase }) {
  const by = view.dueOn === null ? '' : `${day(view.dueOn)}前`;
  return (
    <>
      <Head
        top={<Tag state="ok">交好了</Tag>}
        title="交给村里了"
        hint={`村里 ${by}收下，收下后这里有编号`}
        read={`交给村里了。村里${by}收下，收下后这里有编号。最晚${day(view.resultDueOn)}告诉您结果。`}
      />
      <Section title="接下来">
        <KeyValue
          facts={[
            { key: '做什么', value: '村里看过就收下，再派两位干部到家里看情况' },
            { key: '什么时候', value: `${by}收下` },
            ...papersFact(view),
            resultFact(view),
          ]}
        />
      </Section>
      <Holder view={view} />
    </>
  );
}

function Accepted({ view }: { view: HouseholdCase }) {
  const visit = stepOf(view, 'VERIFYING');
  const accepted = stepOf(view, 'ACCEPTED');
  const number = formatCaseNo(view.caseNo);
  const visitors = visit?.who ?? [];
  const visitBy = visit?.on ? `${day(visit.on)}前` : '';
  const due = visit?.status !== 'DONE';
  return (
    <>
      <Head
        top={<Tag state="ok">已受理</Tag>}
        title="村里收下了，正在办"
        hint={accepted?.on ? `${day(accepted.on)} 村委会受理` : undefined}
        read={[
          `村里收下了。编号${number}。`,
          due ? `${visitBy}，${visitors.join('、')}${visitors.length}位干部到家里看情况。` : '',
          `最晚${day(view.resultDueOn)}告诉您结果。`,
        ].join('')}
      />
      <Section pad>
        <View className="sw-sub">您的编号，打电话问事报这个号</View>
        <View className="sw-number">{number}</View>
      </Section>
      <Section title="接下来">
        <KeyValue
          facts={
            due
              ? [
                  { key: '做什么', value: <View className="sw-b">两位干部到家里看情况</View> },
                  { key: '什么时候', value: `${visitBy}，去之前先打电话` },
                  {
                    key: '谁来',
                    value: view.visitors.map(({ name, office }) => (
                      <View key={name}>{[name, office].filter(Boolean).join(' ')}</View>
                    )),
                  },
                  ...papersFact(view),
                  resultFact(view),
                ]
              : [{ key: '到家里', value: '干部已经看过了' }, resultFact(view)]
          }
        />
      </Section>
      <Holder view={view} />
    </>
  );
}

function Holder({ view }: { view: HouseholdCase }) {
  const { contact } = view.holder;
  if (contact === null) return null;
  return (
    <Section>
      <CallRow title={`打给${contact.name || contact.office}`} number={contact.phone} />
    </Section>
  );
}
