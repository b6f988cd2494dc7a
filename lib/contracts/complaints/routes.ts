import * as z from "zod";
import { staffCommandNames } from "../../domain/complaint/transitions.ts";
import { boxRound, roundEnvelope } from "../channels/bodies.ts";
import type * as channelViews from "../channels/views.ts";
import { answersFrom, asksNothing, everyone, link, route, staff } from "../core/route.ts";
import { id, idOrNumber } from "../core/text.ts";
import { changesQuery, complaintQuery, deskBody, disclosureBody } from "./bodies.ts";
import type * as classes from "./class-list.ts";
import { commandBodies } from "./commands.ts";
import type * as histories from "./history-views.ts";
import type * as registrations from "./registered.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<
  typeof views & typeof histories & typeof classes & typeof registrations & typeof channelViews
>();

export const complaintRoutes = {
  registerAtDesk: route({
    ...asksNothing,
    id: "registerAtDesk",
    function: "staff-api",
    method: "POST",
    path: "/complaints",
    who: staff(everyone),
    summary: { zh: "前台登记", en: "Register at the desk" },
    body: deskBody,
    key: "optional",
    answers: {
      200: json("registeredAtDesk", "同一条投诉", "The same complaint again"),
      201: json("registeredAtDesk", "已登记", "Registered"),
    },
  }),
  openBoxAtDesk: route({
    ...asksNothing,
    id: "openBoxAtDesk",
    function: "staff-api",
    method: "POST",
    path: "/box-rounds",
    who: staff(everyone),
    summary: {
      zh: "前台登记一次开箱的投诉单（D2）",
      en: "Register the slips of one opening of a complaint box at the desk (D2)",
    },
    body: roundEnvelope,
    shownBody: boxRound,
    answers: { 200: json("roundResult", "已受理与被拒的投诉单", "Accepted and refused slips") },
  }),
  listComplaints: route({
    ...asksNothing,
    id: "listComplaints",
    function: "staff-api",
    method: "GET",
    path: "/complaints",
    who: staff(everyone),
    summary: { zh: "投诉列表", en: "Work lists and search" },
    query: complaintQuery,
    answers: { 200: json("complaintPage", "一页", "A page") },
  }),
  projectChanges: route({
    ...asksNothing,
    id: "projectChanges",
    function: "staff-api",
    method: "GET",
    path: "/projects/{id}/changes",
    who: staff(everyone),
    summary: {
      zh: "上次查看以来变化的投诉；没有变化时只答印记，可每两秒询问一次",
      en: "What changed since one looked; where nothing did only the stamp, cheap enough to ask every two seconds",
    },
    params: z.object({ id }),
    query: changesQuery,
    answers: { 200: json("projectChanges", "变化", "The changes") },
  }),
  showComplaint: route({
    ...asksNothing,
    id: "showComplaint",
    function: "staff-api",
    method: "GET",
    path: "/complaints/{id}",
    who: staff(everyone),
    summary: { zh: "投诉详情", en: "One complaint" },
    params: z.object({ id: idOrNumber }),
    answers: { 200: json("complaintView", "投诉", "The complaint") },
  }),
  showHistory: route({
    ...asksNothing,
    id: "showHistory",
    function: "staff-api",
    method: "GET",
    path: "/complaints/{id}/history",
    who: staff(everyone),
    summary: { zh: "投诉经过", en: "What happened" },
    params: z.object({ id: idOrNumber }),
    answers: { 200: json("historyView", "经过，按时间先后", "Events, oldest first") },
  }),
  proveComplaint: route({
    ...asksNothing,
    id: "proveComplaint",
    function: "staff-api",
    method: "GET",
    path: "/complaints/{id}/proof",
    who: staff(everyone),
    summary: {
      zh: "核对经过：逐条重算哈希、个人信息、状态和时限",
      en: "Check the history: hashes, values, state and limits computed anew",
    },
    params: z.object({ id: idOrNumber }),
    answers: { 200: json("proofView", "核对了什么、哪里不一致", "What was checked and what does not agree") },
  }),
  showClocks: route({
    ...asksNothing,
    id: "showClocks",
    function: "staff-api",
    method: "GET",
    path: "/complaints/{id}/clocks",
    who: staff(everyone),
    summary: { zh: "时限", en: "Clocks and ladders" },
    params: z.object({ id: idOrNumber }),
    answers: { 200: json("clocksView", "全部时限", "All clocks") },
  }),
  downloadAttachment: route({
    ...asksNothing,
    id: "downloadAttachment",
    function: "staff-api",
    method: "GET",
    path: "/complaints/{id}/attachments/{file}",
    who: staff(everyone),
    summary: { zh: "附件", en: "One file of a complaint; its id stands in the history" },
    params: z.object({ id, file: id }),
    answers: { 302: link("15 分钟内有效的链接", "A link that works for 15 minutes") },
  }),
  attachmentAddress: route({
    ...asksNothing,
    id: "attachmentAddress",
    function: "staff-api",
    method: "GET",
    path: "/complaints/{id}/attachments/{file}/link",
    who: staff(everyone),
    summary: { zh: "附件的下载链接", en: "The address of one file, for pages that open it themselves" },
    params: z.object({ id, file: id }),
    answers: { 200: json("fileAddress", "15 分钟内有效的链接", "A link that works for 15 minutes") },
  }),
  numberToCall: route({
    ...asksNothing,
    id: "numberToCall",
    function: "staff-api",
    method: "POST",
    path: "/complaints/{id}/calls",
    who: staff(everyone),
    summary: {
      zh: "查看电话以便联系；谁何时查看记入经过",
      en: "The complainant's number, in order to call; who saw it when stands in the history",
    },
    params: z.object({ id: idOrNumber }),
    answers: { 200: json("numberToCallView", "电话", "The number") },
  }),
  discloseComplainant: route({
    ...asksNothing,
    id: "discloseComplainant",
    function: "staff-api",
    method: "POST",
    path: "/complaints/{id}/disclosures",
    who: staff(everyone),
    summary: {
      zh: "显示投诉人全部信息；谁何时为何查看均有记录",
      en: "Who complained, in full, for those whom the policy lets be shown it; who saw it when and what for is on record",
    },
    params: z.object({ id: idOrNumber }),
    body: disclosureBody,
    answers: { 200: json("disclosureView", "投诉人信息", "Who complained") },
  }),
  command: route({
    ...asksNothing,
    id: "command",
    function: "staff-api",
    method: "POST",
    path: "/complaints/{id}/commands/{command}",
    who: staff(everyone),
    summary: { zh: "操作", en: "Give a command" },
    params: z.object({ id: idOrNumber, command: z.enum(staffCommandNames) }),
    names: { command: "unknown-command" },
    bodies: { by: "command", of: commandBodies, each: true },
    key: "required",
    answers: {
      200: json("commandResult", "已执行；同一标识得到同一答复", "Done; the same key again gives the same"),
    },
  }),
  listClasses: route({
    ...asksNothing,
    id: "listClasses",
    function: "staff-api",
    method: "GET",
    path: "/classes",
    who: staff(everyone),
    summary: { zh: "分类", en: "The problem points and how other class lists see them" },
    answers: { 200: json("classList", "分类表", "The class list") },
  }),
} as const;
