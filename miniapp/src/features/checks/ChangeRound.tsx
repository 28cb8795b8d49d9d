import { FormFrame } from '@miniapp/features/review/kit';
import { issuesOf, Staffed, somethingWasDone } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { backOr, useParams } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import type { CheckRoundPage } from '@shared/contract';
import { fullDay } from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRound } from './useRound';
import { daysOf, ROUND_PAGE } from './words';

const TITLES = { extend: '延长排查', withdraw: '撤回排查' } as const;

/** 延长 or 撤回: what becomes of a round as a whole, with the reason (domain.md 3.5). */
export function ChangeRound() {
  const { roundId = '', act } = useParams<'roundId' | 'act'>();
  const what = act === 'withdraw' ? 'withdraw' : 'extend';
  const query = useRound(roundId);
  const round = query.data?.round;
  if (round?.may[what]) return <Filling round={round} what={what} />;
  return (
    <Page title={TITLES[what]}>
      <Head title={TITLES[what]} />
      <Staffed query={query} rows={3}>
        {() => (
          <Note state="off" title={what === 'extend' ? '这次排查不能延长' : '这次排查不能撤回'}>
            {what === 'withdraw' && round?.isWithdrawn === false && '有村去查过了，查过的要留着。'}
          </Note>
        )}
      </Staffed>
    </Page>
  );
}

function Filling({ round, what }: { round: CheckRoundPage; what: keyof typeof TITLES }) {
  const [lastDay, setLastDay] = useState('');
  const [reason, setReason] = useState('');
  const [checking, setChecking] = useState(false);
  const sending = useCommand((_: null, requestId) => {
    const said = { roundId: round.id, reason: reason.trim() };
    return what === 'extend'
      ? call('checks.extend', { ...said, lastDay }, requestId)
      : call('checks.withdraw', said, requestId);
  });
  const missing = {
    ...(what === 'extend' && lastDay === '' && { lastDay: '选哪天前查完。' }),
    ...(reason.trim() === '' && { reason: '写一句为什么。' }),
  };
  const problems: Record<string, string> = { ...issuesOf(sending.error), ...(checking && missing) };
  const send = async () => {
    setChecking(true);
    if (Object.keys(missing).length > 0) return;
    if ((await sending.run(null)) === undefined) return;
    somethingWasDone();
    toast(what === 'extend' ? '延长了，各村看得到' : '撤回了，各村不用查了');
    await backOr(ROUND_PAGE, { roundId: round.id });
  };
  const failed = problems.lastDay ?? problems.reason;
  return (
    <FormFrame
      title={round.name}
      hint={`${round.places.join('、')}，${daysOf(round)}`}
      bar={TITLES[what]}
      problem={failed === undefined && sending.error !== undefined ? failureOf(sending.error) : undefined}
      bands
      submit={{
        children: what === 'extend' ? '延长' : '撤回',
        onTap: send,
        busy: sending.busy,
        busyText: '正在交…',
      }}
    >
      <Section flush pad>
        <View className="sw-stack">
          {what === 'extend' && (
            <Field
              label="改到哪天前查完"
              type="date"
              hint={`原来是${fullDay(round.lastDay)}。`}
              error={problems.lastDay}
              onInput={setLastDay}
            />
          )}
          <Field
            label={what === 'extend' ? '为什么延长' : '为什么撤回'}
            maxLength={200}
            initial=""
            error={problems.reason}
            placeholder={what === 'extend' ? '比如：大雪封路，走不到' : '比如：选错了镇'}
            onInput={setReason}
          />
        </View>
        <View className="sw-sub sw-mt8">
          {what === 'extend' ? '原来的日子和原因都留着。' : '还没有村查过，才能撤回。'}
        </View>
      </Section>
    </FormFrame>
  );
}
