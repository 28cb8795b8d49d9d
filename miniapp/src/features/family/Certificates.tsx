import { useVillagePhone } from '@miniapp/features/account';
import { call, type Output } from '@miniapp/platform/api';
import { useParams } from '@miniapp/platform/navigate';
import { confirm, toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView, sentenceOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { day, fullDay } from '@shared/messages/format';
import { View } from '@tarojs/components';
import { usePaper } from './usePaper';

type Answer = Output<'households.certificates'>;
type Certificate = Answer['certificates'][number];
type Kind = Certificate['kind'];

const KINDS: Record<Kind, { title: string; detail: string }> = {
  ON_LIST: { title: '开在列证明', detail: '证明您家在帮扶名单上' },
  REPORTED: { title: '开申报证明', detail: '证明您家申报过，现在办得怎样' },
};
const NAMES: Record<Kind, string> = { ON_LIST: '在列证明', REPORTED: '申报证明' };

/** 开证明: a PDF whose code anybody can check; made by the family itself, taken back by it as well. */
export function Certificates() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = useQuery(caseId === '' ? undefined : `certificates:${caseId}`, () =>
    call('households.certificates', { caseId }),
  );
  const phone = useVillagePhone();
  return (
    <Page title="开证明">
      <Head
        title="开证明"
        hint="存成 PDF，能打印、能转发。别人扫上面的码，就知道是真是假。"
        read="开证明。点一下就开好，能打印、能转发。别人扫上面的码，就知道是真是假。"
      />
      <QueryView query={query} rows={3} phone={phone}>
        {(found) => <Content caseId={caseId} found={found} onChange={query.reload} />}
      </QueryView>
    </Page>
  );
}

function Content({ caseId, found, onChange }: { caseId: string; found: Answer; onChange: () => void }) {
  const paper = usePaper();
  const issuing = useCommand((kind: Kind, requestId: string) =>
    call('households.issueCertificate', { caseId, kind }, requestId),
  );
  const show = (certificateId: string) =>
    paper.open(() => call('households.certificateFile', { certificateId }));
  const issue = async (kind: Kind) => {
    const made = await issuing.run(kind);
    if (made === undefined) return;
    onChange();
    await show(made.certificate.id);
  };
  const failed =
    issuing.error === undefined ? undefined : (sentenceOf(issuing.error) ?? '没有网，没开成。再点一次。');
  const busy = issuing.busy || paper.busy;
  return (
    <>
      <Section flush pad>
        <View className="sw-stack">
          {failed !== undefined && <Note state="late" alert inset title={failed} />}
          {found.kinds.map((kind, at) => (
            <View key={kind}>
              <Button
                kind={at === 0 ? 'primary' : undefined}
                icon="save"
                busy={busy}
                busyText="正在开…"
                onTap={() => issue(kind)}
              >
                {KINDS[kind].title}
              </Button>
              <View className="sw-field__hint">{KINDS[kind].detail}</View>
            </View>
          ))}
          <View className="sw-sub">证明不写难处是什么，不写钱数，不写身份证号。三个月内有用。</View>
        </View>
      </Section>
      {found.certificates.length > 0 && (
        <Section title="开过的">
          {found.certificates.map((certificate) => (
            <Made key={certificate.id} certificate={certificate} onShow={show} onChange={onChange} />
          ))}
        </Section>
      )}
    </>
  );
}

const VERDICTS: Record<Certificate['verdict'], { tone: 'ok' | 'need' | 'off'; text: string }> = {
  VALID: { tone: 'ok', text: '有用' },
  CHANGED: { tone: 'need', text: '情况变了' },
  EXPIRED: { tone: 'off', text: '过期了' },
  REVOKED: { tone: 'off', text: '作废了' },
};

interface MadeProps {
  certificate: Certificate;
  onShow: (id: string) => void;
  onChange: () => void;
}

function Made({ certificate, onShow, onChange }: MadeProps) {
  const { id, kind, issuedOn, expiresOn, verdict } = certificate;
  const { tone, text } = VERDICTS[verdict];
  const revoking = useCommand((certificateId: string, requestId: string) =>
    call('households.revokeCertificate', { certificateId }, requestId),
  );
  const revoke = async () => {
    const sure = await confirm({
      title: '作废这张证明？',
      text: '作废以后，别人扫码会看到它没用了。',
      yes: '作废',
      no: '不作废',
      danger: true,
    });
    if (!sure) return;
    const done = await revoking.run(id);
    toast(done === undefined ? (sentenceOf(revoking.error) ?? '没有办成，再点一次。') : '作废了');
    if (done !== undefined) onChange();
  };
  const holds = verdict === 'VALID';
  return (
    <>
      <Row
        icon="doc"
        title={`${NAMES[kind]} · ${day(issuedOn)}开`}
        tag={<Tag state={tone}>{text}</Tag>}
        detail={holds ? `用到 ${fullDay(expiresOn)}` : verdict === 'CHANGED' ? '请再开一张新的' : undefined}
        act={holds ? '看' : undefined}
        onTap={holds ? () => onShow(id) : undefined}
      />
      {holds && (
        <Row quiet title="作废这张" label={`作废这张，${NAMES[kind]}，${day(issuedOn)}开的`} onTap={revoke} />
      )}
    </>
  );
}
