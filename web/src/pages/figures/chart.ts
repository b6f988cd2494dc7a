import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { printedPercent } from "../../../../lib/domain/printed.ts";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

/** What a trend shows: bars of counts, lines of rates over the same months. */
export interface TrendData {
  readonly months: readonly string[];
  readonly bars: { readonly name: string; readonly values: readonly (number | null)[] };
  readonly lines: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** So narrow that the legend takes two lines; pixels. */
const narrow = 480;

/** The legend and the room it takes above the bars. */
function above(width: number, color: string) {
  return {
    legend: { top: 0, textStyle: { color } },
    grid: { left: 44, right: 52, top: width < narrow ? 64 : 36, bottom: 28 },
  };
}

/** Draws into an element with the colours of the page; gives back what takes it away again. */
export function drawTrend(element: HTMLElement, { months, bars, lines }: TrendData): () => void {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const [ink, soft, line] = [colour("--ink"), colour("--soft"), colour("--line")];
  const chart = init(element, null, { renderer: "canvas" });
  const percent = (value: unknown) => (typeof value === "number" ? printedPercent(value) : "–");
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: style.fontFamily, color: ink },
    color: [colour("--chart-bar"), colour("--chart-1"), colour("--chart-2"), colour("--chart-3")],
    ...above(element.clientWidth, ink),
    // Markup with styles of its own is not allowed here; text is.
    tooltip: { trigger: "axis", renderMode: "richText", confine: true },
    xAxis: {
      type: "category",
      data: [...months],
      axisLabel: { color: soft },
      axisLine: { lineStyle: { color: line } },
    },
    yAxis: [
      {
        type: "value",
        minInterval: 1,
        axisLabel: { color: soft },
        splitLine: { lineStyle: { color: line } },
      },
      {
        type: "value",
        min: 0,
        max: 1,
        axisLabel: { color: soft, formatter: (value: number) => `${value * 100}%` },
        splitLine: { show: false },
      },
    ],
    series: [
      { type: "bar", name: bars.name, data: [...bars.values], barMaxWidth: 26 },
      ...lines.map(({ name, values }) => ({
        type: "line" as const,
        name,
        yAxisIndex: 1,
        data: [...values],
        connectNulls: false,
        tooltip: { valueFormatter: percent },
      })),
    ],
  });
  const observer = new ResizeObserver(() => {
    chart.setOption(above(element.clientWidth, ink));
    chart.resize();
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}
