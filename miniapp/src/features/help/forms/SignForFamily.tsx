import { FormFrame, One } from '@miniapp/features/review/kit';
import { issuesOf, usePhotos } from '@miniapp/features/staff';
import { call, type Input } from '@miniapp/platform/api';
import { Shot } from '@miniapp/ui/Shot';
import { useCommand } from '@miniapp/ui/useCommand';
import type { StaffFamily } from '@shared/contract/measures';
import { useState } from 'react';
import { PAPER_WAYS, type PaperWay } from '../staff-words';
import { done, problemOf } from './done';

/** The plan was read to a family without a phone, and it signed on paper (domain.md 3.4, last row). */
export function SignForFamily({ family, planId }: { family: StaffFamily; planId: string }) {
  const { caseId, headName } = family;
  const [how, setHow] = useState<PaperWay>('PAPER');
  const photos = usePhotos();
  const [checking, setChecking] = useState(false);
  const sending = useCommand((input: Input<'measures.signPlan'>, requestId) =>
    call('measures.signPlan', input, requestId),
  );
  const [attachmentId] = photos.ids();
  const missing =
    photos.waiting > 0
      ? '照片还在传，等一下再交。'
      : attachmentId === undefined
        ? '拍一张签了字的计划。'
        : undefined;
  const shot = photos.shot('AUTH_FORM');
  const issues = issuesOf(sending.error);
  const problem = (checking ? missing : undefined) ?? issues.attachmentId;
  const hand = async () => {
    setChecking(true);
    if (missing !== undefined || attachmentId === undefined) return;
    if ((await sending.run({ caseId, planId, how, attachmentId })) !== undefined)
      await done(caseId, '记下了，可以开始办');
  };
  return (
    <FormFrame
      title="农户在纸上签了"
      top={`${headName}家`}
      hint="先把计划念给家里听。同意了，再请他们签。"
      bar="农户签字"
      problem={problemOf(problem === undefined ? 0 : 1, sending.error)}
      submit={{ children: '交上去', onTap: hand, busy: sending.busy, busyText: '正在交…' }}
    >
      <One label="怎么签的" chips={PAPER_WAYS} value={how} onChange={setHow} />
      <Shot
        title="签了字的计划"
        hint="字和手印要拍清楚"
        example="signed"
        max={1}
        {...shot}
        error={problem ?? shot.error}
      />
    </FormFrame>
  );
}
