import { useUnrelated } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { Choices } from '@miniapp/ui/Choices';
import { QueryView } from '@miniapp/ui/QueryView';
import { useQuery } from '@miniapp/ui/useQuery';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Entry } from '../queries';
import { Frame } from './Frame';

/** The other one agrees, and names who goes to look. */
export function Agree({ entry }: { entry: Entry }) {
  const { caseId, version } = entry;
  const colleagues = useQuery(`colleagues:${caseId}`, () => call('reviews.colleagues', { caseId }));
  const [chosen, setChosen] = useState<string[]>([]);
  const unrelated = useUnrelated();
  const people = colleagues.data?.colleagues ?? [];
  return (
    <Frame
      entry={entry}
      act="agree"
      unrelated={unrelated}
      off={chosen.length < 2 ? '选两位去看的人' : undefined}
      send={(requestId) =>
        call(
          'eliminations.agree',
          {
            caseId,
            version,
            kinshipDeclared: true,
            verifiers: people.filter(({ personId }) => chosen.includes(personId)),
          },
          requestId,
        )
      }
      done="确认了，请两位去看"
    >
      <View className="sw-pad">
        <QueryView query={colleagues}>
          {({ colleagues: known }) => (
            <Choices
              multiple
              max={4}
              label="谁去看（至少两位）"
              choices={known.map(({ personId, name, office }) => ({
                value: personId,
                label: name,
                detail: office,
              }))}
              value={chosen}
              onChange={setChosen}
            />
          )}
        </QueryView>
      </View>
    </Frame>
  );
}
