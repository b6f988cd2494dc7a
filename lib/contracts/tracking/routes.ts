import * as z from "zod";
import { asksNothing, file, link, open, page, route } from "../core/route.ts";
import { id } from "../core/text.ts";
import { residentAct } from "./bodies.ts";

const pages = { ...asksNothing, function: "public-api", who: open } as const;
const shown = { 200: page("一页", "A page") } as const;
const goesOn = { 200: page("一页", "A page"), 302: link("下一页", "The next page") } as const;
const tracked = z.object({ number: id });
const acting = z.object({ number: id, act: residentAct });

/** Pages by which a complainant follows a complaint: HTML that needs no script; the secret is in the address. */
export const trackRoutes = {
  showFind: route({
    ...pages,
    id: "showFind",
    method: "GET",
    path: "/t",
    summary: { zh: "用编号和电话查询", en: "Find a complaint again by number and phone" },
    answers: shown,
  }),
  findComplaint: route({
    ...pages,
    id: "findComplaint",
    method: "POST",
    path: "/t",
    summary: { zh: "用编号和电话查询", en: "Leads to the progress; what was wrong is not told" },
    answers: goesOn,
  }),
  showProgress: route({
    ...pages,
    id: "showProgress",
    method: "GET",
    path: "/t/{number}",
    summary: { zh: "投诉进度页", en: "The progress of a complaint for whoever has its secret link" },
    params: tracked,
    answers: goesOn,
  }),
  showAct: route({
    ...pages,
    id: "showAct",
    method: "GET",
    path: "/t/{number}/{act}",
    summary: {
      zh: "补充、催办、撤诉、个人信息的页面",
      en: "The form for a message, an urge, a withdrawal or personal data",
    },
    params: acting,
    answers: goesOn,
  }),
  takeAct: route({
    ...pages,
    id: "takeAct",
    method: "POST",
    path: "/t/{number}/{act}",
    summary: {
      zh: "补充、催办、撤诉、个人信息要求",
      en: "Adds a message or photos, urges, withdraws, asks about personal data",
    },
    params: acting,
    answers: goesOn,
  }),
  showNotes: route({
    ...pages,
    id: "showNotes",
    method: "GET",
    path: "/t/{number}/notes.ics",
    summary: { zh: "承诺时间加到手机日历", en: "The promised times for the calendar of a phone" },
    params: tracked,
    answers: { 200: file("日历文件", "A calendar"), 404: page("链接不对", "A wrong link") },
  }),
  showFile: route({
    ...pages,
    id: "showFile",
    method: "GET",
    path: "/t/{number}/files/{file}",
    summary: { zh: "下载照片", en: "A photo of the complainant's own, or of a reply" },
    params: z.object({ number: id, file: id }),
    answers: goesOn,
  }),
} as const;
