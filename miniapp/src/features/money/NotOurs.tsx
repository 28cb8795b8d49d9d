import { useVillagePhone } from '@miniapp/features/account';
import { call, type Input } from '@miniapp/platform/api';
import { useParams } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView, sentenceOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { day } from '@shared/messages/format';
import { type Policies, usePolicies } from './queries';

/** What the family is not entitled to, each with why; and what the village has to look up first. */
export function NotOurs() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = usePolicies(caseId);
  const found = query.data;
  return (
    <Page title="现在不能享受的">
      <Head title="现在不能享受的" hint="情况变了，这里会跟着变。" read={found && (() => readAloud(found))} />
      <QueryView query={query} rows={5} phone={useVillagePhone()}>
        {({ not, askOffice }) => (
          <>
            {askOffice.length > 0 && <AskOffice waiting={askOffice} caseId={caseId} onAsked={query.reload} />}
            <Section title="为什么不能" aside={`${not.length} 项`}>
              {not.length === 0 && <Empty>没有不能享受的。</Empty>}
              {not.map(({ code, name, reasons }) => (
                <Row key={code} title={name} detail={reasons.join('') || '您家没有这样的人。'} />
              ))}
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function AskOffice({
  waiting,
  caseId,
  onAsked,
}: {
  waiting: Policies['askOffice'];
  caseId: string;
  onAsked: () => Promise<void>;
}) {
  const ask = useCommand((input: Input<'households.request'>, requestId: string) =>
    call('households.request', input, requestId),
  );
  const help = async (code: string) => {
    const sent = await ask.run({ caseId, kind: 'POLICY', fact: code });
    if (sent === undefined) return;
    toast(`村里收到了，${day(sent.request.dueOn)}前答复您`);
    await onAsked();
  };
  return (
    <Section flush title="要村里查一查" aside={`${waiting.length} 项`}>
      {ask.error !== undefined && (
        <Note state="late" alert inset title={sentenceOf(ask.error) ?? '没有网，没交上。再点一次。'} />
      )}
      {waiting.map(({ code, name, summary, askedUntil }) => (
        <Row
          key={code}
          title={name}
          detail={askedUntil === null ? summary : `请过了，${day(askedUntil)}前答复`}
          right={
            askedUntil === null && (
              <Button size="small" onTap={() => help(code)} label={`请村里查 ${name}`}>
                请村里查
              </Button>
            )
          }
        />
      ))}
    </Section>
  );
}

function readAloud({ not }: Policies): string {
  const lines = not
    .slice(0, 15)
    .map(({ name, reasons }) => `${name}，${reasons.join('') || '您家没有这样的人。'}`);
  return `现在不能享受的，一共 ${not.length} 项。${lines.join('')}`;
}
