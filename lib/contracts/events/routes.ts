import * as z from "zod";
import { answersFrom, asksNothing, everyone, leads, route, staff } from "../core/route.ts";
import { id } from "../core/text.ts";
import { emergencyBody, eventQuery, eventReportBody } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const eventRoutes = {
  listEvents: route({
    ...asksNothing,
    id: "listEvents",
    function: "staff-api",
    method: "GET",
    path: "/events",
    who: staff(leads),
    summary: { zh: "突发事件列表", en: "Emergency events of a project in a month" },
    query: eventQuery,
    answers: { 200: json("eventPage", "一页", "A page") },
  }),
  registerEvent: route({
    ...asksNothing,
    id: "registerEvent",
    function: "staff-api",
    method: "POST",
    path: "/events",
    who: staff(everyone),
    summary: { zh: "登记突发事件", en: "Register an emergency event (D7)" },
    body: emergencyBody,
    key: "required",
    answers: {
      200: json("eventResult", "同一事件", "The same event again"),
      201: json("eventResult", "已登记", "Registered"),
    },
  }),
  showEvent: route({
    ...asksNothing,
    id: "showEvent",
    function: "staff-api",
    method: "GET",
    path: "/events/{id}",
    who: staff(leads),
    summary: { zh: "突发事件", en: "One emergency event" },
    params: z.object({ id }),
    answers: { 200: json("eventView", "突发事件", "The event") },
  }),
  reportEvent: route({
    ...asksNothing,
    id: "reportEvent",
    function: "staff-api",
    method: "POST",
    path: "/events/{id}/reports",
    who: staff(everyone),
    summary: { zh: "突发事件报告", en: "Give the first, written, follow-up or final report" },
    params: z.object({ id }),
    body: eventReportBody,
    key: "required",
    answers: {
      200: json("eventResult", "已执行；同一标识得到同一答复", "Done; the same key again gives the same"),
    },
  }),
} as const;
