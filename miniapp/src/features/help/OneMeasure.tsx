import { staffTag } from '@miniapp/features/handed';
import { go } from '@miniapp/platform/navigate';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import type { MeasureView } from '@shared/contract/measures';
import { day, fullDay, money } from '@shared/messages/format';
import { CONFIRM_WAY_LABELS, MEASURE_KIND_LABELS } from '@shared/messages/help';
import { MEASURE_LABELS } from '@shared/messages/labels';
import { NEED_LABELS, RISK_LABELS } from '@shared/messages/staff-labels';
import { HELP_ACT_PAGE } from './pages';
import { STEP_WORDS, STEPS } from './staff-words';

export interface MeasureAbout {
  caseId: string;
  headName: string;
  measure: MeasureView;
  today: string;
  personId: string;
}

/** One measure: what it is for, who answers for it, what came of it, and what the reader may do. */
export function OneMeasure({ caseId, headName, measure }: MeasureAbout) {
  const { id, acts, landing, received, papersDueOn } = measure;
  const tag = staffTag(measure);
  const steps = STEPS.filter((step) => acts.includes(step));
  return (
    <Page title="一项帮扶">
      <Head top={`${headName}家`} title={measure.name} />
      <Note state={tag.state} title={tag.text}>
        {measure.notReceived ??
          (papersDueOn === null ? undefined : `先帮后补，手续${day(papersDueOn)}前补齐。`)}
      </Note>
      {steps.length > 0 && (
        <Section title="您可以办">
          {steps.map((step) => (
            <Row
              key={step}
              {...STEP_WORDS[step]}
              onTap={() => go(HELP_ACT_PAGE, { caseId, what: 'measure', measureId: id, step })}
            />
          ))}
        </Section>
      )}
      <Section title="怎么定的">
        <KeyValue
          facts={[
            {
              key: '为了',
              value:
                measure.risk !== null
                  ? RISK_LABELS[measure.risk]
                  : measure.need !== null
                    ? NEED_LABELS[measure.need]
                    : '没有写',
            },
            { key: '哪一类', value: `${MEASURE_LABELS[measure.code]}，${MEASURE_KIND_LABELS[measure.kind]}` },
            { key: '给谁', value: measure.memberName || '全家' },
            { key: '谁办', value: [measure.office, measure.person].filter(Boolean).join(' ') },
            { key: '哪天前', value: measure.dueOn === null ? '没有定' : fullDay(measure.dueOn) },
            ...(measure.amountFen === null ? [] : [{ key: '多少钱', value: money(measure.amountFen) }]),
            ...(measure.service === '' ? [] : [{ key: '给什么', value: measure.service }]),
            ...(measure.expected === '' ? [] : [{ key: '好处', value: measure.expected }]),
          ]}
        />
      </Section>
      {(landing !== null || measure.ended !== '') && (
        <Section title="办成什么样">
          <KeyValue
            facts={[
              ...(landing === null
                ? []
                : [
                    {
                      key: '办好',
                      value: [`${fullDay(landing.on)}，${landing.by}登记`, landing.note]
                        .filter(Boolean)
                        .join('。'),
                    },
                    { key: '凭据', value: landing.photos === 0 ? '没有照片' : `照片 ${landing.photos} 张` },
                  ]),
              ...(received === null
                ? []
                : [
                    {
                      key: '农户确认',
                      value: `${fullDay(received.on)}，${received.by}，${CONFIRM_WAY_LABELS[received.how]}`,
                    },
                  ]),
              ...(measure.effect === '' ? [] : [{ key: '效果', value: measure.effect }]),
              ...(measure.ended === '' ? [] : [{ key: '怎么结束的', value: measure.ended }]),
            ]}
          />
        </Section>
      )}
    </Page>
  );
}
