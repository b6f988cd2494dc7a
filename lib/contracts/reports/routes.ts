import * as z from "zod";
import { answersFrom, asksNothing, asset, link, reporting, route, staff } from "../core/route.ts";
import { id, month } from "../core/text.ts";
import type * as jobViews from "../jobs/views.ts";
import { buildBody, reportQuery } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views & typeof jobViews>();

export const reportRoutes = {
  listReports: route({
    ...asksNothing,
    id: "listReports",
    function: "reports-api",
    method: "GET",
    path: "/reports",
    who: staff(reporting),
    summary: { zh: "月报文件", en: "Files of a month" },
    query: reportQuery,
    answers: { 200: json("reportList", "各版文件，新的在前", "Editions, newest first") },
  }),
  downloadReport: route({
    ...asksNothing,
    id: "downloadReport",
    function: "reports-api",
    method: "GET",
    path: "/reports/{month}/{file}",
    who: staff(reporting),
    summary: { zh: "下载", en: "One file" },
    params: z.object({ month, file: id }),
    answers: { 302: link("15 分钟内有效的链接", "A link that works for 15 minutes") },
  }),
  previewBulletin: route({
    ...asksNothing,
    id: "previewBulletin",
    function: "reports-api",
    method: "GET",
    path: "/reports/{month}/bulletin",
    who: staff(["headquarters"]),
    summary: { zh: "预览工作月报", en: "What the bulletin (D14) would say if it were issued now" },
    params: z.object({ month }),
    answers: { 200: json("bulletinPreview", "内容", "Its words") },
  }),
  showPicture: route({
    ...asksNothing,
    id: "showPicture",
    function: "reports-api",
    method: "GET",
    path: "/reports/{month}/pictures/{file}",
    who: staff(reporting),
    summary: { zh: "看图", en: "A picture among the files, for pages" },
    params: z.object({ month, file: id }),
    answers: { 200: asset("PNG 图片", "A PNG picture") },
  }),
  buildReport: route({
    ...asksNothing,
    id: "buildReport",
    function: "reports-api",
    method: "POST",
    path: "/reports/{month}/build",
    who: staff(reporting),
    summary: { zh: "生成月报", en: "Build a month's files" },
    params: z.object({ month }),
    body: buildBody,
    bodyOptional: true,
    key: "required",
    answers: { 202: json("jobStarted", "已开始", "Started") },
  }),
} as const;
