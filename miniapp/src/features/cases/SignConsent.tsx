import { useVillagePhone } from '@miniapp/features/account';
import { photographPaper, sendFile } from '@miniapp/features/attachments';
import { call } from '@miniapp/platform/api';
import { type LocalPhoto, photoFromDrawing } from '@miniapp/platform/media';
import { back, go, replace, useParams } from '@miniapp/platform/navigate';
import { toTop } from '@miniapp/platform/scroll';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Sign, type SignHandle } from '@miniapp/ui/Sign';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { CONSENT } from '@shared/messages/consent';
import { day } from '@shared/messages/format';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { BankQuestion, ConsentTerms } from './ConsentText';
import { type HouseholdCase, orStale, useCase } from './data';
import { CASE_PAGE, SEND_LINK_PAGE, SIGNED_PAGE } from './pages';
import { sentenceOf } from './sentence';
import { useConsent } from './useConsent';

const END = 'sw-consent-end';

type Adult = HouseholdCase['adults'][number];

/** 06. Every adult of the family signs for herself: on this phone, on her own, or on paper. */
export function SignConsent() {
  const { case: caseId = '', member } = useParams<'case' | 'member'>();
  const query = useCase(caseId);
  const phone = useVillagePhone();
  const [picked, setPicked] = useState(member);
  const pick = async (memberKey: string) => {
    await toTop();
    setPicked(memberKey);
  };
  const view = query.data;
  const unsigned = view?.unsigned ?? [];
  const next =
    unsigned.find(({ memberKey }) => memberKey === picked) ??
    unsigned.find(({ away }) => !away) ??
    unsigned[0];
  if (view !== undefined && next !== undefined)
    return (
      <Signing
        // A new person begins with a clean sheet.
        key={next.memberKey}
        view={view}
        adult={next}
        onPick={pick}
        onChange={query.set}
        onStale={query.reload}
      />
    );
  return (
    <Page title="签名" bar={view && <Bar primary={{ children: '知道了', onTap: () => back() }} />}>
      <Head title={CONSENT.title} read={view && '全家大人都签好了，不用再签。'} />
      <QueryView query={query} phone={phone}>
        {(found) => (
          <>
            <Empty>全家大人都签好了。</Empty>
            <Adults view={found} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

interface SigningProps {
  view: HouseholdCase;
  adult: HouseholdCase['unsigned'][number];
  onPick: (memberKey: string) => void;
  onChange: (view: HouseholdCase) => void;
  onStale: () => void;
}

interface Signature {
  method: 'SCREEN' | 'PAPER';
  file: () => Promise<LocalPhoto>;
}

function Signing({ view, adult, onPick, onChange, onStale }: SigningProps) {
  const sheet = useRef<SignHandle>(null);
  const [photoProblem, setPhotoProblem] = useState<string>();
  const consent = useConsent(END, view.asksBank);

  const give = useCommand(async ({ method, file }: Signature, requestId: string) => {
    const signatureId = await sendFile(await file(), method === 'SCREEN' ? 'SIGNATURE' : 'AUTH_FORM');
    const input = {
      caseId: view.id,
      memberKey: adult.memberKey,
      method,
      signatureId,
      bank: consent.bank === 'YES',
      textVersion: CONSENT.version,
    };
    return (await orStale(call('applications.authorize', input, requestId), onStale)).case;
  });

  const hand = async (signature: Signature) => {
    const now = await give.run(signature);
    if (now === undefined) return;
    // The next one begins at the top: what one has read, another has not.
    await toTop();
    onChange(now);
    const next = now.unsigned[0];
    toast(next === undefined ? '全家大人都签好了' : `${adult.name}签好了，还差 ${now.unsigned.length} 人`);
    if (next === undefined) await replace(CASE_PAGE, { case: view.id });
    else onPick(next.memberKey);
  };
  const agree = async () => {
    const drawing = await sheet.current?.toImage();
    if (drawing !== undefined) await hand({ method: 'SCREEN', file: () => photoFromDrawing(drawing) });
  };
  const onPaper = async () => {
    const taken = await photographPaper();
    setPhotoProblem(typeof taken === 'string' ? taken : undefined);
    if (typeof taken === 'object') await hand({ method: 'PAPER', file: async () => taken });
  };

  const problem = photoProblem ?? sentenceOf(give.error);
  const answered = consent.informed && (!view.asksBank || consent.bank !== undefined);
  return (
    <Page
      title="签名"
      bar={
        <Bar
          primary={{
            children: '我同意，交签名',
            busy: give.busy,
            busyText: '正在交…',
            off: consent.off,
            onTap: agree,
          }}
        />
      }
    >
      <Head
        top="全家大人各签各的"
        title={CONSENT.title}
        hint="不签也能申报，但不签不能查，后面就办不下去。"
        read={consent.read}
      />
      {problem !== undefined && <Note state="late" alert title={problem} />}
      <ConsentTerms />
      {view.asksBank && <BankQuestion value={consent.bank} onChange={consent.setBank} />}
      <Section title={`请 ${adult.name} 用手指签名`} pad>
        <Sign
          ref={sheet}
          who={adult.name}
          onChange={consent.setInked}
          onPaper={answered ? onPaper : undefined}
        />
      </Section>
      <Adults view={view} now={adult.memberKey} onPick={onPick}>
        <View id={END} className="sw-pad sw-mt8 sw-pb sw-sub">
          手机交给谁，谁签自己的名字。
        </View>
      </Adults>
    </Page>
  );
}

interface AdultsProps {
  view: HouseholdCase;
  /** Who is signing on this phone. */
  now?: string;
  onPick?: (memberKey: string) => void;
  children?: React.ReactNode;
}

/** All adults: who has signed, who is signing, and how the others can. */
function Adults({ view, now, onPick, children }: AdultsProps) {
  const open = view.unsigned.length;
  const done = view.adults.length - open;
  return (
    <Section title="全家大人" aside={`签了 ${done} 人，还差 ${open} 人`}>
      {view.adults.map((adult) => (
        <AdultRow key={adult.memberKey} view={view} adult={adult} now={now} onPick={onPick} />
      ))}
      {children}
    </Section>
  );
}

const METHODS: Record<string, string> = { PAPER: '纸上签，拍了照', FINGERPRINT: '按手印，纸上拍照' };

function AdultRow({ view, adult, now, onPick }: Omit<AdultsProps, 'children'> & { adult: Adult }) {
  const { memberKey, name, away, signed } = adult;
  const here = { case: view.id, member: memberKey };
  if (signed !== null)
    return (
      <Row
        title={name}
        detail={[day(signed.on), METHODS[signed.method], signed.elsewhere ? '在自己手机上签' : '']
          .filter(Boolean)
          .join('，')}
        tag={<Tag state="ok">已签</Tag>}
        onTap={signed.text ? () => go(SIGNED_PAGE, here) : undefined}
      />
    );
  const send = (
    <Button size="small" label={`发给他签，${name}`} onTap={() => go(SEND_LINK_PAGE, here)}>
      发给他签
    </Button>
  );
  if (memberKey === now)
    return <Row title={name} detail="在这台手机上签" tag={<Tag state="need">正在签</Tag>} right={send} />;
  return (
    <Row
      title={name}
      detail={away ? '在外地' : undefined}
      right={
        away || onPick === undefined ? (
          send
        ) : (
          <View className="sw-stack">
            <Button size="small" label={`换${name}来签`} onTap={() => onPick(memberKey)}>
              换他来签
            </Button>
            {send}
          </View>
        )
      }
    />
  );
}
