import { AGAIN_PAGE } from '@miniapp/features/apply';
import { call } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { CallRow } from '@miniapp/ui/CallRow';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { day, money } from '@shared/messages/format';
import { NOT_ACCEPTED_SENTENCES, REVIEW_SENTENCES } from '@shared/messages/labels';
import { endSentences, notAcceptedWayOut, RETURN_SENTENCES } from '@shared/messages/turns';
import { View } from '@tarojs/components';
import { type HouseholdCase, orStale } from './data';
import { Hearing } from './Hearing';
import { SUPPLEMENT_PAGE } from './pages';
import { sentenceOf } from './sentence';

interface TurnsProps {
  view: HouseholdCase;
  onChange: (view: HouseholdCase) => void;
  onStale: () => void;
}

/** Where a case left the straight path: what happens now, by when, and what the family has to do, which is mostly nothing. */
export function Turns({ view }: { view: HouseholdCase }) {
  const { objection, returned, transfer, greenChannel, review, result } = view;
  return (
    <>
      {greenChannel !== null && (
        <>
          <Note state="doing" title="情况急，先帮后补手续">
            先把急的帮上。手续后面再补，不耽误帮您。
          </Note>
          {greenChannel.help.length > 0 && (
            <Section title="先帮的">
              {greenChannel.help.map(({ name, on, amountFen }) => (
                <Row
                  key={`${name}-${on}-${amountFen}`}
                  title={name}
                  detail={day(on)}
                  {...(amountFen !== null && { right: <View className="sw-b">{money(amountFen)}</View> })}
                />
              ))}
            </Section>
          )}
        </>
      )}
      {objection !== null && (
        <Note state="off" title="您家的天数先停">
          {objection.answerDueOn === null
            ? '查清了就接着算。不用您做什么。'
            : `${day(objection.answerDueOn)}前查清，再接着算。不用您做什么。`}
        </Note>
      )}
      <Hearing view={view} />
      {returned !== null && result.kind === 'NONE' && (
        <Note state="doing" title={`${returned.by === 'TOWN' ? '镇里' : '县里'}请村里再看一看`}>
          {`${day(returned.on)}退回来的。${RETURN_SENTENCES[returned.step]}`}
        </Note>
      )}
      {transfer !== null && result.kind === 'NONE' && (
        <Note state="doing" title="转到该办的村了">
          {`${day(transfer.on)}转的。您填的都带过去了，不用再填。`}
        </Note>
      )}
      {review.outcome !== null && review.outcome !== 'UPHOLD' && (
        <Note state="ok" title="再看的结果出来了">
          {REVIEW_SENTENCES[review.outcome]}
        </Note>
      )}
      {view.state === 'REVIEW' && (
        <Section title="再查一次">
          <KeyValue
            facts={[
              { key: '哪天请的', value: review.askedOn === null ? undefined : day(review.askedOn) },
              {
                key: '谁去查',
                value:
                  review.reviewers.length === 0
                    ? '镇里正在定，换两个没来过的人'
                    : `${review.reviewers.join('、')}，没来过您家的人`,
              },
              {
                key: '最晚',
                value: review.answerDueOn === null ? '镇里会告诉您' : `${day(review.answerDueOn)}前答复您`,
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

/** How a case ended that was neither included, refused nor withdrawn: what that means and the way on. */
export function Ended({ view, onChange, onStale }: TurnsProps) {
  const { result } = view;
  switch (result.kind) {
    case 'MERGED':
      return (
        <>
          <Plain sentences={endSentences('MERGED')} />
          <AskOffice village={view.village} title="打电话问" />
        </>
      );
    case 'TRANSFERRED':
      return (
        <>
          <Plain sentences={endSentences('TRANSFERRED')} />
          <AskOffice village={view.transfer?.village ?? view.village} title="现在归这里办" />
        </>
      );
    case 'NOT_ACCEPTED':
      return (
        <>
          <Plain title="为什么" sentences={[NOT_ACCEPTED_SENTENCES[result.notAcceptedReason]]} />
          <Plain title="接下来怎么办" sentences={notAcceptedWayOut(result.notAcceptedReason)} />
          <AskOffice village={view.village} title="打电话问" town />
          <ReportAgain caseId={view.id} />
        </>
      );
    case 'EXPIRED':
      return <Lapsed view={view} reopenUntil={result.reopenUntil} onChange={onChange} onStale={onStale} />;
    case 'REMOVED':
      return (
        <>
          <Plain sentences={endSentences('REMOVED')} />
          <AskOffice village={view.village} title="您觉得不对，就打电话" town />
          <ReportAgain caseId={view.id} />
        </>
      );
    case 'WITHDRAWN':
      return <ReportAgain caseId={view.id} />;
    default:
      return null;
  }
}

function Plain({ title, sentences }: { title?: string; sentences: readonly string[] }) {
  return (
    <Section title={title} flush={title === undefined} pad>
      {sentences.map((sentence) => (
        <View key={sentence} className="sw-p">
          {sentence}
        </View>
      ))}
    </Section>
  );
}

/** Who can be called about it: the village, or the township where the village is not the one to ask. */
function AskOffice({ village, title, town = false }: { village: string; title: string; town?: boolean }) {
  const query = useQuery(`village:${village}`, () => call('regions.village', { code: village }));
  return (
    <Section title={title}>
      <QueryView query={query} rows={1}>
        {(found) =>
          [found.village, ...(town ? [found.town] : [])]
            .filter(({ phone }) => phone !== '')
            .map(({ office, phone }) => <CallRow key={office} title={office} number={phone} />)
        }
      </QueryView>
    </Section>
  );
}

/** The way from an end to a new report: what was told then is filled in, to be looked at. */
export function ReportAgain({ caseId }: { caseId: string }) {
  return (
    <Section>
      <Row
        icon="hand"
        title="照上次填的，再报一次"
        detail="难处还在，或者有了新的，随时可以"
        onTap={() => go(AGAIN_PAGE, { case: caseId })}
      />
    </Section>
  );
}

/** Papers did not come in time: one tap takes the case up again, as long as that is possible. */
function Lapsed({ view, reopenUntil, onChange, onStale }: TurnsProps & { reopenUntil: string }) {
  const reopen = useCommand(
    async (caseId: string, requestId: string) =>
      (await orStale(call('applications.reopen', { caseId }, requestId), onStale)).case,
  );
  const again = async () => {
    const now = await reopen.run(view.id);
    if (now === undefined) return;
    onChange(now);
    toast('接着办了，把材料补上就行');
    await go(SUPPLEMENT_PAGE, { case: view.id });
  };
  const failed = sentenceOf(reopen.error);
  if (!view.allowed.includes('reopen'))
    return (
      <>
        <Plain
          sentences={[`${day(reopenUntil)}已经过了，这一件不能接着办了。`, '难处还在，就再申报一次。']}
        />
        <AskOffice village={view.village} title="不会弄，就打电话" />
        <ReportAgain caseId={view.id} />
      </>
    );
  return (
    <>
      <Note
        state="need"
        title="点一下，就能接着办"
        action={
          <Button kind="primary" busy={reopen.busy} busyText="正在接…" onTap={again}>
            接着办
          </Button>
        }
      >
        {`${day(reopenUntil)}前都行。以前填的、交的都还在。`}
      </Note>
      {failed !== undefined && <Note state="late" alert title={failed} />}
      <AskOffice village={view.village} title="材料不好找，请村里帮您" />
    </>
  );
}
