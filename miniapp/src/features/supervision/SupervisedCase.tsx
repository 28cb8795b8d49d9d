import { Staffed, WithReason } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { useParams } from '@miniapp/platform/navigate';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Section } from '@miniapp/ui/Section';
import { Steps } from '@miniapp/ui/Steps';
import { Tag } from '@miniapp/ui/Tag';
import { useQuery } from '@miniapp/ui/useQuery';
import { dueTag, EVENT_LABELS, moment, ROLE_LABELS, STATE_LABELS, UNRELATED_WORDS } from '@shared/messages';
import { formatCaseNo } from '@shared/people';
import { View } from '@tarojs/components';
import { factsOf } from './facts';

type Case = Output<'supervision.case'>['case'];

/** One case under pseudonyms: dates, figures, judgements and the history; a name only for a written reason. */
export function SupervisedCase() {
  const { caseId } = useParams<'caseId'>();
  const query = useQuery(caseId === undefined ? undefined : `supervised-case:${caseId}`, async () => {
    const { case: view } = await call('supervision.case', { caseId: caseId ?? '' });
    return view;
  });
  return (
    <Page title="监督查看">
      <CaseHead view={query.data} />
      <Staffed query={query} rows={6}>
        {(view) => (
          <>
            <Note state="doing" icon="hand" title="不写真名">
              要看谁的真名，先写理由。看一次记一次，农户也看得到。
            </Note>
            <Section title="这件事里的人" aside={`${view.people.length} 人`}>
              {view.people.map((person) => (
                <Person key={person.key} caseId={view.id} person={person} />
              ))}
            </Section>
            {factsOf(view).map(({ title, aside, facts }) => (
              <Section key={title} title={title} aside={aside}>
                <KeyValue facts={facts} />
              </Section>
            ))}
            <Section title="经过" aside={`${view.history.length} 条`}>
              <Steps
                steps={view.history.map((line) => ({
                  id: String(line.seq),
                  name: EVENT_LABELS[line.type],
                  state: 'done',
                  date: moment(line.at),
                  detail: [
                    [line.by, roleName(line.role)].filter(Boolean).join(' '),
                    line.words === '' ? '' : `“${line.words}”`,
                    line.unrelated ? UNRELATED_WORDS : '',
                  ]
                    .filter(Boolean)
                    .join(' · '),
                }))}
              />
            </Section>
          </>
        )}
      </Staffed>
    </Page>
  );
}

const roleName = (role: string) => (ROLE_LABELS as Readonly<Record<string, string>>)[role] ?? '';

function CaseHead({ view }: { view?: Case }) {
  if (view === undefined) return <Head title="案卷" />;
  const over = view.holder === 'NOBODY';
  const tag = over
    ? { tone: 'off' as const, text: '办完了' }
    : dueTag({ ...view, paused: false }, view.today);
  return (
    <Head
      top={<Tag state={tag.tone}>{tag.text}</Tag>}
      aside={<View className="sw-sub">{`编号 ${formatCaseNo(view.caseNo)}`}</View>}
      title={view.alias}
      hint={[STATE_LABELS[view.state], view.memberCount === null ? '' : `${view.memberCount} 口人`]
        .filter(Boolean)
        .join(' · ')}
    />
  );
}

const KIND_WORDS = { FAMILY: '', REPORTER: '替农户报的', STAFF: '' } as const;

function Person({ caseId, person }: { caseId: string; person: Case['people'][number] }) {
  return (
    <View className="sw-rows">
      <View className="sw-in">
        <WithReason
          what={`${person.alias}的真名`}
          act="写明理由，看真名"
          allowed
          masked={
            <View>
              {person.alias} <View className="sw-sub">{KIND_WORDS[person.kind]}</View>
            </View>
          }
          ask={(reason, requestId) =>
            call('supervision.reveal', { caseId, person: person.key, reason }, requestId)
          }
        >
          {({ name, idNo, phone }) => (
            <View>
              <View>{`${person.alias}：${name}`}</View>
              {idNo !== null && <View className="sw-sub sw-num">{`身份证 ${idNo}`}</View>}
              {phone !== null && <View className="sw-sub sw-num">{`电话 ${phone}`}</View>}
            </View>
          )}
        </WithReason>
      </View>
    </View>
  );
}
