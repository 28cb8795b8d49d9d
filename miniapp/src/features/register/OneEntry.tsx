import { CASE_PAGE, POST_PAGE, Staffed } from '@miniapp/features/staff';
import { go, useParams } from '@miniapp/platform/navigate';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { type Step, Steps } from '@miniapp/ui/Steps';
import { Tag } from '@miniapp/ui/Tag';
import { EXIT_STEPS, type ExitStep } from '@shared/elimination/codes';
import { VERDICT_LABELS } from '@shared/messages';
import { day, fullDay, moment } from '@shared/messages/format';
import { EXIT_STEP_LABELS } from '@shared/messages/register-labels';
import { ACT_PAGE } from './pages';
import { type Entry, useEntry } from './queries';
import { ACTS, actWords, EVIDENCE_WORDS, LINE_STATES } from './words';

const TITLE = '风险消除';

/** A family of the register: the checklist with what each line rests on, the proposal on its way, what may be done. */
export function OneEntry() {
  const { caseId = '' } = useParams<'caseId'>();
  const query = useEntry(caseId);
  const entry = query.data;
  return (
    <Page title={TITLE}>
      <Head
        title={entry === undefined ? TITLE : `${entry.headName}家`}
        hint={
          entry &&
          `${entry.villageName} ${entry.group} · ${fullDay(entry.identifiedOn)}纳入${entry.entries > 1 ? ` · 第 ${entry.entries} 次` : ''}`
        }
      />
      <Staffed query={query} rows={6}>
        {(found) => <Shown entry={found} />}
      </Staffed>
    </Page>
  );
}

function Shown({ entry }: { entry: Entry }) {
  const { status, statusLabel, round, headline, ready, eliminatedOn, observeUntil, acts, caseId } = entry;
  const mayAct = ACTS.filter((act) => acts.includes(act));
  const watched =
    eliminatedOn !== null && observeUntil !== null
      ? `${fullDay(eliminatedOn)}标注，回访到${fullDay(observeUntil)}。`
      : '';
  return (
    <>
      {round === null ? (
        <Note
          state={status === 'ACTIVE' ? (ready ? 'ok' : 'need') : 'off'}
          title={status === 'ACTIVE' ? headline : statusLabel}
        >
          {watched}
        </Note>
      ) : (
        <Note
          state={round.late ? 'late' : 'doing'}
          title={round.kind === 'ROLLBACK' ? `${statusLabel}，正在办回退` : statusLabel}
        >
          {`${EXIT_STEP_LABELS[round.step]}，${day(round.dueOn)}前办好。`}
        </Note>
      )}
      {mayAct.length > 0 && (
        <Section title="您可以办">
          {mayAct.map((act) => (
            <Row
              key={act}
              {...actWords(act, round)}
              onTap={() => (act === 'post' ? go(POST_PAGE, sheetOf(entry)) : go(ACT_PAGE, { caseId, act }))}
            />
          ))}
        </Section>
      )}
      {round !== null && (
        <Section title={round.kind === 'ROLLBACK' ? '回退到哪一步' : '消除到哪一步'}>
          <Steps steps={stepsOf(round)} />
        </Section>
      )}
      {round !== null && round.objections.length > 0 && <Objections round={round} />}
      {status !== 'RECTIFIED_REMOVED' && <Checklist entry={entry} />}
      <Before entry={entry} />
      <Section>
        <Row icon="doc" title="这家的申报和核实" onTap={() => go(CASE_PAGE, { caseId })} />
      </Section>
    </>
  );
}

/** The sheet of the village on which a family of the register goes up. */
const sheetOf = ({ village, round }: Entry) => ({
  village,
  kind: round?.kind === 'ROLLBACK' ? 'PROPOSED_ROLLBACK' : 'PROPOSED_ELIMINATION',
});

type Round = NonNullable<Entry['round']>;

/** The first and the last step are called by what the proposal is. */
const ENDS: Record<Round['kind'], Partial<Record<ExitStep, string>>> = {
  ELIMINATION: { PROPOSED: '提名单', MARK: '标注、公告' },
  ROLLBACK: { PROPOSED: '提出回退', MARK: '公告，接着监测' },
};

function stepsOf(round: Round): Step[] {
  const now = EXIT_STEPS.indexOf(round.step);
  return EXIT_STEPS.map((step, index) => {
    const state = index < now ? 'done' : index > now ? 'todo' : round.late ? 'late' : 'now';
    const detail = detailOf(step, round);
    return {
      name: ENDS[round.kind][step] ?? EXIT_STEP_LABELS[step],
      state,
      ...(state === 'now' || state === 'late' ? { date: `${day(round.dueOn)}前` } : {}),
      ...(detail !== '' && { detail }),
    };
  });
}

