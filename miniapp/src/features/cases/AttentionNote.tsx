import { go } from '@miniapp/platform/navigate';
import { Button } from '@miniapp/ui/Button';
import { Note } from '@miniapp/ui/Note';
import { day } from '@shared/messages/format';
import { LATE_SENTENCES } from '@shared/messages/household';
import type { HouseholdCase } from './data';
import { SEND_LINK_PAGE, SIGN_PAGE, SUPPLEMENT_PAGE } from './pages';

/** What should have happened by when, and that it can be said aloud. */
function lateSentence({ steps, allowed, holder }: HouseholdCase): string {
  const late = steps.find(({ status }) => status === 'LATE');
  const what = late?.on ? `应该 ${day(late.on)}前${LATE_SENTENCES[late.key]}。` : '还在办，没有停。';
  if (allowed.includes('remind')) return `${what}您可以点下面催一催。`;
  return holder.contact === null
    ? what
    : `${what}可以打电话问${holder.contact.name || holder.contact.office}。`;
}

/** The one thing that needs the family, with the one button that mends it; else what is late; else nothing. */
export function AttentionNote({ view }: { view: HouseholdCase }) {
  const { missing, unsigned, withdrawal, overdueDays } = view;
  if (view.result.kind !== 'NONE') return null;
  if (withdrawal === 'ASKED')
    return (
      <Note state="off" title="您说不办了">
        村干部会打电话或上门，问一句是不是您的意思。
      </Note>
    );
  const first = missing[0];
  if (first !== undefined)
    return (
      <Note
        state="need"
        title={missing.length === 1 ? `还差 1 样：${first.what}` : `还差 ${missing.length} 样`}
        action={
          <Button kind="primary" onTap={() => go(SUPPLEMENT_PAGE, { case: view.id })}>
            去补上
          </Button>
        }
      >
        {view.supplementDueOn === null ? '补上就接着办。' : `${day(view.supplementDueOn)}前补上，就接着办。`}
      </Note>
    );
  // Whoever only reported for a neighbour cannot sign for the family.
  if (unsigned.length > 0 && view.mayWithdraw) {
    const names = unsigned.map(({ name }) => name).join('、');
    const [only] = unsigned;
    const away = unsigned.length === 1 && only?.away ? only : undefined;
    return (
      <Note
        state="need"
        title={`还差 ${unsigned.length} 样：${names}的签名`}
        action={
          away === undefined ? (
            <Button kind="primary" onTap={() => go(SIGN_PAGE, { case: view.id })}>
              去签名
            </Button>
          ) : (
            <Button
              kind="primary"
              onTap={() => go(SEND_LINK_PAGE, { case: view.id, member: away.memberKey })}
            >
              发给他，在他手机上签
            </Button>
          )
        }
      >
        {away === undefined ? '签了名，部门才能查对信息。' : '他签了，部门才能查对信息。'}
      </Note>
    );
  }
  if (overdueDays > 0)
    return (
      <Note state="late" title={`比说好的日子晚了 ${overdueDays} 天`}>
        {lateSentence(view)}
      </Note>
    );
  return null;
}
