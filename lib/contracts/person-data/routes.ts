import * as z from "zod";
import { answersFrom, asksNothing, everyone, reporting, route, staff } from "../core/route.ts";
import { id } from "../core/text.ts";
import { pageQuery } from "../quarantine/bodies.ts";
import { personDataBody, personDataDecisionBody, personDataStart } from "./bodies.ts";
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
  startPersonDataExport: route({
    ...asksNothing,
    id: "startPersonDataExport",
    function: "staff-api",
    method: "POST",
    path: "/person-data/exports",
    who: staff(["headquarters"]),
    fresh: true,
    summary: { zh: "制作个人信息副本", en: "Make the copy that somebody asked for; a job" },
    body: personDataStart,
    answers: { 202: json("personDataStarted", "已开始", "Begun; the same again is the same job") },
  }),
  startPersonDataErasure: route({
    ...asksNothing,
    id: "startPersonDataErasure",
    function: "staff-api",
    method: "POST",
    path: "/person-data/erasures",
    who: staff(["headquarters"]),
    fresh: true,
    summary: {
      zh: "删除个人信息",
      en: "Erase what is known of a person, across complaints; a job with a receipt",
    },
    body: personDataStart,
    answers: { 202: json("personDataStarted", "已开始", "Begun; the same again is the same job") },
  }),
  showRetention: route({
    ...asksNothing,
    id: "showRetention",
    function: "staff-api",
    method: "GET",
    path: "/person-data/retention",
    who: staff(["headquarters"]),
    summary: {
      zh: "保存期限与每夜清除",
      en: "What is kept how long, what the last nights removed, and when the next one is",
    },
    answers: { 200: json("retention", "期限与清除报告", "Times of keeping and reports") },
  }),
  showPersonData: route({
    ...asksNothing,
    id: "showPersonData",
    function: "staff-api",
    method: "GET",
    path: "/person-data/requests/{id}",
    who: staff(reporting),
    summary: { zh: "个人信息请求与回执", en: "A request with how far it is, and its receipt" },
    params: z.object({ id }),
    answers: { 200: json("personDataRequest", "请求", "The request") },
  }),
  fetchPersonDataCopy: route({
    ...asksNothing,
    id: "fetchPersonDataCopy",
    function: "staff-api",
    method: "GET",
    path: "/person-data/requests/{id}/copy",
    who: staff(["headquarters"]),
    summary: { zh: "下载个人信息副本", en: "The copy, while it lies there" },
    params: z.object({ id }),
    answers: { 200: json("personDataCopy", "下载链接", "A link to it that works for minutes") },
  }),
} as const;
