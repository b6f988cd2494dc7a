import { placeQuery } from "../core/queries.ts";
import { answersFrom, asksNothing, everyone, route, ruling, staff } from "../core/route.ts";
import type * as jobViews from "../jobs/views.ts";
import { calendarBody } from "./calendar-body.ts";
import { dryRunBody, policiesQuery, policyBody } from "./policy-body.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views & typeof jobViews>();

export const ruleRoutes = {
  showPolicies: route({
    ...asksNothing,
    id: "showPolicies",
    function: "staff-api",
    method: "GET",
    path: "/policies",
    who: staff(everyone),
    summary: { zh: "政策", en: "Policy in force (of a project, or the company) and everything published" },
    query: policiesQuery,
    answers: { 200: json("policiesView", "政策", "Policies") },
  }),
  putPolicy: route({
    ...asksNothing,
    id: "putPolicy",
    function: "staff-api",
    method: "PUT",
    path: "/policies",
    who: staff(ruling),
    summary: { zh: "发布政策", en: "Publish a policy; open complaints are timed again by a job" },
    fresh: true,
    body: policyBody,
    example: { scope: "project:forest-lake", effectiveFrom: "2026-12-01T00:00:00+08:00", periodStartDay: 26 },
    answers: { 201: json("policyPublished", "已发布", "Published") },
  }),
  dryRunPolicy: route({
    ...asksNothing,
    id: "dryRunPolicy",
    function: "staff-api",
    method: "POST",
    path: "/policies/dry-run",
    who: staff(ruling),
    summary: {
      zh: "政策试算",
      en: "What a policy would move now, or would have judged otherwise in a month",
    },
    body: dryRunBody,
    key: "required",
    answers: { 202: json("jobStarted", "已开始", "Started") },
  }),
  showCalendar: route({
    ...asksNothing,
    id: "showCalendar",
    function: "staff-api",
    method: "GET",
    path: "/calendar",
    who: staff(everyone),
    summary: { zh: "工作日历", en: "Opening hours and holiday notices in force" },
    query: placeQuery,
    answers: { 200: json("calendarView", "工作日历", "The calendar") },
  }),
  putCalendar: route({
    ...asksNothing,
    id: "putCalendar",
    function: "staff-api",
    method: "PUT",
    path: "/calendar",
    who: staff(ruling),
    summary: {
      zh: "更新日历",
      en: "Publish opening hours or a holiday notice; deadlines are computed again by a job",
    },
    body: calendarBody,
    // D8: the desk of the customer service centre on a Saturday.
    example: { scope: "project:forest-lake", week: { sat: [["09:00", "12:00"]] } },
    answers: { 201: json("calendarPublished", "已发布", "Published") },
  }),
} as const;
