import * as z from "zod";
import { rulersOfProject } from "../../domain/organisation/rights.ts";
import { answersFrom, asksNothing, everyone, route, ruling, staff } from "../core/route.ts";
import { id } from "../core/text.ts";
import { monthPath, projectBody, projectId, projectMonthBody } from "./bodies.ts";
import { contractorBody } from "./contractor-bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const organisationRoutes = {
  listProjects: route({
    ...asksNothing,
    id: "listProjects",
    function: "staff-api",
    method: "GET",
    path: "/projects",
    who: staff(everyone),
    summary: { zh: "项目", en: "Projects within reach" },
    answers: { 200: json("projectList", "项目", "Projects") },
  }),
  putProject: route({
    ...asksNothing,
    id: "putProject",
    function: "staff-api",
    method: "PUT",
    path: "/projects/{id}",
    who: staff(ruling),
    summary: { zh: "录入项目", en: "Enter or change a project" },
    params: z.object({ id: projectId }),
    body: projectBody,
    answers: { 200: json("projectPut", "已生效", "Stands") },
  }),
  showProject: route({
    ...asksNothing,
    id: "showProject",
    function: "staff-api",
    method: "GET",
    path: "/projects/{id}",
    who: staff(everyone),
    summary: { zh: "项目", en: "One project" },
    params: z.object({ id }),
    answers: { 200: json("oneProjectView", "项目", "The project") },
  }),
  listProjectMonths: route({
    ...asksNothing,
    id: "listProjectMonths",
    function: "staff-api",
    method: "GET",
    path: "/projects/{id}/months",
    who: staff(everyone),
    summary: { zh: "入住户数与面积", en: "Occupied households and area month by month" },
    params: z.object({ id }),
    answers: { 200: json("projectMonthList", "全部版本，新的在前", "Every edition, newest first") },
  }),
  putProjectMonth: route({
    ...asksNothing,
    id: "putProjectMonth",
    function: "staff-api",
    method: "PUT",
    path: "/projects/{id}/months/{month}",
    who: staff(rulersOfProject),
    summary: { zh: "录入某月入住户数与面积", en: "Enter a month's occupied households and area" },
    params: monthPath,
    body: projectMonthBody,
    answers: { 200: json("projectMonthView", "已生效", "Stands") },
  }),
  showDepartments: route({
    ...asksNothing,
    id: "showDepartments",
    function: "staff-api",
    method: "GET",
    path: "/departments",
    who: staff(everyone),
    summary: { zh: "组织架构", en: "Company, regions, projects and departments within reach" },
    answers: { 200: json("departmentTree", "组织架构", "The tree") },
  }),
  listContractors: route({
    ...asksNothing,
    id: "listContractors",
    function: "staff-api",
    method: "GET",
    path: "/contractors",
    who: staff(everyone),
    summary: { zh: "承包商", en: "Companies outside that do the work of departments" },
    answers: { 200: json("contractorList", "承包商", "Contractors") },
  }),
  putContractor: route({
    ...asksNothing,
    id: "putContractor",
    function: "staff-api",
    method: "PUT",
    path: "/contractors",
    who: staff(ruling),
    summary: { zh: "录入承包商", en: "Enter or change a contractor" },
    body: contractorBody,
    answers: { 200: json("contractorPut", "已生效", "Stands") },
  }),
} as const;
