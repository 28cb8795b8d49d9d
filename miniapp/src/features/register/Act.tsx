import { Staffed } from '@miniapp/features/staff';
import { useParams } from '@miniapp/platform/navigate';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Agree } from './forms/Agree';
import { Appraise } from './forms/Appraise';
import { Found } from './forms/Found';
import { Mark } from './forms/Posting';
import { AnswerObjection, HearObjection, Leave, OfficeWord, SayWhy, SignWord } from './forms/Words';
import { type Entry, useEntry } from './queries';
import { ACT_WORDS, type ActName } from './words';

/** One act on a family of the register. What was possible on the page before is asked again: somebody may have been faster. */
export function Act() {
  const { caseId = '', act = '' } = useParams<'caseId' | 'act'>();
  const query = useEntry(caseId);
  const entry = query.data;
  if (act !== 'post' && entry?.acts.includes(act)) return <Form entry={entry} act={act as FormAct} />;
  return (
    <Page title="风险消除">
      <Head title={ACT_WORDS[act as ActName]?.title ?? '风险消除'} />
      <Staffed query={query} rows={4}>
        {(found) => (
          <Note state="off" title="这一步现在办不了">
            {`这户现在是“${found.statusLabel}”。回去看看办到哪了。`}
          </Note>
        )}
      </Staffed>
    </Page>
  );
}

/** Sheets are put up where all are. */
type FormAct = Exclude<ActName, 'post'>;

function Form({ entry, act }: { entry: Entry; act: FormAct }) {
  switch (act) {
    case 'propose':
    case 'verify':
      return <Found entry={entry} act={act} />;
    case 'agree':
      return <Agree entry={entry} />;
    case 'appraise':
      return <Appraise entry={entry} />;
    case 'mark':
      return <Mark entry={entry} />;
    case 'signVerification':
      return <SignWord entry={entry} />;
    case 'townReview':
    case 'countyDecide':
      return <OfficeWord entry={entry} act={act} />;
    case 'hearObjection':
      return <HearObjection entry={entry} />;
    case 'answerObjection':
      return <AnswerObjection entry={entry} />;
    case 'leave':
      return <Leave entry={entry} />;
    case 'suggest':
    case 'suggestRollBack':
    case 'proposeRollBack':
    case 'withdraw':
      return <SayWhy entry={entry} act={act} />;
  }
}
