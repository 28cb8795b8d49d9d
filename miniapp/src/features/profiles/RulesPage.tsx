import { Staffed } from '@miniapp/features/staff';
import { go } from '@miniapp/platform/navigate';
import { Button } from '@miniapp/ui/Button';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Note } from '@miniapp/ui/Note';
import { Row } from '@miniapp/ui/Row';
import { Tag } from '@miniapp/ui/Tag';
import type { ProfileVersion } from '@shared/contract';
import { fullDay, moment } from '@shared/messages';
import { type Rules, useCounty, useRules } from './county';
import { Frame, useIsDesk } from './Frame';
import { KeepStory } from './KeepStory';
import { NoCounty } from './NoCounty';
import { Part } from './Part';
import { EDIT_PAGE, PROPOSAL_PAGE, RULES_PAGE } from './pages';

/** The county's procedure: what waits, and every version with who made it and when. */
export function RulesPage() {
  const county = useCounty();
  const query = useRules(county);
  if (county === undefined) return <NoCounty />;
  return (
    <Frame
      title="办理规则"
      hint="天数、收入线和做法。正在办的，一直按收的那天那一版。"
      at={RULES_PAGE}
      today={query.data?.today}
      primary={{ label: '改规则', onTap: () => go(EDIT_PAGE) }}
    >
      <Staffed query={query} rows={6}>
        {(rules) => (
          <>
            <Waiting rules={rules} />
            <Versions rules={rules} />
            <KeepStory county={county} />
          </>
        )}
      </Staffed>
    </Frame>
  );
}

function Waiting({ rules: { proposal } }: { rules: Rules }) {
  if (proposal === null) return null;
  return (
    <Note
      state="need"
      title={`第 ${proposal.version} 版等人发布`}
      action={
        <Button size="small" onTap={() => go(PROPOSAL_PAGE, { proposalId: proposal.id })}>
          看这份改动
        </Button>
      }
    >
      {`${proposal.proposedBy.name} ${moment(proposal.proposedAt)}提的，${fullDay(proposal.fromDay)}起用。`}
    </Note>
  );
}

function Versions({ rules: { versions } }: { rules: Rules }) {
  const isDesk = useIsDesk();
  return (
    <Part title={`各版 ${versions.length} 个`}>
      {isDesk ? (
        <DataTable
          caption="办理规则的各版"
          columns={[
            { title: '版', cell: ({ version, name }) => `第 ${version} 版 ${name}`, heading: true },
            { title: '从哪天起', cell: fromWords },
            { title: '现在', cell: (version) => <Stands version={version} /> },
            { title: '谁提的', cell: ({ proposedBy, proposedAt }) => byWords(proposedBy, proposedAt) },
            { title: '谁发布的', cell: ({ publishedBy, publishedAt }) => byWords(publishedBy, publishedAt) },
            { title: '正在办', cell: ({ openCases }) => `${openCases} 件`, right: true },
          ]}
          rows={versions}
          rowKey={keyOf}
        />
      ) : (
        versions.map((version) => (
          <Row
            key={keyOf(version)}
            title={`第 ${version.version} 版 ${version.name}`}
            detail={phoneWords(version)}
            tag={<Stands version={version} />}
          />
        ))
      )}
    </Part>
  );
}

const keyOf = ({ code, version }: ProfileVersion) => `${code} ${version}`;

/** What a county began with has no first day that anybody would remember. */
const fromWords = ({ fromDay, proposedBy }: ProfileVersion) =>
  proposedBy === null ? '一开始' : fullDay(fromDay);

const byWords = (by: ProfileVersion['proposedBy'], at: string | null) =>
  by === null || at === null ? '系统自带' : `${by.name} ${moment(at)}`;

const phoneWords = (version: ProfileVersion) =>
  [
    `${fromWords(version)}起用`,
    version.proposedBy === null
      ? '系统自带'
      : `${version.proposedBy.name}提，${version.publishedBy?.name}发布`,
    `正在办 ${version.openCases} 件`,
  ].join(' · ');

function Stands({ version: { stands } }: { version: ProfileVersion }) {
  if (stands === 'NOW') return <Tag state="ok">现在用的</Tag>;
  return stands === 'COMING' ? <Tag state="doing">还没到日子</Tag> : <Tag state="off">以前的</Tag>;
}
