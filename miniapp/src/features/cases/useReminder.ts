import { call } from '@miniapp/platform/api';
import { toast } from '@miniapp/platform/ui';
import type { BarProps } from '@miniapp/ui/Bar';
import { useCommand } from '@miniapp/ui/useCommand';
import { type HouseholdCase, orStale } from './data';
import { sentenceOf } from './sentence';
import { reminderWords } from './words';

/**
 * 催一催 at the foot of the case: on once the date has passed, once a day; off with the day on which it will be on.
 * Nothing where the case waits for the family itself, or has ended.
 */
export function useReminder(
  view: HouseholdCase | undefined,
  onChange: (view: HouseholdCase) => void,
  onStale: () => void,
): BarProps | undefined {
  const command = useCommand(
    async (caseId: string, requestId: string) =>
      (await orStale(call('applications.remind', { caseId }, requestId), onStale)).case,
  );
  if (view === undefined) return undefined;
  const words = reminderWords(view);
  if (words === undefined) return undefined;
  const remind = async () => {
    const now = await command.run(view.id);
    if (now === undefined) return;
    onChange(now);
    toast('催过了，村里和镇里都收到了');
  };
  const failed = sentenceOf(command.error);
  return {
    primary: { children: '催一催', busy: command.busy, busyText: '正在催…', off: words.off, onTap: remind },
    reason: failed ?? words.reason,
  };
}
