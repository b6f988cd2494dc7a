import { rulersOfProject } from "../../domain/organisation/rights.ts";
import { answersFrom, asksNothing, everyone, file, route, staff } from "../core/route.ts";
import { dryRunQuery, templateQuery } from "../core/table-file.ts";
import { householdBody, householdQuery } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const householdRoutes = {
  listHouseholds: route({
    ...asksNothing,
    id: "listHouseholds",
    function: "reports-api",
    method: "GET",
    path: "/households",
    who: staff(everyone),
    summary: { zh: "房产台账", en: "Households of a project, phone numbers masked" },
    query: householdQuery,
    answers: { 200: json("householdPage", "一页", "A page") },
  }),
  putHouseholds: route({
    ...asksNothing,
    id: "putHouseholds",
    function: "reports-api",
    method: "PUT",
    path: "/households",
    who: staff(rulersOfProject),
    summary: {
      zh: "导入房产台账",
      en: "Compare or put in all households of a project from an xlsx or csv file",
    },
    query: dryRunQuery,
    body: householdBody,
    large: true,
    answers: {
      200: json("householdReport", "试运行，没有正确的行", "Dry run without a right row"),
      202: json(
        "householdReport",
        "逐行检查结果；由后台任务比对并导入",
        "Row-by-row report; the job compares and puts in",
      ),
    },
  }),
  householdTemplate: route({
    ...asksNothing,
    id: "householdTemplate",
    function: "reports-api",
    method: "GET",
    path: "/households/template",
    who: staff(everyone),
    summary: { zh: "房产台账模板", en: "Empty household file" },
    query: templateQuery,
    answers: { 200: file("文件", "A file") },
  }),
} as const;
