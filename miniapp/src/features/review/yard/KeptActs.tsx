import { go } from '@miniapp/platform/navigate';
import { confirm } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { YARD_NAMES, type YardOperation } from './acts';
import { dropActs } from './outbox';
import { useYard } from './useYard';

interface KeptActsProps {
  caseId: string;
  unreached: boolean;
  /** Where each is changed; acts of other operations are not shown. */
  pages: Partial<Record<YardOperation, string>>;
}

/** What of this family waits on the phone, and the way on when it was refused. */
export function KeptActs({ caseId, unreached, pages }: KeptActsProps) {
  const { acts, personId } = useYard(unreached);
  return acts.map((act) => {
    const { requestId, operation, refused } = act;
    const page = pages[operation];
    if (act.caseId !== caseId || page === undefined) return null;
    const name = YARD_NAMES[operation];
    if (refused === undefined)
      return (
        <Note key={requestId} state="off" icon="nonet" title={`${name}存在手机里，还没交`}>
          有网自动交，不用再填。
        </Note>
      );
    const giveUp = async () => {
      const yes = await confirm({
        title: `${name}不交了？`,
        text: '存在手机里的这一份会删掉，找不回来。',
        yes: '删掉',
        no: '留着',
        danger: true,
      });
      if (yes && personId !== undefined) dropActs(personId, caseId, operation);
    };
    return (
      <Note
        key={requestId}
        state="late"
        alert
        title={`${name}没交上`}
        action={
          <>
            <Button size="small" onTap={() => go(page, { caseId })}>
              去改
            </Button>
            <Link onTap={giveUp}>不交了</Link>
          </>
        }
      >
        {refused.sentence}
      </Note>
    );
  });
}

interface KeptCountProps {
  unreached: boolean;
  operations: readonly YardOperation[];
}

/** Above a list of families: how much of it all waits on the phone. */
export function KeptCount({ unreached, operations }: KeptCountProps) {
  const { acts } = useYard(unreached);
  const kept = acts.filter(({ operation }) => operations.includes(operation));
  if (kept.length === 0) return null;
  const stuck = kept.some(({ refused }) => refused);
  return (
    <Note state={stuck ? 'late' : 'off'} icon="nonet" title={`有 ${kept.length} 份存在手机里，还没交`}>
      {stuck ? '有一份没交上，点开那一户看。' : '有网自动交，不用再填。'}
    </Note>
  );
}
