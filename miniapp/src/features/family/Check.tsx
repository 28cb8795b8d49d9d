import { call, type Output } from '@miniapp/platform/api';
import { useParams } from '@miniapp/platform/navigate';
import { CallRow } from '@miniapp/ui/CallRow';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import { fullDay } from '@shared/messages/format';

type Checked = Output<'households.checkCertificate'>;

const NAMES: Record<Checked['kind'], string> = { ON_LIST: '在列证明', REPORTED: '申报证明' };

const VERDICTS: Record<Checked['verdict'], { state: 'ok' | 'need' | 'late'; title: string; text: string }> = {
  VALID: { state: 'ok', title: '是真的，现在有效', text: '请再对一对：户主、村子、日期，要和纸上一样。' },
  CHANGED: {
    state: 'need',
    title: '情况变了，这张不能用了',
    text: '开的时候是真的，后来情况变了。请让这家再开一张。',
  },
  EXPIRED: { state: 'need', title: '过期了，这张不能用了', text: '请让这家再开一张。' },
  REVOKED: { state: 'late', title: '已经作废', text: '这家自己把这张证明作废了。' },
};

/** Where the code on a certificate leads, for anybody: is it ours, is it true today. */
export function Check() {
  const { t: token = '' } = useParams<'t'>();
  const query = useQuery(token === '' ? undefined : `check:${token}`, () =>
    call('households.checkCertificate', { token }),
  );
  const data = query.data;
  return (
    <Page title="查证明">
      <Head
        title="查证明"
        hint="防返贫监测帮扶的证明，扫码查真假。"
        read={() =>
          data === undefined
            ? '查证明。对着证明左下角的码，扫一下，就知道是真是假。'
            : `${VERDICTS[data.verdict].title}。${data.sentence}`
        }
      />
      {token === '' ? (
        <Note state="need" title="没有扫到码">
          请对着证明左下角的码，再扫一次。
        </Note>
      ) : (
        <QueryView query={query} rows={3}>
          {(found) => <Answer found={found} />}
        </QueryView>
      )}
    </Page>
  );
}

function Answer({ found }: { found: Checked }) {
  const { state, title, text } = VERDICTS[found.verdict];
  return (
    <>
      <Note state={state} title={title}>
        {text}
      </Note>
      <Section flush>
        <KeyValue
          facts={[
            { key: '什么证明', value: NAMES[found.kind] },
            ...(found.sentence === '' ? [] : [{ key: '证明的事', value: found.sentence }]),
            ...(found.caseNoTail === '' ? [] : [{ key: '编号最后 5 位', value: found.caseNoTail }]),
            { key: '哪天开的', value: fullDay(found.issuedOn) },
            { key: '用到哪天', value: fullDay(found.expiresOn) },
          ]}
        />
      </Section>
      {found.phone.number !== '' && (
        <Section>
          <CallRow title={`不放心，问${found.phone.office}`} number={found.phone.number} />
        </Section>
      )}
    </>
  );
}
