import type { ChartPainter } from "../../app/ports/document-input.ts";
import { chartSize, monthChartSvg } from "./month-chart.ts";
import { rasterize } from "./rasterize.ts";

/** Draws the month's figures for documents and mail. */
export const paintMonth: ChartPainter = async (figures) => ({
  png: await rasterize(monthChartSvg(figures)),
  ...chartSize,
  words: "近13个月受理量、处理完成率、完成及时率，以及本月各类投诉与上月的比较",
});
