import { New, Old } from '@miniapp/ui/desk/Changed';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Empty } from '@miniapp/ui/Empty';
import { Row } from '@miniapp/ui/Row';
import { PROFILE_GROUPS, profileChanges } from '@shared/messages/profile-fields';
import type { Profile } from '@shared/procedure';
import { useIsDesk } from './Frame';
import { Part } from './Part';

/** What a change is, field by field: now and afterwards. */
export function Differences({ before, after }: { before: Profile; after: Profile }) {
  const isDesk = useIsDesk();
  const changes = profileChanges(before, after);
  return (
    <Part title={`改了 ${changes.length} 处`}>
      {changes.length === 0 && <Empty>还没有改动。</Empty>}
      {isDesk && changes.length > 0 ? (
        <DataTable
          caption="改了哪些"
          columns={[
            { title: '哪一类', cell: ({ group }) => PROFILE_GROUPS[group] },
            { title: '哪一项', cell: ({ label }) => label, heading: true },
            { title: '现在', cell: ({ before: old }) => <Old>{old}</Old> },
            { title: '改成', cell: ({ after: now }) => <New>{now}</New> },
          ]}
          rows={changes}
          rowKey={({ path }) => path}
        />
      ) : (
        changes.map(({ path, label, before: old, after: now }) => (
          <Row
            key={path}
            title={label}
            detail={
              <>
                <Old>{old}</Old> 改成 <New>{now}</New>
              </>
            }
          />
        ))
      )}
    </Part>
  );
}
