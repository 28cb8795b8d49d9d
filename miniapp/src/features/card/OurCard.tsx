import { useVillagePhone } from '@miniapp/features/account';
import { call } from '@miniapp/platform/api';
import { go, useParams } from '@miniapp/platform/navigate';
import { openPdf } from '@miniapp/platform/papers';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { CallRow } from '@miniapp/ui/CallRow';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView, sentenceOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useQuery } from '@miniapp/ui/useQuery';
import { afterwardsSentences } from '@shared/messages/cards';
import { day, fullDay, money } from '@shared/messages/format';
import { formatCaseNo } from '@shared/people/case-number';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { CARD_PAGE, PICK_PAGE, SAID_PAGE, SIGN_CARD_PAGE } from './pages';
import { type Card, type CardLine, useCard } from './queries';

/** 10. The newest card, or the version of before that was asked for: the same lines as on the paper. */
export function OurCard() {
  const { case: caseId = '', version } = useParams<'case' | 'version'>();
  const query = useCard(caseId);
  const old = useQuery(version && `card-version:${version}`, () =>
    call('cards.version', { cardId: version ?? '' }),
  );
  const phone = useVillagePhone();
  const card = version === undefined ? query.data?.card : old.data?.card;
  return (
    <Page title="帮扶明白卡" bar={card?.maySign && <SignBar card={card} caseId={caseId} />}>
      <Head
        top={card ? `${fullDay(card.madeOn)} · 第 ${card.version} 版` : undefined}
        title={card ? `${card.headName}家的明白卡` : '帮扶明白卡'}
        read={card ? () => readAloud(card) : undefined}
      />
      {version === undefined ? (
        <QueryView query={query} rows={5} phone={phone}>
          {() => (card ? <Content card={card} /> : <Empty>明白卡正在做，过几分钟再来看。</Empty>)}
        </QueryView>
      ) : (
        <QueryView query={old} rows={5} phone={phone}>
          {(found) => <Content card={found.card} />}
        </QueryView>
      )}
      {card && version === undefined && (
        <>
          <Section>
            {!card.maySign && card.lines.length > 0 && (
              <Row
                title="有一项不对"
                detail="没收到、钱数不对，点这里说"
                onTap={() => go(PICK_PAGE, { case: caseId })}
              />
            )}
            <Row
              title="我说过的"
              detail="看谁在查、怎么答复的"
              onTap={() => go(SAID_PAGE, { case: caseId })}
            />
          </Section>
          <Versions versions={(query.data?.versions ?? []).slice(1)} caseId={caseId} />
        </>
      )}
    </Page>
  );
}

function SignBar({ card, caseId }: { card: Card; caseId: string }) {
  return (
    <Bar
      pair
      primary={{
        children: '都对，签字',
        onTap: () => go(SIGN_CARD_PAGE, { case: caseId, card: card.id }),
      }}
      second={{ children: '有一项不对', onTap: () => go(PICK_PAGE, { case: caseId }) }}
    />
  );
}

function Content({ card }: { card: Card }) {
  const { memberCount, villageName, group, includedOn, caseNo, lines, sumFen, signed, helper } = card;
  const home = [
    memberCount === null ? '' : `${memberCount} 口人`,
    [villageName, group.replace('组', ' 组')].filter(Boolean).join(' '),
  ];
  const afterwards = afterwardsSentences(card.afterwards);
  return (
    <>
      {signed === null ? (
        card.maySign && (
          <Note state="need" title="请看一遍，对了就签字">
            账上的、卡上的、实际收到的要一样。
          </Note>
        )
      ) : (
        <Note state="ok" title={`${day(signed.on)}已签`}>
          改动会出新的一版。
        </Note>
      )}
      <Section flush>
        <KeyValue
          facts={[
            { key: '家里', value: home.filter(Boolean).join(' · ') || undefined },
            { key: '从哪天起', value: `${fullDay(includedOn)}起帮扶` },
            { key: '编号', value: formatCaseNo(caseNo) },
          ]}
        />
      </Section>
      {helper && (
        <Section>
          <CallRow over="联系您家的干部" title={helper.name} number={helper.phone} also={helper.unit} />
        </Section>
      )}
      <Section title={`${card.year}年帮了什么`} aside={`${lines.length} 项`}>
        {lines.length === 0 && <Empty>今年还没有记下来的帮扶。有了会写在这里。</Empty>}
        {lines.map((line) => (
          <Line key={`${line.kind} ${line.id}`} line={line} />
        ))}
        {sumFen > 0 && <Row title="打到卡上的钱合计" right={<View className="sw-b">{money(sumFen)}</View>} />}
      </Section>
      {afterwards.length > 0 && (
        <Section title="名单退出以后" pad>
          {afterwards.map((sentence) => (
            <View key={sentence}>{sentence}</View>
          ))}
        </Section>
      )}
      <Print cardId={card.id} />
    </>
  );
}

function Line({ line }: { line: CardLine }) {
  const { title, payer, on, member, cardTail, doing } = line;
  const whom = [member, cardTail && `卡尾号 ${cardTail}`].filter(Boolean).join(' · ');
  return (
    <Row
      title={title}
      detail={
        <>
          <View>{`${payer} · ${day(on)}`}</View>
          {whom !== '' && <View>{whom}</View>}
        </>
      }
      right={doing ? <Tag state="doing">在办</Tag> : <View className="sw-b">{amountOf(line)}</View>}
    />
  );
}

const amountOf = ({ fen, words }: CardLine): string => (fen === null ? words || '已办' : money(fen));

/** The paper is fetched by a link of the caller's own and opened at once: no address is left behind. */
function Print({ cardId }: { cardId: string }) {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const open = async () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      const { token } = await call('cards.link', { cardId });
      const file = await call('cards.open', { token });
      await openPdf(file);
    } catch (error) {
      toast(sentenceOf(error) ?? '没有打开。可能是网不好，再点一次。');
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return (
    <Section flush>
      <Row icon="save" title="打印或存成 PDF" detail={busy ? '正在取…' : '大字，A4 纸'} onTap={open} />
    </Section>
  );
}

function Versions({
  versions,
  caseId,
}: {
  versions: readonly {
    id: string;
    version: number;
    madeOn: string;
    lines: number;
    signedOn: string | null;
  }[];
  caseId: string;
}) {
  if (versions.length === 0) return null;
  return (
    <Section title="以前的">
      {versions.map(({ id, version, madeOn, lines, signedOn }) => (
        <Row
          key={id}
          quiet
          title={`第 ${version} 版 · ${fullDay(madeOn)}`}
          detail={`${lines} 项，${signedOn === null ? '没有签字' : `${day(signedOn)}已签`}`}
          onTap={() => go(CARD_PAGE, { case: caseId, version: id })}
        />
      ))}
    </Section>
  );
}

/** Every line as it stands; the voice says no card number. */
function readAloud(card: Card): string {
  const lines = card.lines.map(
    (line) => `${line.title}，${line.doing ? '在办' : amountOf(line)}，${day(line.on)}，${line.payer}。`,
  );
  const end = card.maySign ? '都对，就点最下面的绿色按钮，签字。' : '';
  const helper = card.helper ? `${card.helper.name}帮您家。` : '';
  return `${card.headName}家的明白卡，一共 ${card.lines.length} 项。${helper}${lines.join('')}${end}`;
}
