import * as z from "zod";
import { answersFrom, asksNothing, everyone, reporting, route, staff } from "../core/route.ts";
import { id } from "../core/text.ts";
import { pageQuery } from "../quarantine/bodies.ts";
import { personDataBody, personDataDecisionBody } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const personDataRoutes = {
  askPersonData: route({
    ...asksNothing,
    id: "askPersonData",
    function: "staff-api",
    method: "POST",
    path: "/person-data/requests",
    who: staff(everyone),
    summary: {
      zh: "登记个人信息请求",
      en: "Record that somebody asks for a copy or erasure of the own data",
    },
    body: personDataBody,
    answers: { 200: json("personDataRequest", "已登记（同日同请求只记一次）", "Recorded, once a day") },
  }),
  listPersonData: route({
    ...asksNothing,
    id: "listPersonData",
    function: "staff-api",
    method: "GET",
    path: "/person-data/requests",
    who: staff(reporting),
    summary: { zh: "个人信息请求", en: "Requests for a copy or erasure, with their limits" },
    query: pageQuery,
    answers: { 200: json("personDataPage", "一页", "A page") },
  }),
  decidePersonData: route({
    ...asksNothing,
    id: "decidePersonData",
    function: "staff-api",
    method: "POST",
    path: "/person-data/requests/{id}/decision",
    who: staff(reporting),
    fresh: true,
    summary: {
      zh: "记录个人信息请求的结果",
      en: "Record what became of a request: done, or refused with the reason",
    },
    params: z.object({ id }),
    body: personDataDecisionBody,
    answers: { 200: json("personDataRequest", "已记录", "Recorded; the same outcome again is the same") },
  }),
} as const;
