import { useMe } from '@miniapp/features/account';
import { issuesOf, Staffed, somethingWasDone } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { replace, useParams } from '@miniapp/platform/navigate';
import { showProblem } from '@miniapp/platform/scroll';
import { Bar } from '@miniapp/ui/Bar';
import { Chips } from '@miniapp/ui/Chips';
import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { RISK_TYPES, type RiskType } from '@shared/casework/codes';
import { CLUE_REPORTERS } from '@shared/clues/codes';
import type { ClueView } from '@shared/contract';
import { day, TROUBLE_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { CLUE_PAGE } from './pages';

const TITLE = '报一条线索';
const TOWN_DIGITS = 9;
const VILLAGE_DIGITS = 12;
/** So many families are drawn at first; the rest is found by name. */
const AT_ONCE = 8;

interface Wanted {
  village: string;
  caseId: string | null;
  name: string | null;
  risk: RiskType;
  roundId: string | null;
}

/** A cadre on a round of checks or by chance: whom, what, send. A village's clerk has one village; a township's picks one first. */
export function Report() {
  const me = useMe().data;
  const serves = (me?.grants ?? []).filter(({ role }) => CLUE_REPORTERS.includes(role));
  const town = serves.find(({ region }) => region.length === TOWN_DIGITS)?.region;
  const inTown = useQuery(town && `clue-villages:${town}`, () =>
    call('regions.children', { code: (town ?? '').padEnd(VILLAGE_DIGITS, '0') }),
  );
  const own = serves.filter(({ region }) => region.length === VILLAGE_DIGITS);
  const places = [
    ...new Map([
      ...own.map(({ region, regionName }) => [region, regionName] as const),
      ...(inTown.data?.regions ?? []).map(({ code, name }) => [code, name] as const),
    ]),
  ];
  const at = useParams<'village' | 'roundId'>();
  const [chosen, setChosen] = useState(at.village);
  const village = chosen ?? (places.length === 1 ? places[0]?.[0] : undefined);
  const [sent, setSent] = useState<ClueView>();
  if (sent !== undefined) return <Sent clue={sent} again={() => setSent(undefined)} />;
  if (me !== undefined && places.length === 0 && town !== undefined)
    return (
      <Page title={TITLE} white>
        <Head title="哪个村？" />
        <Staffed query={inTown} rows={6}>
          {() => <Empty>这个镇还没有村</Empty>}
        </Staffed>
      </Page>
    );
  if (me !== undefined && places.length === 0)
    return (
      <Page title={TITLE}>
        <Head title={TITLE} />
        <Note state="need" title="线索由村里和镇里的人来报。" />
      </Page>
    );
  if (village === undefined)
    return (
      <Page title={TITLE} white>
        <Head title="哪个村？" />
        <View className="sw-pad">
          <Choices
            label="哪个村？"
            hideLabel
            choices={places.map(([value, label]) => ({ value, label }))}
            value={undefined}
            onChange={setChosen}
          />
        </View>
      </Page>
    );
  return <Form village={village} roundId={at.roundId ?? null} onSent={setSent} />;
}

interface FormProps {
  village: string;
  /** The round of checks in which it was found. */
  roundId: string | null;
  onSent: (clue: ClueView) => void;
}

function Form({ village, roundId, onSent }: FormProps) {
  const known = useQuery(
    `clue-families:${village}`,
    async () => (await call('clues.families', { village })).families,
  );
  const families = known.data ?? [];
  const [caseId, setCaseId] = useState<string>();
  const [name, setName] = useState('');
  const [risk, setRisk] = useState<RiskType>();
  const sending = useCommand((wanted: Wanted, requestId: string) => call('clues.report', wanted, requestId));
  const issues = issuesOf(sending.error);
  useEffect(() => {
    if (sending.error !== undefined) showProblem();
  }, [sending.error]);
  const typed = name.trim();
  const fits = families.filter(({ headName }) => headName.includes(typed));
  const shown = fits.filter((one, index) => index < AT_ONCE || one.caseId === caseId);
  const who = caseId !== undefined || typed !== '';
  const send = async () => {
    if (risk === undefined) return;
    const done = await sending.run({
      village,
      caseId: caseId ?? null,
      name: caseId === undefined ? typed : null,
      risk,
      roundId,
    });
    if (done === undefined) return;
    somethingWasDone();
    onSent(done.clue);
  };
  const whole =
    sending.error === undefined || issues.name !== undefined
      ? undefined
      : (sentenceOf(sending.error) ?? '没有报上，可能是网不好。选的都还在，再点一次。');
  return (
    <Page
      title={TITLE}
      bar={
        <Bar
          primary={{
            children: '报上去',
            onTap: send,
            busy: sending.busy,
            busyText: '正在报…',
            ...(!who ? { off: '先选是谁家' } : risk === undefined && { off: '再选是什么事' }),
          }}
        />
      }
    >
      {whole !== undefined && <Note state="late" alert title={whole} />}
      <Head title={TITLE} hint="看到谁家难了，报上来。报了不等于列入，村里去看。" />
      <Section title="谁家？" pad>
        {shown.length > 0 && (
          <Chips
            label="谁家？"
            hideLabel
            chips={shown.map((one) => ({
              value: one.caseId,
              label: [one.headName, one.group].filter(Boolean).join(' '),
            }))}
            value={caseId === undefined ? [] : [caseId]}
            onChange={(chosen) => setCaseId(chosen.at(-1))}
          />
        )}
        {fits.length > shown.length && (
          <View className="sw-sub sw-mt8">{`还有 ${fits.length - shown.length} 家，写名字就找到了。`}</View>
        )}
        {caseId === undefined ? (
          <Field
            label={families.length > 0 ? '上面没有？写户主姓名' : '户主姓名'}
            initial={name}
            error={issues.name}
            onInput={setName}
          />
        ) : (
          <Link onTap={() => setCaseId(undefined)}>不是这家，重选</Link>
        )}
      </Section>
      <Section title="什么事？" pad>
        <Chips
          label="什么事？"
          hideLabel
          chips={RISK_TYPES.map((value) => ({ value, label: TROUBLE_LABELS[value] }))}
          value={risk === undefined ? [] : [risk]}
          onChange={(chosen) => setRisk(chosen.at(-1))}
        />
      </Section>
    </Page>
  );
}

function Sent({ clue, again }: { clue: ClueView; again: () => void }) {
  return (
    <Page
      title={TITLE}
      bar={
        <Bar
          {...(clue.mayAnswer && {
            primary: {
              children: '我看过了，现在答复',
              onTap: () => replace(CLUE_PAGE, { clueId: clue.id }),
            },
          })}
          second={{ children: '再报一条', onTap: again }}
        />
      }
    >
      <Head title="报上去了" />
      <Note state="ok" title={`${clue.name}：${TROUBLE_LABELS[clue.risk]}`}>
        {`村里${day(clue.dueOn)}前去看，答复您。`}
      </Note>
    </Page>
  );
}
