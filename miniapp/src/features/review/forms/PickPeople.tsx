import { call } from '@miniapp/platform/api';
import { toast } from '@miniapp/platform/ui';
import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { QueryView } from '@miniapp/ui/QueryView';
import { useQuery } from '@miniapp/ui/useQuery';
import type { StaffRef } from '@shared/casework';
import type { Question } from '../model/asked';

export interface PickPeopleProps {
  question: Extract<Question, { kind: 'people' }>;
  caseId: string;
  value: readonly StaffRef[];
  error?: string;
  onChange: (people: StaffRef[]) => void;
}

/** Colleagues by name and office: one, or several. */
export function PickPeople({ question, caseId, value, error, onChange }: PickPeopleProps) {
  const { from, label, most } = question;
  const serving = useQuery(`${from}:${caseId}`, () =>
    from === 'reviewers' ? call('reviews.reviewers', { caseId }) : call('reviews.colleagues', { caseId }),
  );
  return (
    <QueryView query={serving}>
      {({ colleagues }) => {
        const choices = colleagues.map(({ personId, name, office }) => ({
          value: personId,
          label: name,
          detail: office,
        }));
        const named = (ids: readonly string[]) =>
          onChange(colleagues.filter(({ personId }) => ids.includes(personId)));
        if (choices.length === 0) return <Empty>没有能派的人。请县里先登记干部。</Empty>;
        const chosen = value.map(({ personId }) => personId);
        return most === 1 ? (
          <Choices
            label={label}
            error={error}
            value={chosen[0]}
            onChange={(id) => named([id])}
            choices={choices}
          />
        ) : (
          <Choices
            label={label}
            error={error}
            multiple
            max={most}
            onTooMany={() => toast(`最多 ${most} 位。先去掉一位再选`)}
            value={chosen}
            onChange={named}
            choices={choices}
          />
        );
      }}
    </QueryView>
  );
}
