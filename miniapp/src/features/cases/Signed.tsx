import { useVillagePhone } from '@miniapp/features/account';
import { call, type Output } from '@miniapp/platform/api';
import { useParams } from '@miniapp/platform/navigate';
import { confirm, toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { day, moment } from '@shared/messages/format';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCase } from './data';
import { sentenceOf } from './sentence';

export type SignedConsent = Output<'applications.consent'>['consent'];

/** What one adult signed, word for word, and the way back. */
export function Signed() {
  const { case: caseId = '', member = '' } = useParams<'case' | 'member'>();
  const owned = useCase(caseId);
  const query = useQuery(
    `consent:${caseId}:${member}`,
    async () => (await call('applications.consent', { caseId, memberKey: member })).consent,
  );
  const phone = useVillagePhone();
  const adult = owned.data?.adults.find(({ memberKey }) => memberKey === member);
  const withdraw = async (what: 'ALL' | 'BANK', requestId: string) => {
    const input = { caseId, memberKey: member, what };
    owned.set((await call('applications.withdrawConsent', input, requestId)).case);
    await query.reload();
  };
  return (
    <Page title="签过的同意">
      <Head
        title={query.data === undefined ? '签过的同意' : `${query.data.name}签的同意`}
        hint={query.data && `${moment(query.data.at)}签的`}
        read={query.data && (() => query.data?.lines.map((line) => `${line}。`).join('') ?? '')}
      />
      <QueryView query={query} phone={phone}>
        {(signed) => (
          <Lines
            signed={signed}
            withdraw={adult?.signed && !adult.signed.elsewhere ? withdraw : undefined}
            elsewhere={adult?.signed?.elsewhere}
          />
        )}
      </QueryView>
    </Page>
  );
}

/** The same for whoever signed by a link: it is his alone to take back. */
export function SignedLines({ signed: first }: { signed: SignedConsent }) {
  const [signed, setSigned] = useState(first);
  const withdraw = async (what: 'ALL' | 'BANK', requestId: string) => {
    const answer = await call('consents.revoke', { consentId: signed.id, what }, requestId);
    setSigned(answer.consent);
  };
  return <Lines signed={signed} withdraw={withdraw} />;
}

interface LinesProps {
  signed: SignedConsent;
  withdraw?: (what: 'ALL' | 'BANK', requestId: string) => Promise<void>;
  elsewhere?: boolean;
}

/** Eight characters of the digest can be read out on the phone. */
const CODE_LENGTH = 8;

function Lines({ signed, withdraw, elsewhere }: LinesProps) {
  const command = useCommand(async (what: 'ALL' | 'BANK', requestId: string) => {
    await withdraw?.(what, requestId);
    return true;
  });
  const takeBack = async (what: 'ALL' | 'BANK') => {
    const sure = await confirm({
      title: what === 'ALL' ? '反悔，不让部门查了？' : '只撤回存款这一样？',
      text: what === 'ALL' ? '查对马上停。家里的事可能因此办不下去，可以再签。' : '银行就不查了，别的照旧。',
      yes: '确定撤回',
      no: '不撤回',
      danger: true,
    });
    if (sure && (await command.run(what))) toast('撤回了，不会再查');
  };
  const problem = sentenceOf(command.error);
  const over = signed.withdrawnOn !== null;
  return (
    <>
      {problem !== undefined && <Note state="late" alert title={problem} />}
      {signed.withdrawnOn !== null && (
        <Note state="off" title={`${day(signed.withdrawnOn)}撤回了，不再查`}>
          签过的话留在这里，当个凭据。
        </Note>
      )}
      <Section flush>
        <KeyValue
          facts={[
            { key: '签名人', value: signed.name },
            { key: '什么时候', value: moment(signed.at) },
            ...(signed.bank === null ? [] : [{ key: '银行存款', value: signed.bank ? '同意查' : '不查' }]),
            { key: '校验码', value: signed.digest.slice(0, CODE_LENGTH) },
          ]}
        />
      </Section>
      <Section title="签的是这些话" pad>
        <View className="sw-stack sw-pb">
          {signed.lines.map((line) => (
            <View key={line} className="sw-p">
              {line}
            </View>
          ))}
        </View>
      </Section>
      {elsewhere && (
        <Section pad>
          <View className="sw-p sw-in">他在自己手机上签的，要反悔也在他手机上点，或者找村干部。</View>
        </Section>
      )}
      {withdraw !== undefined && !over && (
        <Section title="签了又反悔">
          <View className="sw-pad sw-pb sw-stack">
            {signed.bank && (
              <Button busy={command.busy} onTap={() => takeBack('BANK')}>
                只撤回查存款
              </Button>
            )}
            <Button kind="warn" busy={command.busy} onTap={() => takeBack('ALL')}>
              全部撤回，不让查了
            </Button>
          </View>
        </Section>
      )}
    </>
  );
}
