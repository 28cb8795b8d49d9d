import { useVillagePhone } from '@miniapp/features/account';
import { call, type Output } from '@miniapp/platform/api';
import { useParams } from '@miniapp/platform/navigate';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Steps } from '@miniapp/ui/Steps';
import { useQuery } from '@miniapp/ui/useQuery';
import { day, fullDay } from '@shared/messages/format';

type Ours = Output<'eliminations.ours'>;

const TITLE = '以后怎么办';
const STATES = { DONE: 'done', NOW: 'now', LATER: 'todo' } as const;

/** Where the family stands on the list, and what of its help goes on or stops when the trouble is over: told beforehand. */
export function Afterwards() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = useQuery(caseId === '' ? undefined : `afterwards:${caseId}`, () =>
    call('eliminations.ours', { caseId }),
  );
  const phone = useVillagePhone();
  return (
    <Page title={TITLE}>
      <Head title={TITLE} read={() => (query.data === undefined ? TITLE : aloud(query.data))} />
      <QueryView query={query} rows={5} phone={phone}>
        {(ours) => <Told ours={ours} />}
      </QueryView>
    </Page>
  );
}

function Told({ ours }: { ours: Ours }) {
  const { status, standing, identifiedOn, entries, observeUntil, steps, afterwards } = ours;
  const off = status === 'ELIMINATED';
  const since = `${fullDay(identifiedOn)}列入${entries > 1 ? `，第 ${entries} 次` : ''}。`;
  return (
    <>
      <Note state={steps !== null ? 'doing' : off ? 'ok' : 'off'} title={standing}>
        {off && steps !== null
          ? '干部还会到家里看。有什么难处，跟他们说。'
          : off && observeUntil !== null
            ? `${day(observeUntil)}前还有人来看。有新的难处，随时再报。`
            : steps === null
              ? since
              : '定下来以前，现在的帮扶都不变。'}
      </Note>
      {steps !== null && (
        <Section title="办到哪了">
          <Steps
            steps={steps.map(({ title, state, on }) => ({
              name: title,
              state: STATES[state],
              ...(on !== null && { date: day(on) }),
            }))}
          />
        </Section>
      )}
      {afterwards
        .filter(({ policies }) => policies.length > 0)
        .map(({ how, title, policies }) => (
          <Section key={how} title={off ? title : `难处解决后，${title}`}>
            {policies.map(({ code, name, members }) => (
              <Row key={code} title={name} {...(members.length > 0 && { detail: members.join('、') })} />
            ))}
          </Section>
        ))}
      {afterwards.every(({ policies }) => policies.length === 0) && (
        <Section pad>还不知道您家能享受哪些政策。去“我家的补贴”答几个问题。</Section>
      )}
    </>
  );
}

function aloud({ standing, afterwards }: Ours): string {
  const said = afterwards
    .filter(({ policies }) => policies.length > 0)
    .map(({ title, policies }) => `${title}的有：${policies.map(({ name }) => name).join('、')}。`);
  return `${standing}。${said.join('')}`;
}
