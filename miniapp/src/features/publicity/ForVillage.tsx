import { useMe } from '@miniapp/features/account';
import { call } from '@miniapp/platform/api';
import { Choices } from '@miniapp/ui/Choices';
import { Note } from '@miniapp/ui/Note';
import { QueryView } from '@miniapp/ui/QueryView';
import { useQuery } from '@miniapp/ui/useQuery';
import type { StaffRole } from '@shared/access';
import { View } from '@tarojs/components';
import { useEffect } from 'react';

/** Who puts up lists and words of a village (domain.md 6.1): its own committee, or its township. */
export const PUBLISHERS: readonly StaffRole[] = ['VILLAGE', 'TOWN_CLERK', 'TOWN_LEADER'];

interface Village {
  code: string;
  name: string;
}

/** Villages on whose boards the reader may put something up; undefined until they are known. */
function useVillages() {
  const me = useMe().data;
  const grants = me?.grants.filter(({ role }) => PUBLISHERS.includes(role)) ?? [];
  const places = [...new Map(grants.map(({ region, regionName }) => [region, regionName])).entries()];
  return useQuery(me === undefined ? undefined : `villages-of:${places.join()}`, async () => {
    const villages: Village[] = [];
    for (const [region, name] of places) {
      if (region.length === 12) villages.push({ code: region, name });
      else villages.push(...(await call('regions.children', { code: region.padEnd(12, '0') })).regions);
    }
    return villages;
  });
}

interface ForVillageProps {
  value: string | undefined;
  onChange: (village: string) => void;
}

/** For which village: asked only of who serves several. */
export function ForVillage({ value, onChange }: ForVillageProps) {
  const query = useVillages();
  const villages = query.data;
  const only = villages?.length === 1 ? villages[0]?.code : undefined;
  useEffect(() => {
    if (only !== undefined && value === undefined) onChange(only);
  }, [only, value, onChange]);
  return (
    <QueryView query={query} rows={2}>
      {(found) =>
        found.length === 0 ? (
          <Note state="need" title="公示由村委会和镇里来发。" />
        ) : found.length === 1 ? null : (
          <View className="sw-pad sw-pb">
            <Choices
              label="贴在哪个村？"
              value={value}
              onChange={onChange}
              choices={found.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </View>
        )
      }
    </QueryView>
  );
}
