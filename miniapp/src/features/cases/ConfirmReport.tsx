import { call } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { Button } from '@miniapp/ui/Button';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import type { HouseholdCase } from './data';
import { SENT_PAGE } from './pages';

/** A family that took its case over reads what was reported for it, and says that it is so. */
export function ConfirmReport({
  view,
  onChange,
}: {
  view: HouseholdCase;
  onChange: (now: HouseholdCase) => void;
}) {
  const confirm = useCommand((caseId: string, requestId) =>
    call('applications.confirmReport', { caseId }, requestId),
  );
  if (!view.allowed.includes('confirmReport')) return null;
  const agree = async () => {
    const done = await confirm.run(view.id);
    if (done !== undefined) onChange(done.case);
  };
  return (
    <Note
      state="need"
      title={`${view.report.reporter.name}替您家报的，请看一遍`}
      action={
        <Button size="small" kind="primary" busy={confirm.busy} busyText="正在交…" onTap={agree}>
          对，是我家的情况
        </Button>
      }
    >
      <Link edge onTap={() => go(SENT_PAGE, { case: view.id })}>
        看报了什么
      </Link>
      {confirm.error !== undefined && (sentenceOf(confirm.error) ?? '没有交成，再点一次。')}
      不对，就给村委会打电话。
    </Note>
  );
}
