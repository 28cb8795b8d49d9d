import '@miniapp/styles/ledgers.css';
import { DESK_FROM_PX, Staffed, somethingWasDone } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { useWidth } from '@miniapp/platform/width';
import { Button } from '@miniapp/ui/Button';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { fullDay } from '@shared/messages';
import { View } from '@tarojs/components';
import { type County, type Override, POLICY_PAGE, type Policy, useCountyPolicies } from './county-policies';

/** 政策目录: what waits for a second person, what the county has said, and every policy with what holds today. */
export function CountyPolicies() {
  const { query } = useCountyPolicies();
  return (
    <Page title="政策目录" wide>
      <Head title="政策目录" hint="县里定了钱数，农户看到的就是县里的。没定的，写明是外地的例子。" />
      <Staffed query={query} rows={6}>
        {(county) => (
          <>
            <Waiting county={county} />
            <Said county={county} />
            <All county={county} />
          </>
        )}
      </Staffed>
    </Page>
  );
}

function Waiting({ county: { overrides, policies } }: { county: County }) {
  const open = overrides.filter(({ state }) => state === 'PROPOSED');
  if (open.length === 0) return null;
  return (
    <Section title={`等人发布 ${open.length} 条`}>
      {open.map((one) => (
        <Proposal key={one.id} one={one} now={policies.find(({ code }) => code === one.code)} />
      ))}
    </Section>
  );
}

/** What changes, and the two who decide on it: who proposed it never puts it in force. */
function Proposal({ one, now }: { one: Override; now: Policy | undefined }) {
  const deciding = useCommand((act: 'publish' | 'drop', requestId) =>
    call(act === 'publish' ? 'policies.publish' : 'policies.drop', { overrideId: one.id }, requestId),
  );
  const decide = async (act: 'publish' | 'drop') => {
    if ((await deciding.run(act)) !== undefined) somethingWasDone();
  };
  const problem = failureOf(deciding.error, 'act');
  return (
    <View className="sw-lg__part">
      <KeyValue
        facts={[
          { key: one.name, value: `${one.proposedBy}提的，${spanWords(one)}` },
          ...changesOf(one, now).map(({ what, before, after }) => ({
            key: what,
            value: `${before} → ${after}`,
          })),
        ]}
      />
      <View className="sw-pad sw-pb">
        {problem !== undefined && (
          <Note state="late" alert inset>
            {problem}
          </Note>
        )}
        <Button
          kind="primary"
          busy={deciding.busy}
          busyText="正在办…"
          {...(!one.mayPublish && { off: '要县里另一位领导来发布' })}
          onTap={() => decide('publish')}
        >
          发布
        </Button>
        <View className="sw-mt8">
          <Link edge onTap={() => decide('drop')} label={`不改了：${one.name}`}>
            不改了
          </Link>
        </View>
      </View>
    </View>
  );
}

const spanWords = ({ validFrom, validTo }: Override) =>
  validTo === null ? `${fullDay(validFrom)}起` : `${fullDay(validFrom)}到${fullDay(validTo)}`;

/** What a proposal changes, before and after. */
function changesOf({ off, amount, how, payer }: Override, now: Policy | undefined) {
  if (off) return [{ what: '有没有', before: '有', after: '本县没有这一项' }];
  return [
    { what: '钱数', before: now?.amount.join(' ') ?? '', after: amount.join(' ') },
    { what: '谁发', before: now?.payer ?? '', after: payer ?? '' },
    { what: '怎么办', before: now?.how ?? '', after: how ?? '' },
  ].filter(({ before, after }) => after !== '' && after !== before);
}

function Said({ county: { overrides, faults, today } }: { county: County }) {
  const said = overrides.filter(({ state }) => state === 'PUBLISHED');
  return (
    <Section title={`县里定过的 ${said.length} 条`} flush>
      {faults.map(({ code, fault }) => (
        <Note
          key={`${code}${fault}`}
          state="need"
          title={`${nameOf(overrides, code)}：${FAULTS[fault] ?? '有一处对不上'}`}
        />
      ))}
      {said.length === 0 && <Empty>还没有。点下面一项政策，写上县里的钱数。</Empty>}
      {said.map((one) => (
        <Row
          key={one.id}
          title={one.name}
          detail={[
            one.off ? '本县没有这一项' : one.amount.join(' '),
            spanWords(one),
            `${one.proposedBy}提，${one.publishedBy ?? ''}发布`,
          ]
            .filter(Boolean)
            .join(' · ')}
          tag={
            one.validFrom > today ? (
              <Tag state="doing">还没到日子</Tag>
            ) : one.validTo !== null && one.validTo < today ? (
              <Tag state="off">到期了</Tag>
            ) : (
              <Tag state="ok">在用</Tag>
            )
          }
        />
      ))}
    </Section>
  );
}

const FAULTS: Readonly<Record<string, string>> = {
  EXPIRED: '到期了，要不要再定一次？',
  OVERLAP: '同一段日子有两个规定',
};
const nameOf = (overrides: readonly Override[], code: string) =>
  overrides.find((one) => one.code === code)?.name ?? code;

function All({ county: { policies } }: { county: County }) {
  const wide = useWidth() >= DESK_FROM_PX;
  const open = (code: string) => go(POLICY_PAGE, { code });
  return (
    <Section title={`全部政策 ${policies.length} 项`} flush>
      {wide ? (
        <DataTable
          caption="全部政策"
          columns={[
            {
              title: '政策',
              cell: ({ code, name }) => <Link onTap={() => open(code)}>{name}</Link>,
              heading: true,
            },
            { title: '钱数', cell: ({ amount }) => amount.join(' ') },
            { title: '谁发', cell: ({ payer }) => payer },
            { title: '县里', cell: (policy) => <Confirmed policy={policy} /> },
          ]}
          rows={policies}
          rowKey={({ code }) => code}
        />
      ) : (
        policies.map((policy) => (
          <Row
            key={policy.code}
            title={policy.name}
            // Of an example the first line says only where and when it was so.
            detail={`${policy.category} · ${policy.amount[policy.confirmed ? 0 : 1] ?? policy.amount[0] ?? ''}`}
            tag={<Confirmed policy={policy} />}
            onTap={() => open(policy.code)}
          />
        ))
      )}
    </Section>
  );
}

function Confirmed({ policy: { confirmed } }: { policy: Policy }) {
  return confirmed ? <Tag state="ok">县里定了</Tag> : <Tag state="off">县里还没定</Tag>;
}
