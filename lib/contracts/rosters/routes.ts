import { rulersOfProject } from "../../domain/organisation/rights.ts";
import { answersFrom, asksNothing, everyone, file, route, staff } from "../core/route.ts";
import { dryRunQuery, templateQuery } from "../core/table-file.ts";
import { rosterBody, rosterQuery } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const rosterRoutes = {
  showRoster: route({
    ...asksNothing,
    id: "showRoster",
    function: "reports-api",
    method: "GET",
    path: "/rosters",
    who: staff(everyone),
    summary: { zh: "值班表", en: "Duty roster of a project and month" },
    query: rosterQuery,
    answers: { 200: json("rosterView", "现行值班表", "The roster in force") },
  }),
  putRoster: route({
    ...asksNothing,
    id: "putRoster",
    function: "reports-api",
    method: "PUT",
    path: "/rosters",
    who: staff(rulersOfProject),
    summary: { zh: "导入值班表", en: "Put in the duty roster of a month from an xlsx or csv file" },
    query: dryRunQuery,
    body: rosterBody,
    large: true,
    answers: { 200: json("rosterReport", "逐行检查结果", "Row-by-row report") },
  }),
  rosterTemplate: route({
    ...asksNothing,
    id: "rosterTemplate",
    function: "reports-api",
    method: "GET",
    path: "/rosters/template",
    who: staff(everyone),
    summary: { zh: "值班表模板", en: "Empty roster file" },
    query: templateQuery,
    answers: { 200: file("文件", "A file") },
  }),
} as const;
