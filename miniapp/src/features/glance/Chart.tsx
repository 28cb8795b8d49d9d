import type { Bars, Drawn } from '@miniapp/platform/bars';
import { loadCharts } from '@miniapp/platform/charts';
import { a11y } from '@miniapp/ui/a11y';
import { useId } from '@miniapp/ui/useId';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';

export interface ChartProps extends Bars {
  /** What a screen reader hears instead of the picture; the table below holds every number. */
  label: string;
}

/** Bars over their table. Nothing is only in the picture. */
export function Chart(props: ChartProps) {
  return (
    <View className="sw-gl__chart" {...a11y({ role: 'img', label: props.label })}>
      {loadCharts === undefined ? <PlainBars {...props} /> : <DrawnBars {...props} load={loadCharts} />}
    </View>
  );
}

function DrawnBars({ load, ...bars }: ChartProps & { load: NonNullable<typeof loadCharts> }) {
  const id = useId();
  const [failed, setFailed] = useState(false);
  const said = JSON.stringify([bars.rows, bars.series]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when a number changes, not at every render
  useEffect(() => {
    let drawn: Drawn | undefined;
    let over = false;
    load()
      .then(({ draw }) => {
        const box = document.getElementById(id);
        if (!over && box !== null) drawn = draw(box, bars);
      })
      .catch(() => setFailed(true));
    return () => {
      over = true;
      drawn?.end();
    };
  }, [id, load, said]);
  return failed ? <PlainBars {...bars} /> : <View id={id} />;
}

function PlainBars({ rows, series }: Bars) {
  const most = Math.max(1, ...rows.flatMap(({ values }) => values));
  return (
    <View>
      {rows.map(({ label, values }) => (
        <View key={label} className="sw-mt8">
          <View className="sw-sub">{label}</View>
          {values.map((value, index) => (
            <View key={series[index]} className="sw-gl__bar">
              <View
                className={index === 0 ? 'sw-gl__fill' : 'sw-gl__fill sw-gl__fill_1'}
                style={{ width: `${Math.round((value * 100) / most)}%` }}
              />
              <View className="sw-sub">{`${series[index]} ${value}`}</View>
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
