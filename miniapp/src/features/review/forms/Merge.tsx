import { call } from '@miniapp/platform/api';
import { Field } from '@miniapp/ui/Field';
import { Link } from '@miniapp/ui/Link';
import { failureOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import type { OtherReport } from '@shared/casework';
import { ACTION_LABELS } from '@shared/messages';
import { useState } from 'react';
import { toCaseNo } from '../model/two-reports';
import { TwoReports, useOtherReport } from '../parts/TwoReports';
import { AskedForm } from './Asked';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { useForm } from './useForm';

/**
 * A second report becomes part of the one in hand. Nobody merges blindly: where the system found none, the number comes
 * first, then both stand side by side, then it is confirmed.
 */
export function MergeForm(props: FormProps) {
  const { view } = props;
  const query = useOtherReport(view);
  const [named, setNamed] = useState<OtherReport>();
  if (view.duplicateOf === null && named === undefined)
    return <WhichCase caseId={view.id} onFound={setNamed} />;
  const other = named ?? query.data;
  return (
    <AskedForm
      {...props}
      act="merge"
      given={named && { intoCaseNo: named.caseNo }}
      off={
        other === undefined
          ? '先看到另一件，再定并不并'
          : other.closed
            ? '那一件办完了，不能并过去'
            : undefined
      }
      about={() => (
        <>
          <TwoReports view={view} other={other} error={query.error} />
          {named && <Link onTap={() => setNamed(undefined)}>不是这一件，换一个编号</Link>}
        </>
      )}
    />
  );
}

function WhichCase({ caseId, onFound }: { caseId: string; onFound: (other: OtherReport) => void }) {
  const { form, change, problems, submit } = useForm(() => ({ caseNo: '' }));
  const looking = useCommand((caseNo: string) => call('reviews.otherReport', { caseId, caseNo }));
  const look = ({ caseNo }: { caseNo: string }) =>
    looking.run(caseNo).then((found) => {
      if (found !== undefined) onFound(found.other);
    });
  const refused = failureOf(looking.error, 'fetch');
  return (
    <FormFrame
      title="并到哪一件？"
      hint="先写编号，把两份放在一起看，再定并不并。"
      bar={ACTION_LABELS.merge}
      submit={{
        children: '看一看那一件',
        onTap: () => submit(({ caseNo }) => toCaseNo(caseNo), look),
        busy: looking.busy,
        busyText: '正在找…',
      }}
    >
      <Field
        label="编号"
        type="number"
        maxLength={20}
        initial={form.caseNo}
        hint="编号在那一件案卷的最上面。"
        error={problems.caseNo ?? refused}
        onInput={(caseNo) => change({ caseNo })}
      />
    </FormFrame>
  );
}
