import { CASE_PAGE } from '@miniapp/features/staff';
import { go } from '@miniapp/platform/navigate';
import { useOnline } from '@miniapp/platform/network';
import { confirm } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import type { StaffCaseView } from '@shared/casework';
import { View } from '@tarojs/components';
import { pageOfAct } from '../acts';
import { workOf, YARD_NAMES, type YardAct } from './acts';
import { dropActs } from './outbox';
import { useYard } from './useYard';

const namesOf = (acts: readonly YardAct[]) => acts.map(({ operation }) => YARD_NAMES[operation]).join('、');

/** What waits on this phone of one case: that it is not handed in yet, why not, and the way on. */
export function CasePocket({ view, unreached }: { view: StaffCaseView; unreached: boolean }) {
  const { acts, personId } = useYard(unreached);
  const mine = acts.filter(({ caseId, operation }) => caseId === view.id && workOf(operation) === 'reviews');
  const [first] = mine;
  if (first === undefined || personId === undefined) return null;
  const stuck = mine.find(({ refused }) => refused);
  if (stuck?.refused === undefined)
    return (
      <Note state="off" icon="nonet" title={`${namesOf(mine)}存在手机里，还没交`}>
        有网自动交，不用再填。
      </Note>
    );
  const giveUp = async () => {
    const yes = await confirm({
      title: `${namesOf(mine)}不交了？`,
      text: '存在手机里的这一份会删掉，找不回来。',
      yes: '删掉',
      no: '留着',
      danger: true,
    });
    if (yes) dropActs(personId, view.id, 'reviews');
  };
  const action = stuck.operation === 'reviews.signVerification' ? 'signVerification' : 'recordVerification';
  return (
    <Note
      state="late"
      alert
      title={
        stuck.refused.isConflict ? '别人先办了这户，您的还没交上' : `${YARD_NAMES[stuck.operation]}没交上`
      }
      action={
        <>
          <Button size="small" onTap={() => go(...pageOfAct(action, view))}>
            {stuck.refused.isConflict ? '看改了什么，再交' : '去改'}
          </Button>
          <Link onTap={giveUp}>不交了</Link>
        </>
      }
    >
      <View>{stuck.refused.isConflict ? '您填的都还在手机里。' : stuck.refused.sentence}</View>
    </Note>
  );
}

/**
 * Without a network: the families that a verifier took along. With one: what of them is not handed in yet.
 * @param unreached the phone believes in a network, and the server could not be reached all the same
 */
export function QueuePocket({ unreached }: { unreached: boolean }) {
  const { acts, cases } = useYard(unreached);
  const offline = useOnline() === false || unreached;
  const waiting = new Set(acts.map(({ caseId }) => caseId));
  const shown = cases.filter(({ id }) => offline || waiting.has(id));
  if (shown.length === 0) return null;
  return (
    <Section title="存在这台手机里的" aside={offline ? '没有网也能填' : undefined}>
      {shown.map((view) => {
        const mine = acts.filter(({ caseId }) => caseId === view.id);
        const stuck = mine.some(({ refused }) => refused);
        return (
          <Row
            key={view.id}
            title={view.headName}
            detail={
              mine.length === 0
                ? view.group
                : `${namesOf(mine)}${stuck ? '没交上，点开看' : '等网，有网自动交'}`
            }
            tag={
              mine.length === 0 ? undefined : (
                <Tag state={stuck ? 'late' : 'off'}>{stuck ? '要看一眼' : '还没交'}</Tag>
              )
            }
            onTap={() => go(CASE_PAGE, { caseId: view.id })}
          />
        );
      })}
    </Section>
  );
}
