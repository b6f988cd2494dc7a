import * as z from "zod";
import { answersFrom, asksNothing, leads, route, staff } from "../core/route.ts";
import { analyticsQuery, analyticsView, figureQuery } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const analyticsRoutes = {
  showAnalytics: route({
    ...asksNothing,
    id: "showAnalytics",
    function: "reports-api",
    method: "GET",
    path: "/analytics/{view}",
    who: staff(leads),
    summary: { zh: "统计视图", en: "Figures of a view, the same as the files'" },
    params: z.object({ view: analyticsView }),
    query: analyticsQuery,
    answers: { 200: json("analyticsTable", "数字", "Figures") },
  }),
  openFigure: route({
    ...asksNothing,
    id: "openFigure",
    function: "reports-api",
    method: "GET",
    path: "/analytics/{view}/complaints",
    who: staff(leads),
    summary: { zh: "打开数字", en: "The complaints behind a number" },
    params: z.object({ view: analyticsView }),
    query: figureQuery,
    answers: { 200: json("figureComplaints", "一页", "A page, oldest first") },
  }),
} as const;
