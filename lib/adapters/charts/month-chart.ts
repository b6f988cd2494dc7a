import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { MonthFigures } from "../../app/ports/document-input.ts";
import { chartFont } from "../../config/chart-files.ts";

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

/** Size of the drawing: the width of a page's text at 96 dpi. */
export const chartSize = { width: 620, height: 452 } as const;

const textStyle = { fontFamily: chartFont, fontSize: 12, color: "#333333" } as const;
/** Told apart in black and white too: dark, light, and lines with different marks. */
const colours = { dark: "#2f5f9e", light: "#b9c8de", timely: "#c8641e", handled: "#3b7f4f" } as const;

/** Above the thirteen months with the rates, below the classes of this month beside the last, as SVG. */
export function monthChartSvg(figures: MonthFigures): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, ...chartSize });
  try {
    chart.setOption(optionOf(figures));
    return chart.renderToSVGString();
  } finally {
    // Without it every chart of a run would stay in memory.
    chart.dispose();
  }
}

function optionOf({ trend, classes, words }: MonthFigures) {
  const label = { ...textStyle, fontSize: 11 };
  const title = (text: string, top: number) => ({
    text,
    left: "center",
    top,
    textStyle: { ...textStyle, fontSize: 14, fontWeight: "normal" },
  });
  const legend = (top: number, data: string[]) => ({ data, top, left: "center", textStyle: label });
  const category = (gridIndex: number, data: string[]) => ({
    type: "category",
    gridIndex,
    data,
    axisLabel: { ...label, interval: 0 },
    axisTick: { show: false },
  });
  const count = (gridIndex: number, room: number) => ({
    type: "value",
    gridIndex,
    minInterval: 1,
    // Room over the tallest bar: its figure never runs into the legend.
    max: ({ max }: { readonly max: number }) => Math.max(1, Math.ceil(max * room)),
    axisLabel: { ...label, showMaxLabel: false },
    splitLine: { lineStyle: { color: "#e5e8ee" } },
  });
  return {
    animation: false,
    textStyle,
    title: [
      title("近13个月投诉任务与处理情况", 4),
      title(`${words.current}各类投诉（与${words.before}比）`, 242),
    ],
    legend: [
      legend(26, ["任务（件）", "处理完成率", "完成及时率"]),
      legend(262, [words.before, words.current]),
    ],
    grid: [
      { left: 44, right: 50, top: 56, height: 146 },
      { left: 44, right: 50, top: 294, height: 128 },
    ],
    xAxis: [
      category(0, monthLabels(trend.map(({ month }) => month))),
      category(
        1,
        classes.map(({ name }) => name),
      ),
    ],
    yAxis: [
      // The rates have the upper third to themselves: their marks do not cover the figures of the bars.
      count(0, 1.5),
      {
        type: "value",
        gridIndex: 0,
        min: 0,
        max: 100,
        interval: 25,
        axisLabel: { ...label, formatter: "{value}%" },
        splitLine: { show: false },
      },
      count(1, 1.18),
    ],
    series: seriesOf({ trend, classes, words }, label),
  };
}

function seriesOf(
  { trend, classes, words }: MonthFigures,
  label: Omit<typeof textStyle, "fontSize"> & { readonly fontSize: number },
) {
  return [
    bars(
      "任务（件）",
      0,
      0,
      colours.light,
      label,
      trend.map(({ received, recorded }) => (recorded ? received : null)),
    ),
    line(
      "处理完成率",
      colours.handled,
      "emptyCircle",
      trend.map(({ handlingRate }) => handlingRate),
    ),
    line(
      "完成及时率",
      colours.timely,
      "rect",
      trend.map(({ timelyRate }) => timelyRate),
    ),
    bars(
      words.before,
      1,
      2,
      colours.light,
      label,
      classes.map(({ before }) => before),
    ),
    bars(
      words.current,
      1,
      2,
      colours.dark,
      label,
      classes.map(({ count: now }) => now),
    ),
  ];
}

function bars(
  name: string,
  xAxisIndex: number,
  yAxisIndex: number,
  color: string,
  label: object,
  data: readonly (number | null)[],
) {
  return {
    type: "bar",
    name,
    xAxisIndex,
    yAxisIndex,
    barMaxWidth: 24,
    itemStyle: { color },
    label: { ...label, show: true, position: "top", fontSize: 10 },
    // A nought is no bar and needs no figure over it; before the first record there is nothing at all.
    data: data.map((value) =>
      value === null ? "-" : value === 0 ? { value, label: { show: false } } : value,
    ),
  };
}

/** A rate without a denominator is a gap. */
function line(name: string, color: string, symbol: string, rates: readonly (number | null)[]) {
  return {
    type: "line",
    name,
    xAxisIndex: 0,
    yAxisIndex: 1,
    symbol,
    symbolSize: 6,
    itemStyle: { color },
    lineStyle: { color, width: 2 },
    data: rates.map((rate) => (rate === null ? "-" : Math.round(rate * 1000) / 10)),
  };
}

/** `3月`, with the year under the first one and every January. */
function monthLabels(months: readonly string[]): string[] {
  return months.map((name, index) => {
    const [year = "", month = ""] = name.split("-");
    return index === 0 || month === "01" ? `${Number(month)}月\n${year}` : `${Number(month)}月`;
  });
}
