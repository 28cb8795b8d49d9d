import { useMe } from '@miniapp/features/account';
import { usePaper } from '@miniapp/features/family';
import { ANNOUNCE_PAGE, POST_PAGE, ROWS_PAGE, Staffed } from '@miniapp/features/staff';

import { call } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import type { StaffRole } from '@shared/access';
import { Frame } from './Frame';
import { NoticesSeen } from './NoticesSeen';
import { useWaiting } from './useWaiting';
import { KIND_WORDS, type NoticeKind } from './words';

const MAY: Record<NoticeKind, readonly StaffRole[]> = {
  PROPOSED_INCLUSION: ['VILLAGE'],
  RESULT_ANNOUNCEMENT: ['TOWN_CLERK', 'TOWN_LEADER'],
};

/** What waits to be posted by the village, and what to be announced by the township. */
export function Publicity() {
  const grants = useMe().data?.grants ?? [];
  const villages = [...new Set(grants.map(({ region }) => region))].filter((code) => code.length === 12);
  return (
    <Frame title="公示总览" hint="评议通过的要贴出来，县里定了的要公告。">
      <NoticesSeen />
      <Waiting kind="PROPOSED_INCLUSION" title="等张贴" page={POST_PAGE} />
      <Waiting kind="RESULT_ANNOUNCEMENT" title="等公告" page={ANNOUNCE_PAGE} />
      <Section flush>
        <Row
          title="本人要改、要撤名单上的一行"
          detail="一个工作日内先撤下，五个工作日内定"
          onTap={() => go(ROWS_PAGE)}
        />
      </Section>
      {villages.length > 0 && <Posters villages={villages} />}
    </Frame>
  );
}

function Waiting({ kind, title, page }: { kind: NoticeKind; title: string; page: string }) {
  const waiting = useWaiting(kind);
  const me = useMe().data;
  const may = me?.grants.some(({ role }) => MAY[kind].includes(role)) ?? false;
  const words = KIND_WORDS[kind];
  return (
    <Section title={title}>
      <Staffed query={waiting} rows={1}>
        {({ villages }) =>
          villages.length === 0 ? (
            <Empty>{words.none}</Empty>
          ) : (
            villages.map(({ code, name, cases }) => (
              <Row
                key={code}
                title={`${name} ${cases.length} 户`}
                detail={may ? cases.map(({ headName }) => headName).join('、') : words.who}
                onTap={may ? () => go(page, { village: code }) : undefined}
              />
            ))
          )
        }
      </Staffed>
    </Section>
  );
}

/** The code that hangs beside the board all year. */
function Posters({ villages }: { villages: readonly string[] }) {
  const paper = usePaper();
  return (
    <Section title="村民码" aside={paper.busy ? '正在取…' : undefined}>
      {villages.map((village) => (
        <Row
          key={village}
          icon="printer"
          title="打印村民码"
          detail="一直贴在公示栏旁边。扫了它，才看得到名单"
          onTap={() => paper.open(() => call('notices.poster', { village }))}
        />
      ))}
    </Section>
  );
}