function detailOf(step: ExitStep, round: Round): string {
  const { reason, proposed, agreed, verifiers, family, signatures, appraisal, publicity, town, county } =
    round;
  const said = (one: { by: string; on: string } | null) => (one === null ? '' : `${one.by}，${day(one.on)}`);
  switch (step) {
    case 'PROPOSED':
      return [`${said(proposed)}提${reason === '' ? '' : `：${reason}`}`, agreed && `${said(agreed)}确认`]
        .filter(Boolean)
        .join('；');
    case 'VERIFY':
      return [
        verifiers.map(({ name }) => name).join('、'),
        family &&
          `${family.signer}签了名，${family.agrees ? '同意' : '不同意'}${family.said === '' ? '' : `：${family.said}`}`,
        signatures.length > 0 && `${signatures.map(({ by }) => by).join('、')}签了字`,
      ]
        .filter(Boolean)
        .join('；');
    case 'APPRAISAL':
      return appraisal === null
        ? ''
        : `到会 ${appraisal.present} 人，同意 ${appraisal.yes}，不同意 ${appraisal.no}`;
    case 'PUBLICITY':
      return publicity === null
        ? ''
        : `${day(publicity.firstDay)}到${day(publicity.lastDay)}${publicity.daysLeft > 0 ? `，还剩 ${publicity.daysLeft} 天` : ''}`;
    case 'TOWN':
      return town === null ? '' : `${said(town)}：${town.opinion}`;
    case 'COUNTY':
      return county === null ? '' : `${said(county)}：${county.opinion}`;
    case 'MARK':
      return '';
  }
}

function Objections({ round }: { round: Round }) {
  return (
    <Section title="收到的意见">
      {round.objections.map(({ id, statement, objector, heardOn, verdict, answer }) => (
        <Row
          key={id}
          title={statement}
          detail={`${objector === '' ? '没留名' : objector} · ${day(heardOn)}${answer === null ? '' : ` · ${answer}`}`}
          tag={
            <Tag state={verdict === null ? 'need' : 'ok'}>
              {verdict === null ? '等查清、答复' : VERDICT_LABELS[verdict as keyof typeof VERDICT_LABELS]}
            </Tag>
          }
        />
      ))}
    </Section>
  );
}

function Checklist({ entry }: { entry: Entry }) {
  return (
    <Section title="消除的条件" aside={entry.ready ? '都够了' : undefined}>
      {entry.checklist.map(({ code, label, verdict, sentence, evidence }) => (
        <Row
          key={code}
          title={label}
          detail={`${sentence}${evidence.on === null ? '' : `（${EVIDENCE_WORDS[evidence.from]}，${day(evidence.on)}）`}`}
          tag={<Tag state={LINE_STATES[verdict].state}>{LINE_STATES[verdict].text}</Tag>}
        />
      ))}
    </Section>
  );
}

/** What came before: earlier proposals, earlier times on the register, who did what. */
function Before({ entry: { past, before, history, suggestions } }: { entry: Entry }) {
  return (
    <>
      {(past.length > 0 || before.length > 0 || suggestions.length > 0) && (
        <Section title="以前的">
          {suggestions.map(({ kind, by, on, note }) => (
            <Row
              key={`${by}${on}${note}`}
              title={`${by}建议${kind === 'ROLLBACK' ? '回退' : '消除'}：${note}`}
              detail={day(on)}
            />
          ))}
          {past.map(({ kind, on, how, reason }) => (
            <Row
              key={`${on}${how}`}
              title={`${kind === 'ROLLBACK' ? '回退' : '消除'}：${how}`}
              detail={[fullDay(on), reason].filter(Boolean).join(' · ')}
            />
          ))}
          {before.map(({ caseId, identifiedOn, statusLabel }) => (
            <Row
              key={caseId}
              title={`${fullDay(identifiedOn)}那一次纳入`}
              detail={statusLabel}
              onTap={() => go(CASE_PAGE, { caseId })}
            />
          ))}
        </Section>
      )}
      {history.length > 0 && (
        <Section title="谁办了什么">
          <KeyValue
            facts={history.map(({ what, by, at }, index) => ({
              id: String(index),
              key: moment(at),
              value: `${what}，${by}`,
            }))}
          />
        </Section>
      )}
    </>
  );
}
