import { answersFrom, asksNothing, everyone, reporting, route, staff } from "../core/route.ts";
import { pageQuery } from "../quarantine/bodies.ts";
import { personDataBody } from "./bodies.ts";
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
} as const;
