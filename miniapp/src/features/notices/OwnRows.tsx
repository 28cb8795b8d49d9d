import { call, type Output } from '@miniapp/platform/api';
import { useShow } from '@miniapp/platform/lifecycle';
import { go } from '@miniapp/platform/navigate';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useQuery } from '@miniapp/ui/useQuery';
import { day } from '@shared/messages/format';
import { ROW_PAGE } from './pages';
import type { NoticeView } from './words';

type Request = Output<'notices.mine'>['requests'][number];

const OUTCOMES: Record<NonNullable<Request['answer']>['outcome'], string> = {
  CORRECTED: '改过来了',
  REMOVED: '撤下了',
  KEPT: '没有改',
};

/** What became of it, in one sentence. */
function said({ answer, frozenAt, freezeDueOn, decideDueOn }: Request): string {
  if (answer !== null) return `${day(answer.on)}，${answer.by}：${answer.text}`;
  if (frozenAt !== null) return `现在谁也看不到。${day(decideDueOn)}前告诉您怎么定`;
  return `${day(freezeDueOn)}前先撤下，${day(decideDueOn)}前告诉您怎么定`;
}

/** The rows of the reader's own family: what was asked of them, and the way to ask. Nothing for everybody else. */
export function OwnRows({ notice: { id, kind } }: { notice: NoticeView }) {
  const { data, reload } = useQuery(`own-rows:${id}`, () => call('notices.mine', { noticeId: id }));
  // Back from asking: what was asked stands there.
  useShow(() => void reload());
  if (data === undefined || data.rows.length + data.requests.length === 0) return null;
  const waiting = new Set(data.requests.filter(({ answer }) => answer === null).map(({ row }) => row));
  // On a list of people nobody is known by a case: who it is says the number.
  const rows = kind === 'SUBSIDY_PAYMENTS' ? [] : data.rows.filter((row) => !waiting.has(row));
  return (
    <Section title={kind === 'SUBSIDY_PAYMENTS' ? '名单上有您' : '您家这一行'}>
      {data.requests.map((one) => (
        <Row
          key={one.id}
          title={one.kind === 'REMOVE' ? '您要求撤下这一行' : '您说这一行不对'}
          detail={said(one)}
          tag={
            one.answer === null ? (
              <Tag state="doing">{one.frozenAt === null ? '等撤下' : '先撤下了'}</Tag>
            ) : (
              <Tag state="off">{OUTCOMES[one.answer.outcome]}</Tag>
            )
          }
        />
      ))}
      {rows.map((row) => (
        <Row
          key={row}
          icon="pen"
          title="写错了，或者要撤下来"
          detail={`第 ${row + 1} 号`}
          onTap={() => go(ROW_PAGE, { notice: id, row: String(row) })}
        />
      ))}
      {kind === 'SUBSIDY_PAYMENTS' && data.rows.length > 0 && (
        <Row icon="pen" title="我那一行写错了，或者要撤下来" onTap={() => go(ROW_PAGE, { notice: id })} />
      )}
    </Section>
  );
}
