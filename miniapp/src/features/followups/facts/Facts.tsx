import '@miniapp/styles/ledgers.css';
import { Staffed } from '@miniapp/features/staff';
import type { Output } from '@miniapp/platform/api';
import { go, useParams } from '@miniapp/platform/navigate';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { Empty } from '@miniapp/ui/Empty';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import type { FollowedFamily } from '@shared/contract';
import { fullDay, quarterLabel, yuan } from '@shared/messages';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { FACT_PAGE, SHEET_PAGE } from '../pages';
import { useFactsOn, useFamily, useHistory } from '../queries';
import { Known } from './Known';
import { Written } from './Written';

/** A day, and up to which day what was written then counts; '' counts all that is known now. */
interface Past {
  on: string;
  knownOn: string;
}

/** 一家的情况: what is known of a family now, as it was on any day, and who changed what (domain.md 4.2, 4.3, 3.8). */
export function Facts() {
  const { caseId = '' } = useParams<'caseId'>();
  const query = useFamily(caseId);
  const history = useHistory(caseId);
  const [past, setPast] = useState<Past>();
  const family = query.data;
  return (
    <Page
      title="一家的情况"
      wide
      {...(family?.may.keepFacts && {
        bar: <Bar primary={{ children: '记一个变化', onTap: () => go(FACT_PAGE, { caseId }) }} />,
      })}
    >
      <Head
        title={family === undefined ? '一家的情况' : `${family.headName}家的情况`}
        hint={family && [family.villageName, family.group].filter(Boolean).join(' · ')}
      />
      <Staffed query={query} rows={6}>
        {(found) => (
          <>
            {past === undefined ? (
              <Known
                members={found.members}
                household={found.household}
                beside={
                  <>
                    <Income family={found} />
                    <AskPast today={found.today} onAsk={setPast} />
                  </>
                }
              />
            ) : (
              <OnThatDay
                caseId={caseId}
                past={past}
                onBack={() => setPast(undefined)}
                beside={<AskPast today={found.today} onAsk={setPast} />}
              />
            )}
          </>
        )}
      </Staffed>
      {family !== undefined && <Written caseId={caseId} query={history} />}
    </Page>
  );
}

/** Income is known by quarters, each with the line that held then. */
function Income({ family: { caseId, quarters } }: { family: FollowedFamily }) {
  return (
    <Section title="收入">
      {quarters.length === 0 && <Empty>还没有填过季度台账。</Empty>}
      {quarters.map(({ quarter, figures }) => (
        <Row
          key={quarter}
          title={incomeTitle(quarter, figures)}
          detail={`全家纯收入 ${yuan(figures.net)} 元`}
          onTap={() => go(SHEET_PAGE, { caseId, quarter })}
        />
      ))}
    </Section>
  );
}

/** What the township had confirmed by then, each quarter with its people and the rules that it was reckoned by. */
function IncomeThen({ quarters, yearPerHead }: Pick<Output<'followups.facts'>, 'quarters' | 'yearPerHead'>) {
  return (
    <Section title="那时确认过的收入">
      {quarters.length === 0 && <Empty>那时候还没有确认过收入。</Empty>}
      {yearPerHead !== null && <Row title={`近四季人均 ${yuan(yearPerHead)} 元`} />}
      {quarters.map(({ quarter, figures, confirmedOn }) => (
        <Row
          key={quarter}
          title={incomeTitle(quarter, figures)}
          detail={
            <>
              <View>{`全家纯收入 ${yuan(figures.net)} 元，三个月各 ${figures.heads.join('、')} 口人`}</View>
              <View>{`那时的线是每人每年 ${yuan(figures.lineFen)} 元`}</View>
              <View>{`规则 ${figures.profileCode} 第 ${figures.profileVersion} 版，${fullDay(confirmedOn)}确认`}</View>
            </>
          }
        />
      ))}
    </Section>
  );
}

const incomeTitle = (quarter: string, { netPerHead }: { netPerHead: number | null }): string =>
  `${quarterLabel(quarter)}人均 ${netPerHead === null ? '算不出' : `${yuan(netPerHead)} 元`}`;

interface AskPastProps {
  today: string;
  onAsk: (past: Past) => void;
}

/** Which day, and what was known when: a later correction does not change what an office could know. */
function AskPast({ today, onAsk }: AskPastProps) {
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(today);
  const [knownOn, setKnownOn] = useState('');
  const [missing, setMissing] = useState(false);
  const ask = () => {
    setMissing(on === '');
    if (on !== '') onAsk({ on, knownOn });
  };
  return (
    <Section>
      <Row icon="cal" title="看以前哪天的样子" act={open ? '收起' : '选日子'} onTap={() => setOpen(!open)} />
      {open && (
        <View className="sw-pad sw-pb">
          <Field
            label="看哪天的情况"
            type="date"
            initial={on}
            error={missing ? '选一天。' : undefined}
            onInput={setOn}
          />
          <Field
            label="按哪天知道的算"
            hint="那天以后改过的不算。不选，就按现在知道的。"
            type="date"
            optional
            initial={knownOn}
            onInput={setKnownOn}
          />
          <View className="sw-mt8">
            <Button size="small" onTap={ask}>
              看那天的
            </Button>
          </View>
        </View>
      )}
    </Section>
  );
}

interface OnThatDayProps {
  caseId: string;
  past: Past;
  onBack: () => void;
  beside: ReactNode;
}

function OnThatDay({ caseId, past: { on, knownOn }, onBack, beside }: OnThatDayProps) {
  const query = useFactsOn(caseId, on, knownOn);
  return (
    <>
      <Note
        state="need"
        title={`这是${fullDay(on)}的样子`}
        action={
          <Button size="small" onTap={onBack}>
            回到现在
          </Button>
        }
      >
        {knownOn === '' ? '按现在知道的算。' : `按${fullDay(knownOn)}知道的算。`}
      </Note>
      <Staffed query={query} rows={5}>
        {({ members, household, quarters, yearPerHead }) =>
          members.length === 0 ? (
            <>
              <Section flush>
                <Empty>那时候还没有记过这家。</Empty>
              </Section>
              {beside}
            </>
          ) : (
            <Known
              members={members}
              household={household}
              beside={
                <>
                  <IncomeThen quarters={quarters} yearPerHead={yearPerHead} />
                  {beside}
                </>
              }
            />
          )
        }
      </Staffed>
    </>
  );
}
