import { SIGN_IN_PAGE, useMe } from '@miniapp/features/account';
import { sendFile } from '@miniapp/features/attachments';
import { call, type Output } from '@miniapp/platform/api';
import { newRequestId } from '@miniapp/platform/call';
import { photoFromDrawing } from '@miniapp/platform/media';
import { go, useParams } from '@miniapp/platform/navigate';
import { Bar } from '@miniapp/ui/Bar';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Sign, type SignHandle } from '@miniapp/ui/Sign';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { CONSENT } from '@shared/messages/consent';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { BankQuestion, ConsentTerms } from './ConsentText';
import { LINK_PAGE } from './pages';
import { SignedLines } from './Signed';
import { sentenceOf } from './sentence';
import { useConsent } from './useConsent';

type Signing = Output<'consents.open'>['signing'];

const END = 'sw-link-end';

/** What somebody sees who was sent a link: who he is, what he signs, and nothing of the case. */
export function SignByLink() {
  const { t: token = '' } = useParams<'t'>();
  const me = useMe();
  const signedIn = me.data?.signedIn === true;
  const requestId = useRef(newRequestId());
  const query = useQuery(signedIn ? `signing:${token}` : undefined, async () => {
    const { signing } = await call('consents.open', { token }, requestId.current);
    requestId.current = newRequestId();
    return signing;
  });
  const signing = query.data;
  if (signing?.step === 'PROVE')
    return <Proving token={token} signing={signing} onChange={query.set} onGone={query.reload} />;
  if (signing?.step === 'SIGN') return <SigningHere token={token} signing={signing} onChange={query.set} />;
  const refused = query.error === undefined ? undefined : sentenceOf(query.error);
  return (
    <Page title="签名">
      <Head
        title={signing?.signed ? '签好了，谢谢您' : '家里人请您签个名'}
        read={signing?.signed ? '签好了，谢谢您。反悔了，随时点下面的按钮。' : '家里人请您签个名。'}
      />
      {refused !== undefined && signing === undefined ? (
        <Note state="late" alert title={refused} />
      ) : (
        <QueryView query={me}>
          {(person) =>
            person.signedIn ? (
              <QueryView query={query}>{(found) => <Done signing={found} />}</QueryView>
            ) : (
              <Section flush>
                <Row
                  icon="user"
                  title="先登录，再签名"
                  detail="要知道是您本人签的"
                  onTap={() => go(SIGN_IN_PAGE, { onward: `${LINK_PAGE}?t=${encodeURIComponent(token)}` })}
                />
              </Section>
            )
          }
        </QueryView>
      )}
    </Page>
  );
}

interface StepProps {
  token: string;
  signing: Signing;
  onChange: (signing: Signing) => void;
}

const QUESTIONS = {
  ID_TAIL: {
    title: '您的身份证最后 4 位是？',
    label: '身份证最后 4 位',
    hint: '最后一位有时是字母 X。',
  },
  NAME: { title: '您叫什么名字？', label: '您的名字', hint: '写身份证上的名字。' },
} as const;

function Proving({ token, signing, onChange, onGone }: StepProps & { onGone: () => void }) {
  const field = useRef<FieldHandle>(null);
  const [wrong, setWrong] = useState<string>();
  const { title, label, hint } = QUESTIONS[signing.ask];
  const prove = useCommand((answer: string, requestId: string) =>
    call('consents.prove', { token, answer }, requestId),
  );
  const submit = async () => {
    const answer = field.current?.value().trim() ?? '';
    if (answer === '') {
      setWrong('还没有填。填好再往下走');
      return;
    }
    const told = await prove.run(answer);
    if (told === undefined) return;
    const left = told.signing.triesLeft;
    setWrong(told.signing.step === 'PROVE' ? `对不上，再看一眼。还能填 ${left} 次` : undefined);
    if (told.signing.step === 'PROVE' && left <= 0) onGone();
    else onChange(told.signing);
  };
  const problem = sentenceOf(prove.error);
  return (
    <Page
      title="签名"
      white
      bar={<Bar primary={{ children: '对，下一步', busy: prove.busy, busyText: '正在看…', onTap: submit }} />}
    >
      <Head
        top="家里人请您签个名"
        title={title}
        hint="先看看是不是您本人。别人拿到链接也签不了。"
        read={`家里人请您签个名。先看看是不是您本人。${title}`}
      />
      {problem !== undefined && <Note state="late" alert title={problem} />}
      <View className="sw-pad">
        <Field
          ref={field}
          label={label}
          hint={hint}
          error={wrong}
          maxLength={signing.ask === 'NAME' ? 30 : 4}
        />
      </View>
    </Page>
  );
}

function SigningHere({ token, signing, onChange }: StepProps) {
  const sheet = useRef<SignHandle>(null);
  const consent = useConsent(END, signing.asksBank);
  const name = signing.name ?? '';
  const give = useCommand(async (drawing: string, requestId: string) => {
    const signatureId = await sendFile(await photoFromDrawing(drawing), 'SIGNATURE');
    const input = { token, signatureId, bank: consent.bank === 'YES', textVersion: signing.textVersion };
    return (await call('consents.sign', input, requestId)).signing;
  });
  const agree = async () => {
    const drawing = await sheet.current?.toImage();
    const signed = drawing === undefined ? undefined : await give.run(drawing);
    if (signed !== undefined) onChange(signed);
  };
  const problem = sentenceOf(give.error);
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
        top={`${name}，您好`}
        title={CONSENT.title}
        hint="只签您自己的。家里办事的内容，这里看不到。"
        read={consent.read}
      />
      {problem !== undefined && <Note state="late" alert title={problem} />}
      <ConsentTerms />
      {signing.asksBank && <BankQuestion value={consent.bank} onChange={consent.setBank} />}
      <Section title={`请 ${name} 用手指签名`} pad>
        <Sign ref={sheet} who={name} onChange={consent.setInked} />
        <View id={END} className="sw-mt12 sw-pb sw-sub">
          不想签，关掉就行。不签不会有人查您。
        </View>
      </Section>
    </Page>
  );
}

function Done({ signing }: { signing: Signing }) {
  return signing.signed === null ? null : <SignedLines signed={signing.signed} />;
}
