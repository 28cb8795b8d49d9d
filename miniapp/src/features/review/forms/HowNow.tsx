import { toast } from '@miniapp/platform/ui';
import { Chips } from '@miniapp/ui/Chips';
import { RISK_TYPES, type RiskType } from '@shared/casework/codes';
import { FOLLOW_UP_RESULTS, type FollowUpResult } from '@shared/followups/codes';
import { FOLLOW_UP_RESULT_LABELS } from '@shared/messages/followups';
import { TROUBLE_LABELS } from '@shared/messages/labels';
import { choicesOf, One } from './One';

/** How a family is, as whoever saw it says: the result, and up to three risks that are new (domain.md 3.5). */
export interface Now {
  result?: FollowUpResult;
  newRisks: RiskType[];
}

interface HowNowProps {
  form: Now;
  problems: Record<string, string>;
  onChange: (next: Partial<Now>) => void;
}

/** What is still missing of it, by field. */
export function nowProblems({ result, newRisks }: Now): Record<string, string> {
  if (result === undefined) return { result: '选一样，现在怎么样。' };
  return result === 'NEW_RISK' && newRisks.length === 0 ? { newRisks: '选一下是哪样风险。' } : {};
}

/** The same as it is handed in: risks that were ticked before another result was chosen are not meant. */
export function toNow({ result = 'STABLE', newRisks }: Now): Required<Now> {
  return { result, newRisks: result === 'NEW_RISK' ? newRisks : [] };
}

/** The question of a visit and of every follow-up; its section is named the same, so its label is heard and not seen. */
export function HowNow({ form: { result, newRisks }, problems, onChange }: HowNowProps) {
  return (
    <>
      <One
        label="现在怎么样？"
        hideLabel
        chips={choicesOf(FOLLOW_UP_RESULTS, FOLLOW_UP_RESULT_LABELS)}
        value={result}
        error={problems.result}
        onChange={(next) => onChange({ result: next })}
      />
      {result === 'NEW_RISK' && (
        <Chips
          label="哪样新风险？最多选三样"
          chips={choicesOf(RISK_TYPES, TROUBLE_LABELS)}
          value={newRisks}
          max={3}
          onTooMany={() => toast('最多选三样')}
          error={problems.newRisks}
          onChange={(next) => onChange({ newRisks: next })}
        />
      )}
    </>
  );
}
