import { useVillagePhone } from '@miniapp/features/account';
import { refusalOf, sendFile } from '@miniapp/features/attachments';
import { ApiError, call } from '@miniapp/platform/api';
import { choosePhotos, type LocalPhoto, NotAPhoto, photoFromDrawing } from '@miniapp/platform/media';
import { back, replace, useParams } from '@miniapp/platform/navigate';
import { useSeen } from '@miniapp/platform/seen';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Sign, type SignHandle } from '@miniapp/ui/Sign';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { CONSENT, consentReadAloud } from '@shared/messages/consent';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { type HouseholdCase, orStale, useCase } from './data';
import { CASE_PAGE } from './pages';

const END = 'sw-consent-end';
const OFFLINE = '没有网，没交上。有网再点一次。';

type Adult = HouseholdCase['unsigned'][number];

/** 06. Every adult of the family signs for herself, one after another on this phone, or on paper. */
export function SignConsent() {
  const { case: caseId = '', member } = useParams<'case' | 'member'>();
  const query = useCase(caseId);
  const phone = useVillagePhone();
  const [picked, setPicked] = useState(member);
  const view = query.data;
  const adults = view?.unsigned ?? [];
  const adult =
    adults.find(({ memberKey }) => memberKey === picked) ?? adults.find(({ away }) => !away) ?? adults[0];
  if (view !== undefined && adult !== undefined)
    return (
      <Signing
        // A new person begins with a clean sheet.
        key={adult.memberKey}
        view={view}
        adult={adult}
        onPick={setPicked}
        onChange={query.set}
        onStale={query.reload}
      />
    );
  return (
    <Page title="签名" bar={view && <Bar primary={{ children: '知道了', onTap: () => back() }} />}>
      <Head title="同意部门查这几样，签个名" read={view && '全家大人都签好了，不用再签。'} />
      <QueryView query={query} phone={phone}>
        {() => <Empty>全家大人都签好了。</Empty>}
      </QueryView>
    </Page>
  );
}

interface SigningProps {
  view: HouseholdCase;
  adult: Adult;
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
  const [inked, setInked] = useState(false);
  const [listened, setListened] = useState(false);
  const [photoProblem, setPhotoProblem] = useState<string>();
  const atEnd = useSeen(END);
  const informed = listened || atEnd;

  const give = useCommand(async ({ method, file }: Signature, requestId: string) => {
    const signatureId = await sendFile(await file(), method === 'SCREEN' ? 'SIGNATURE' : 'AUTH_FORM');
    const input = {
      caseId: view.id,
      memberKey: adult.memberKey,
      method,
      signatureId,
      textVersion: CONSENT.version,
    };
    return (await orStale(call('applications.authorize', input, requestId), onStale)).case;
  });

  const hand = async (signature: Signature) => {
    const now = await give.run(signature);
    if (now === undefined) return;
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
    setPhotoProblem(undefined);
    try {
      const [file] = await choosePhotos(1);
      if (file !== undefined) await hand({ method: 'PAPER', file: async () => file });
    } catch (error) {
      setPhotoProblem(error instanceof NotAPhoto ? '这个文件不是照片，换一张' : '没拍成，再试一次');
    }
  };

  const problem = photoProblem ?? sentenceOf(give.error);
  const off = informed ? (inked ? undefined : '签了名才能交') : '先听一遍或看到最后';
  return (
    <Page
      title="签名"
      bar={
        <Bar
          primary={{ children: '我同意，交签名', busy: give.busy, busyText: '正在交…', off, onTap: agree }}
        />
      }
    >
      <Head
        top="全家大人各签各的"
        title="同意部门查这几样，签个名"
        hint="不签也能申报，但不签不能查，后面就办不下去。"
        read={() => {
          setListened(true);
          return consentReadAloud(CONSENT, false);
        }}
      />
      {problem !== undefined && <Note state="late" alert title={problem} />}
      <Section flush>
        <KeyValue facts={[...CONSENT.terms]} />
      </Section>
      <Section title={`请 ${adult.name} 用手指签名`} pad>
        <Sign ref={sheet} who={adult.name} onChange={setInked} onPaper={informed ? onPaper : undefined} />
      </Section>
      <Section title="还没签的大人" aside={`还差 ${view.unsigned.length} 人`}>
        {view.unsigned.map(({ memberKey, name, away }) => (
          <Row
            key={memberKey}
            title={name}
            detail={away ? '在外地。回来签，或者纸上签了拍给您' : undefined}
            right={
              memberKey === adult.memberKey ? (
                <Tag state="need">正在签</Tag>
              ) : (
                <Button size="small" label={`换${name}来签`} onTap={() => onPick(memberKey)}>
                  换他来签
                </Button>
              )
            }
          />
        ))}
        <View id={END} className="sw-pad sw-mt8 sw-pb sw-sub">
          手机交给谁，谁签自己的名字。
        </View>
      </Section>
    </Page>
  );
}

function sentenceOf(error: unknown): string | undefined {
  if (error === undefined) return undefined;
  return refusalOf(error) ?? (error instanceof ApiError ? error.message : OFFLINE);
}
