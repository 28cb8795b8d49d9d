import { useVillagePhone } from '@miniapp/features/account';
import { DISPUTE_PAGE } from '@miniapp/features/money';
import { go, useParams } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { day, money } from '@shared/messages/format';
import { SAID_PAGE } from './pages';
import { type CardLine, useCard } from './queries';

/** 「有一项不对」: which of the card's lines. */
export function PickLine() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = useCard(caseId);
  return (
    <Page title="有一项不对">
      <Head
        title="哪一项不对？"
        hint="点一项，说说哪里不对。别的照样可以签字。"
        read="哪一项不对？点一项，说说哪里不对。"
      />
      <QueryView query={query} rows={4} phone={useVillagePhone()}>
        {({ card }) => (
          <Section flush>
            {(card === null || card.lines.length === 0) && <Empty>卡上还没有写什么。</Empty>}
            {card?.lines.map((line) => (
              <Row
                key={`${line.kind} ${line.id}`}
                title={line.title}
                detail={wordsOf(line)}
                onTap={() =>
                  go(DISPUTE_PAGE, {
                    case: caseId,
                    kind: line.kind,
                    line: line.id,
                    year: line.on.slice(0, 4),
                  })
                }
              />
            ))}
          </Section>
        )}
      </QueryView>
      <Section>
        <Row
          title="我说过的"
          detail="看答复，还不对就再说一次"
          onTap={() => go(SAID_PAGE, { case: caseId })}
        />
      </Section>
    </Page>
  );
}

const wordsOf = ({ fen, words, payer, on }: CardLine): string =>
  [fen === null ? words : money(fen), payer, day(on)].filter(Boolean).join(' · ');
