import { useMe } from '@miniapp/features/account';
import { CASE_PAGE, Staffed } from '@miniapp/features/staff';
import { NetworkError } from '@miniapp/platform/call';
import { backOr, useParams } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Head } from '@miniapp/ui/Head';
import { Loading } from '@miniapp/ui/Loading';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { ACTION_LABELS } from '@shared/messages';
import { useEffect, useState } from 'react';
import { HANDS } from './acts';
import { ActForm, DONE_WORDS, hasForm } from './forms';
import { HandsForm } from './forms/HandsForm';
import { mayDo } from './model/facts';

import { useCase } from './useCase';
import { useHands } from './useHands';

/** One act on one case, on a page of its own. */
export function Act() {
  const { caseId, action = '' } = useParams<'caseId' | 'action'>();
  const query = useCase(caseId);
  const me = useMe();
  const [conflict, setConflict] = useState<string>();
  const [done, setDone] = useState(false);
  // A form opens on the case as it is, not as it was when it was last looked at; without a network, on that.
  const [asked, setAsked] = useState(false);
  const { loading } = query;
  useEffect(() => {
    if (!loading) setAsked(true);
  }, [loading]);
  const view = query.data;

  const leave = () => backOr(CASE_PAGE, { caseId });

  if (action === HANDS) return <HandsOnPhone caseId={caseId} onLeave={leave} />;
  if (!hasForm(action)) return <Over title="没有这一步" sentence="没有这一步。回去再看。" onLeave={leave} />;
  if (done) return <Page title={ACTION_LABELS[action]} />;
  if (view === undefined || me.data === undefined || !asked)
    return (
      <Page title={ACTION_LABELS[action]}>
        <Head title={ACTION_LABELS[action]} />
        {view === undefined ? <Staffed query={query}>{() => null}</Staffed> : <Loading />}
      </Page>
    );
  if (!mayDo(view, action) && !loading)
    return (
      <Over
        title={ACTION_LABELS[action]}
        sentence={conflict ?? '这一步已经办过了，或者还没轮到。'}
        onLeave={leave}
      />
    );
  return (
    <ActForm
      action={action}
      me={me.data}
      view={view}
      conflict={conflict}
      reading={conflict !== undefined && loading}
      onDone={() => {
        setDone(true);
        toast(DONE_WORDS[action] ?? '办好了');
        leave();
      }}
      unreached={query.error instanceof NetworkError}
      onKept={() => {
        setDone(true);
        toast('没有网，先存在手机里。有网自动交');
        leave();
      }}
      onConflict={(sentence) => {
        setConflict(sentence);
        query.reload();
      }}
    />
  );
}

/** Giving a case away, or taking it. */
function HandsOnPhone({ caseId, onLeave }: { caseId?: string; onLeave: () => void }) {
  const query = useCase(caseId);
  const hands = useHands(query.data);
  if (query.data === undefined || hands.look === undefined)
    return (
      <Page title="谁在办">
        <Head title="谁在办" />
        {query.data === undefined ? <Staffed query={query}>{() => null}</Staffed> : <Loading />}
      </Page>
    );
  return <HandsForm view={query.data} hands={hands} onDone={onLeave} />;
}

/** It cannot be done any more: says why, and leads back. */
function Over({ title, sentence, onLeave }: { title: string; sentence: string; onLeave: () => void }) {
  return (
    <Page title={title} bar={<Bar primary={{ children: '回到案卷', onTap: onLeave }} />}>
      <Head title={title} />
      <Note state="need" alert title={sentence} />
    </Page>
  );
}
