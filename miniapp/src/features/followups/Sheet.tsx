import { FOLLOWED_PAGE, Staffed, somethingWasDone } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { backOr, useParams } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Empty } from '@miniapp/ui/Empty';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import type { QuarterView } from '@shared/contract';
import {
  COST_LABELS,
  day,
  FEELING_LABELS,
  FOLLOW_UP_RESULT_LABELS,
  GUARANTEE_LABELS,
  INCOME_LABELS,
  QUARTER_STATE_LABELS,
  quarterLabel,
  RIGID_LABELS,
  RISK_LABELS,
  WORK_CHANGE_LABELS,
  yuan,
} from '@shared/messages';
import { useState } from 'react';
import { useFamily } from './queries';

/** One quarter's sheet as it was handed in, and the word of the level that has it now (helper, village, township). */
export function QuarterSheet() {
  const { caseId, quarter = '' } = useParams<'caseId' | 'quarter'>();
  const query = useFamily(caseId);
  const sheet = query.data?.quarters.find((one) => one.quarter === quarter);
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const answering = useCommand((agree: boolean, requestId) =>
    call(
      'followups.confirmQuarter',
      { caseId: caseId ?? '', quarter, revision: sheet?.revision ?? 0, agree, words: words.trim() },
      requestId,
    ),
  );
  const answer = async (agree: boolean) => {
    setMissing(!agree && words.trim() === '');
    if (!agree && words.trim() === '') return;
    if ((await answering.run(agree)) === undefined) return;
    somethingWasDone();
    toast(agree ? '确认了' : '退回去了');
    await backOr(FOLLOWED_PAGE, { caseId: caseId ?? '' });
  };
  const failed = failureOf(answering.error);
  return (
    <Page
      title="季度台账"
      {...(sheet?.mayConfirm && {
        bar: (
          <Bar
            primary={{
              children: '确认',
              onTap: () => answer(true),
              busy: answering.busy,
              busyText: '正在交…',
            }}
            second={{ children: '退回', onTap: () => answer(false) }}
            pair
          />
        ),
      })}
    >
      {failed !== undefined && <Note state="late" alert title={failed} />}
      <Head
        title={quarter === '' ? '季度台账' : quarterLabel(quarter)}
        {...(sheet && { hint: `${query.data?.headName}家 · ${QUARTER_STATE_LABELS[sheet.state]}` })}
      />
      <Staffed query={query} rows={6}>
        {() => (sheet === undefined ? <Empty>这一季还没有填。</Empty> : <Whole sheet={sheet} />)}
      </Staffed>
      {sheet?.mayConfirm && (
        <Section title="您的意见" pad>
          <Field
            label="退回要写一句为什么"
            maxLength={300}
            optional
            initial=""
            error={missing ? '写一句哪里要改。' : undefined}
            onInput={setWords}
          />
        </Section>
      )}
    </Page>
  );
}

function Whole({ sheet }: { sheet: QuarterView }) {
  const { figures } = sheet;
  const { income, costs, rigid } = sheet.sheet;
  const heads =
    new Set(figures.heads).size === 1 ? `${figures.heads[0]} 口人` : `每月 ${figures.heads.join('、')} 口人`;
  const perHead = (fen: number | null) => (fen === null ? '算不出' : yuan(fen));
  return (
    <>
      <Section title="收支" aside={heads}>
        {income.map(({ code, amountFen, note }, index) => (
          <Row
            key={`${code}-${index.toString()}`}
            title={INCOME_LABELS[code as keyof typeof INCOME_LABELS]}
            detail={note}
            right={yuan(amountFen)}
          />
        ))}
        {costs.map(({ code, amountFen, note }, index) => (
          <Row
            key={`${code}-${index.toString()}`}
            title={`减：${COST_LABELS[code as keyof typeof COST_LABELS]}`}
            detail={note}
            right={yuan(amountFen)}
          />
        ))}
        {rigid.map(({ code, paidFen, reimbursedFen }, index) => (
          <Row
            key={`${code}-${index.toString()}`}
            title={`必须花：${RIGID_LABELS[code]}`}
            right={yuan(paidFen - reimbursedFen)}
          />
        ))}
        <KeyValue
          facts={[
            { key: '工资、经营', value: `${yuan(figures.A)}，${yuan(figures.B)}` },
            { key: '财产、转移', value: `${yuan(figures.C)}，${yuan(figures.D)}` },
            { key: '生产成本', value: yuan(figures.E) },
            { key: '纯收入', value: `${yuan(figures.net)}，人均 ${perHead(figures.netPerHead)}` },
            {
              key: '扣掉必须花的钱',
              value: `${yuan(figures.reference)}，人均 ${perHead(figures.referencePerHead)}`,
            },
            {
              key: '按哪一版规则',
              value: `${figures.profileCode} 第 ${figures.profileVersion} 版，一年的线 ${yuan(figures.lineFen)}`,
            },
          ]}
        />
      </Section>
      <Section title="家里">
        <KeyValue
          facts={[
            {
              key: '住房吃水上学医保',
              value:
                sheet.guarantees.length === 0
                  ? '都没问题'
                  : sheet.guarantees
                      .map(
                        ({ what, detail, fixer, dueOn }) =>
                          `${GUARANTEE_LABELS[what as keyof typeof GUARANTEE_LABELS]}：${detail}，${fixer}${day(dueOn)}前解决`,
                      )
                      .join('；'),
            },
            {
              key: '干活',
              value: [WORK_CHANGE_LABELS[sheet.work], sheet.workWords].filter(Boolean).join('，'),
            },
            ...(sheet.troubles === '' ? [] : [{ key: '新的难处', value: sheet.troubles }]),
            {
              key: '自己觉得',
              value: [FEELING_LABELS[sheet.feeling], sheet.familyWords].filter(Boolean).join('，'),
            },
            {
              key: '结论',
              value: [
                FOLLOW_UP_RESULT_LABELS[sheet.result],
                ...sheet.newRisks.map((risk) => RISK_LABELS[risk]),
              ].join('，'),
            },
            { key: '看到的', value: sheet.words },
            {
              key: '家里签字',
              value: sheet.signed === 'NOBODY' ? '没找到人，没有签' : `${day(sheet.on)}签了`,
            },
          ]}
        />
      </Section>
      <Section title="谁办的">
        <Row title="填的人" detail={`${sheet.by}，${day(sheet.recordedOn)}`} />
        {sheet.village !== null && (
          <Row title="村里确认" detail={`${sheet.village.by}，${day(sheet.village.on)}`} />
        )}
        {sheet.town !== null && <Row title="镇里确认" detail={`${sheet.town.by}，${day(sheet.town.on)}`} />}
      </Section>
    </>
  );
}
