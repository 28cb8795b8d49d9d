import { call, type Output } from '@miniapp/platform/api';
import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { Field } from '@miniapp/ui/Field';
import { QueryView } from '@miniapp/ui/QueryView';
import { useQuery } from '@miniapp/ui/useQuery';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';

export interface PickVillageProps {
  label: string;
  /** The case's own village: its neighbours are offered before anything is typed. */
  near: string;
  value?: { code: string; name: string };
  error?: string;
  onChange: (village: { code: string; name: string }) => void;
}

type Region = Output<'regions.children'>['regions'][number] & { townName?: string };

const SEARCH_AFTER_MS = 400;
/** More than a person reads through: the name says it faster. */
const SHOWN = 12;

/** Another village: a neighbour, or one that a name finds. */
export function PickVillage({ label, near, value, error, onChange }: PickVillageProps) {
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setName(typed), SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useQuery(`villages:${name === '' ? near : name}`, async (): Promise<Region[]> => {
    if (name !== '') return (await call('regions.search', { text: name })).villages;
    return (await call('regions.children', { code: `${near.slice(0, 9)}000` })).regions;
  });
  return (
    <View>
      <Field
        label="找村子"
        placeholder="写村名找，比如：青禾"
        maxLength={20}
        onInput={(text) => setTyped(text.trim())}
      />
      <QueryView query={found}>
        {(regions) => {
          const others = regions.filter(({ code }) => code !== near);
          const shown = others.slice(0, SHOWN);
          const chosen = value !== undefined && !shown.some(({ code }) => code === value.code) ? [value] : [];
          if (others.length + chosen.length === 0) return <Empty>没有找到这个村。少写一个字再试。</Empty>;
          return (
            <>
              {others.length > SHOWN && (
                <View className="sw-sub sw-mt8">村子多，只列了前面几个。写村名找。</View>
              )}
              <Choices
                label={label}
                error={error}
                value={value?.code}
                onChange={(code) => {
                  const village = [...chosen, ...others].find((one) => one.code === code);
                  if (village !== undefined) onChange({ code, name: village.name });
                }}
                choices={[
                  ...chosen.map((one) => ({ value: one.code, label: one.name, detail: '选好的' })),
                  ...shown.map((one) => ({ value: one.code, label: one.name, detail: one.townName })),
                ]}
              />
            </>
          );
        }}
      </QueryView>
    </View>
  );
}
