import { useMe } from '@miniapp/features/account';
import { useHanded } from '@miniapp/features/handed';
import { Staffed } from '@miniapp/features/staff';
import { useParams } from '@miniapp/platform/navigate';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import type { StaffFamily } from '@shared/contract/measures';
import type { ReactNode } from 'react';
import { AddMeasure } from './forms/AddMeasure';
import { AssignHelper } from './forms/AssignHelper';
import { MakePlan } from './forms/MakePlan';
import { SignForFamily } from './forms/SignForFamily';
import { StepForm } from './forms/StepForm';
import { OneMeasure } from './OneMeasure';
import { useStaffFamily } from './queries';
import { STEPS, type Step } from './staff-words';

const isStep = (text = ''): text is Step => (STEPS as readonly string[]).includes(text);

/** One act on a family's help, or one measure with what may be done with it. */
export function HelpAct() {
  const {
    caseId = '',
    what = '',
    measureId = '',
    planId = '',
    step,
  } = useParams<'caseId' | 'what' | 'measureId' | 'planId' | 'step'>();
  const me = useMe().data;
  const ofDepartment =
    me !== undefined && me.grants.length > 0 && me.grants.every(({ role }) => role === 'DEPT');
  // A department knows of a family what was handed to it, and no more.
  const handed = useHanded(ofDepartment ? 'help:handed' : undefined);
  const query = useStaffFamily(me === undefined || ofDepartment ? undefined : caseId);
  const personId = me?.personId ?? undefined;
  if (ofDepartment) {
    const found = handed.data?.measures.find(({ measure }) => measure.id === measureId);
    if (found !== undefined && handed.data !== undefined && personId !== undefined) {
      const about = {
        caseId,
        headName: found.headName,
        measure: found.measure,
        today: handed.data.today,
        personId,
      };
      return isStep(step) ? <StepForm {...about} step={step} /> : <OneMeasure {...about} />;
    }
    return (
      <Waiting>
        <Staffed query={handed} rows={5}>
          {() => <Gone />}
        </Staffed>
      </Waiting>
    );
  }
  const shown = query.data && personId && draw(query.data, personId);
  if (shown) return shown;
  return (
    <Waiting>
      <Staffed query={query} rows={5}>
        {() => <Gone />}
      </Staffed>
    </Waiting>
  );

  function draw(family: StaffFamily, who: string): ReactNode {
    const { headName, today } = family;
    if (what === 'helper') return <AssignHelper family={family} />;
    if (what === 'plan') return <MakePlan family={family} personId={who} />;
    if (what === 'add') return <AddMeasure family={family} personId={who} />;
    if (what === 'sign') return <SignForFamily family={family} planId={planId} />;
    const measure = family.measures.find(({ id }) => id === measureId);
    if (measure === undefined) return undefined;
    const about = { caseId, headName, measure, today, personId: who };
    return isStep(step) ? <StepForm {...about} step={step} /> : <OneMeasure {...about} />;
  }
}

const Waiting = ({ children }: { children: ReactNode }) => (
  <Page title="办帮扶">
    <Head title="办帮扶" />
    {children}
  </Page>
);

const Gone = () => <Note state="off" title="没有找到这一项，回去看一下" />;
