import * as z from "zod";
import { rulersOfProject } from "../../domain/organisation/rights.ts";
import { answersFrom, asksNothing, everyone, route, staff } from "../core/route.ts";
import { id } from "../core/text.ts";
import type * as jobViews from "../jobs/views.ts";
import { handoverBody, peopleQuery, personBody } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views & typeof jobViews>();

export const peopleRoutes = {
  listPeople: route({
    ...asksNothing,
    id: "listPeople",
    function: "staff-api",
    method: "GET",
    path: "/people",
    who: staff(everyone),
    summary: { zh: "人员", en: "People of the projects within reach" },
    query: peopleQuery,
    answers: { 200: json("peopleView", "人员", "People") },
  }),
  putPerson: route({
    ...asksNothing,
    id: "putPerson",
    function: "staff-api",
    method: "PUT",
    path: "/people",
    who: staff(rulersOfProject),
    summary: { zh: "录入人员", en: "Enter or change a person: posts, absences, substitutes, last day" },
    body: personBody,
    answers: { 200: json("personPut", "已生效", "Stands") },
  }),
  showPerson: route({
    ...asksNothing,
    id: "showPerson",
    function: "staff-api",
    method: "GET",
    path: "/people/{id}",
    who: staff(everyone),
    summary: { zh: "人员", en: "One person and who changed what when" },
    params: z.object({ id }),
    answers: { 200: json("personView", "人员", "The person") },
  }),
  endSessions: route({
    ...asksNothing,
    id: "endSessions",
    function: "staff-api",
    method: "POST",
    path: "/people/{id}/sign-out",
    who: staff(everyone),
    summary: {
      zh: "让某人下线（本人的，或所任命的人的全部登录）",
      en: "End every session of oneself, or of somebody whom one may appoint",
    },
    params: z.object({ id }),
    answers: { 200: json("personPut", "已下线，须重新登录", "Ended; the person signs in again") },
  }),
  handOver: route({
    ...asksNothing,
    id: "handOver",
    function: "staff-api",
    method: "POST",
    path: "/people/{id}/handover",
    who: staff(rulersOfProject),
    summary: { zh: "工作移交", en: "Everything a leaver holds goes to a successor: preview, then confirm" },
    params: z.object({ id }),
    body: handoverBody,
    key: "optional",
    answers: {
      200: json("handoverPreview", "未确认：将移交的内容", "Not confirmed: what would go over"),
      202: json("jobStarted", "已开始或已完成", "Started, or standing"),
    },
  }),
} as const;
