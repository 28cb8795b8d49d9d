import { useVillagePhone } from '@miniapp/features/account';
import { photographPaper, sendFile } from '@miniapp/features/attachments';
import { call } from '@miniapp/platform/api';
import { type LocalPhoto, photoFromDrawing } from '@miniapp/platform/media';
import { backOr, replace, useParams } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView, sentenceOf } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { Sign, type SignHandle } from '@miniapp/ui/Sign';
import { useCommand } from '@miniapp/ui/useCommand';
import { money } from '@shared/messages/format';
import { useRef, useState } from 'react';
import { CARD_PAGE } from './pages';
import { type Card, useCard } from './queries';

interface Signature {
  method: 'SCREEN' | 'PAPER';
  file: () => Promise<LocalPhoto>;
}

/** The household's name under the version that it has just read. */
export function SignCard() {
  const { case: caseId = '', card: cardId = '' } = useParams<'case' | 'card'>();
  const query = useCard(caseId);
  const phone = useVillagePhone();
  const card = query.data?.card;
  if (card?.id === cardId && card.maySign)
    return <Signing card={card} caseId={caseId} onDone={query.reload} />;
  return (
    <Page title="签字">
      <Head title="签字" read="这一版不用签了。回去看最新的明白卡。" />
      <QueryView query={query} phone={phone}>
        {() => (
          <Note
            title="这一版不用签了"
            action={<Button onTap={() => replace(CARD_PAGE, { case: caseId })}>看最新的明白卡</Button>}
          />
        )}
      </QueryView>
    </Page>
  );
}

function Signing({ card, caseId, onDone }: { card: Card; caseId: string; onDone: () => Promise<void> }) {
  const sheet = useRef<SignHandle>(null);
  const [inked, setInked] = useState(false);
  const [photoProblem, setPhotoProblem] = useState<string>();
  const give = useCommand(async ({ method, file }: Signature, requestId: string) => {
    const signatureId = await sendFile(await file(), method === 'SCREEN' ? 'SIGNATURE' : 'AUTH_FORM');
    return call('cards.sign', { cardId: card.id, signatureId, method }, requestId);
  });
  const hand = async (signature: Signature) => {
    if ((await give.run(signature)) === undefined) return;
    toast('签好了');
    await onDone();
    await backOr(CARD_PAGE, { case: caseId });
  };
  const onScreen = async () => {
    const drawing = await sheet.current?.toImage();
    if (drawing !== undefined) await hand({ method: 'SCREEN', file: () => photoFromDrawing(drawing) });
  };
  const onPaper = async () => {
    const taken = await photographPaper();
    setPhotoProblem(typeof taken === 'string' ? taken : undefined);
    if (typeof taken === 'object') await hand({ method: 'PAPER', file: async () => taken });
  };
  const problem =
    photoProblem ??
    (give.error === undefined ? undefined : (sentenceOf(give.error) ?? '没有网，没交上。再点一次。'));
  const sum = card.sumFen > 0 ? `，打到卡上 ${money(card.sumFen)}` : '';
  const what = `第 ${card.version} 版，一共 ${card.lines.length} 项${sum}。`;
  return (
    <Page
      title="签字"
      bar={
        <Bar
          primary={{
            children: '交签名',
            busy: give.busy,
            busyText: '正在交…',
            off: inked ? undefined : '签了名才能交',
            onTap: onScreen,
          }}
        />
      }
    >
      <Head
        top={`${card.headName}家的明白卡`}
        title="签个名"
        hint={`${what}账上的、卡上的、实际收到的要一样。`}
        read={`签个名。${what}收到的和卡上写的一样，就用手指写名字，再点交签名。`}
      />
      {problem !== undefined && <Note state="late" alert title={problem} />}
      <Section title={`请 ${card.headName} 用手指签名`} pad>
        <Sign ref={sheet} who={card.headName} onChange={setInked} onPaper={onPaper} />
      </Section>
    </Page>
  );
}
