import { toast } from '@miniapp/platform/ui';
import { type Choice, Choices } from '@miniapp/ui/Choices';
import type { IconName } from '@miniapp/ui/Icon';
import { RISK_TYPES, type RiskType } from '@shared/casework/codes';
import { TROUBLE_LABELS } from '@shared/messages/labels';
import { MAX_TROUBLES } from './answers';
import { Question } from './Question';
import { useReport } from './useReport';

const ICONS: Record<RiskType, IconName> = {
  ILLNESS: 'ill',
  SCHOOLING: 'book',
  DISABILITY: 'cane',
  DISASTER: 'storm',
  ACCIDENT: 'crash',
  INDUSTRY_FAIL: 'sprout',
  JOB_UNSTABLE: 'work',
  NO_LABOUR: 'nohand',
  HOUSING: 'house',
  WATER: 'drop',
  OTHER: 'more',
};

const CHOICES: Array<Choice<RiskType>> = RISK_TYPES.map((risk) => ({
  value: risk,
  icon: ICONS[risk],
  label: TROUBLE_LABELS[risk],
  ...(risk === 'DISASTER' && { detail: '水、旱、雪、火、地质灾害' }),
}));

/** 02-d. Left out when the tapped phrases say it already. */
export function TroubleQuestion() {
  const report = useReport('trouble');
  const { answers, say, next, problem } = report;
  const count = answers.troubles.length;
  return (
    <Question
      report={report}
      title="最难的是哪一样？"
      hint={answers.phrases.length > 0 ? '最多选 3 样。上一步点过的，已经替您选好。' : '最多选 3 样。'}
      read="最难的是哪一样？最多选三样。"
      bar={{
        primary: { children: count === 0 ? '下一步' : `下一步（选了 ${count} 样）`, onTap: () => next() },
      }}
    >
      <Choices<RiskType>
        multiple
        label="主要困难"
        hideLabel
        choices={CHOICES}
        value={answers.troubles}
        onChange={(troubles) => say({ troubles })}
        max={MAX_TROUBLES}
        onTooMany={() => toast('最多 3 样。先去掉一样再选')}
        error={problem('troubles')}
      />
    </Question>
  );
}
