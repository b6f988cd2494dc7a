import * as z from "zod";
import { answersFrom, asksNothing, leads, route, staff } from "../core/route.ts";
import { id } from "../core/text.ts";
import { acceptBody, pageQuery, senderRuleBody } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const quarantineRoutes = {
  listQuarantine: route({
    ...asksNothing,
    id: "listQuarantine",
    function: "staff-api",
    method: "GET",
    path: "/quarantine",
    who: staff(leads),
    summary: { zh: "隔离邮件", en: "Mails that could not become a complaint" },
    query: pageQuery,
    answers: { 200: json("quarantinePage", "一页", "A page") },
  }),
  countQuarantine: route({
    ...asksNothing,
    id: "countQuarantine",
    function: "staff-api",
    method: "GET",
    path: "/quarantine/waiting",
    who: staff(leads),
    summary: { zh: "待处理隔离邮件数", en: "How many quarantined mails wait for somebody" },
    answers: { 200: json("quarantineCount", "数目", "The count, by reason") },
  }),
  readQuarantined: route({
    ...asksNothing,
    id: "readQuarantined",
    function: "staff-api",
    method: "GET",
    path: "/quarantine/{id}",
    who: staff(leads),
    summary: { zh: "阅读隔离邮件（纯文字）", en: "Read a quarantined mail, as plain text" },
    params: z.object({ id }),
    answers: { 200: json("quarantinedLetter", "邮件", "The mail") },
  }),
  dismissQuarantined: route({
    ...asksNothing,
    id: "dismissQuarantined",
    function: "staff-api",
    method: "POST",
    path: "/quarantine/{id}/dismiss",
    who: staff(leads),
    summary: { zh: "不是投诉", en: "Say that a quarantined mail is no complaint" },
    params: z.object({ id }),
    answers: { 200: json("quarantinedMail", "已记录", "Recorded; again is the same") },
  }),
  listSenderRules: route({
    ...asksNothing,
    id: "listSenderRules",
    function: "staff-api",
    method: "GET",
    path: "/sender-rules",
    who: staff(leads),
    summary: { zh: "发件人规则", en: "Whose mail is let in, put aside or dropped" },
    answers: { 200: json("senderRuleList", "规则", "Rules") },
  }),
  putSenderRule: route({
    ...asksNothing,
    id: "putSenderRule",
    function: "staff-api",
    method: "PUT",
    path: "/sender-rules",
    who: staff(leads),
    summary: { zh: "设定发件人规则", en: "Decide about a sender's mail, or take the rule back" },
    body: senderRuleBody,
    answers: { 200: json("senderRulePut", "已生效", "Stands") },
  }),
  acceptQuarantined: route({
    ...asksNothing,
    id: "acceptQuarantined",
    function: "staff-api",
    method: "POST",
    path: "/quarantine/{id}/accept",
    who: staff(leads),
    summary: { zh: "转为投诉", en: "Make a quarantined mail a complaint of a project" },
    params: z.object({ id }),
    body: acceptBody,
    answers: {
      202: json(
        "quarantinedMail",
        "已受理；稍后列表中显示投诉编号",
        "Accepted; the list names the complaint a moment later",
      ),
    },
  }),
} as const;
