import { call } from '@miniapp/platform/api';
import { Chips } from '@miniapp/ui/Chips';
import { Link } from '@miniapp/ui/Link';
import { QueryView } from '@miniapp/ui/QueryView';
import { useQuery } from '@miniapp/ui/useQuery';
import { View } from '@tarojs/components';
import { useState } from 'react';

/** Digits of a county, township or village, and its name. */
export interface Place {
  region: string;
  name: string;
}

/** What a place is made of, by the digits of its code. */
const PARTS: Readonly<Record<number, { word: string; digits: number }>> = {
  6: { word: '镇', digits: 9 },
  9: { word: '村', digits: 12 },
};

interface PlacesProps {
  /** The places of the reader. */
  units: readonly Place[];
  place: Place;
  onChange: (place: Place) => void;
}

/** A whole place of the reader's, or one township or village of it. */
export function Places({ units, place, onChange }: PlacesProps) {
  const [open, setOpen] = useState(false);
  const whole = units.find(({ region }) => place.region.startsWith(region)) ?? place;
  const [trail, setTrail] = useState<Place[]>([]);
  const part = PARTS[place.region.length];
  const to = (next: Place, above: Place[]) => {
    setTrail(above);
    setOpen(false);
    onChange(next);
  };
  const above = trail.filter(({ region }) => place.region.startsWith(region) && region !== place.region);
  return (
    <>
      {units.length > 1 && (
        <Chips
          label="您管的地方"
          hideLabel
          chips={units.map(({ region, name }) => ({ value: region, label: name }))}
          value={[whole.region]}
          onChange={(values) => {
            const unit = units.find(({ region }) => region !== whole.region && values.includes(region));
            if (unit !== undefined) to(unit, []);
          }}
        />
      )}
      <View className="sw-body">{[...above, place].map(({ name }) => name).join(' ')}</View>
      <View className="sw-mt8">
        {above.length > 0 && (
          <Link edge onTap={() => to(above[0] ?? whole, [])}>
            {`换回整个${above[0]?.name ?? ''}`}
          </Link>
        )}
        {part !== undefined && (
          <Link edge onTap={() => setOpen(!open)}>
            {open ? '收起' : `只要一个${part.word}`}
          </Link>
        )}
      </View>
      {open && part !== undefined && (
        <Below place={place} digits={part.digits} onChoose={(next) => to(next, [...above, place])} />
      )}
    </>
  );
}

function Below({
  place,
  digits,
  onChoose,
}: {
  place: Place;
  digits: number;
  onChoose: (place: Place) => void;
}) {
  const code = place.region.padEnd(12, '0');
  const query = useQuery(`below:${code}`, () => call('regions.children', { code }));
  return (
    <QueryView query={query} rows={3}>
      {({ regions }) => (
        <Chips
          label={place.name}
          hideLabel
          chips={regions.map(({ code: value, name }) => ({ value, label: name }))}
          value={[]}
          onChange={(values) => {
            const next = regions.find((region) => values.includes(region.code));
            if (next !== undefined) onChoose({ region: next.code.slice(0, digits), name: next.name });
          }}
        />
      )}
    </QueryView>
  );
}
