import type { ChartPainter } from "../../app/ports/document-input.ts";
import { chartSize, monthChartSvg } from "./month-chart.ts";
import { rasterize } from "./rasterize.ts";

/** Draws the month's figures for documents and mail. */
export const paintMonth: ChartPainter = async (figures) => ({
  png: await rasterize(monthChartSvg(figures)),
  ...chartSize,
  words: "近13个月投诉任务、处理完成率、完成及时率，以及本期各类投诉与上期的比较",
});
