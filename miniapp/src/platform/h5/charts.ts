import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Bars, Drawn } from '../bars';

use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

const ROW_PX = 24;
const EDGE_PX = 56;
const FONT_PX = 15;
/** A longer name is cut in the picture; the table below has it whole. */
const MOST_CHARS = 7;

/** Draws lying bars, one row a thing and one bar a series, in the page's own colours. */
export function draw(box: HTMLElement, { rows, series, onPick }: Bars): Drawn {
  box.style.height = `${rows.length * (series.length * ROW_PX + 12) + EDGE_PX}px`;
  const style = getComputedStyle(box);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const text = { color: colour('--fg'), fontSize: FONT_PX, fontFamily: style.fontFamily };
  const longest = Math.max(...rows.map(({ label }) => [...label].length));
  const left = Math.min(MOST_CHARS, longest) * FONT_PX + 12;
  const chart = init(box, undefined, { renderer: 'svg' });
  chart.setOption({
    animation: false,
    aria: { enabled: false, decal: { show: series.length > 1 } },
    color: ['--brand', '--doing', '--need'].map(colour),
    textStyle: { fontFamily: style.fontFamily },
    grid: { left, right: 56, top: series.length > 1 ? 40 : 8, bottom: 8 },
    ...(series.length > 1 && { legend: { top: 0, left: 0, itemGap: 24, textStyle: text } }),
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ label }) => label),
      axisLabel: { ...text, width: left - 8, overflow: 'truncate', interval: 0 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('--line-strong') } },
    },
    series: series.map((name, index) => ({
      name,
      type: 'bar',
      barMaxWidth: 18,
      label: { show: true, position: 'right', ...text },
      data: rows.map(({ values }) => values[index] ?? 0),
    })),
  });
  chart.on('click', ({ dataIndex, seriesIndex }) => onPick?.(dataIndex, seriesIndex ?? 0));
  const resize = () => chart.resize();
  window.addEventListener('resize', resize);
  return {
    end: () => {
      window.removeEventListener('resize', resize);
      chart.dispose();
    },
  };
}
