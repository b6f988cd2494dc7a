import * as z from "zod";
import { heldCommandNames } from "../../domain/complaint/held.ts";
import { heldBodies } from "../complaints/commands.ts";
import { answersFrom, asksNothing, everyone, route, staff } from "../core/route.ts";
import { id, idOrNumber } from "../core/text.ts";
import { heldGroupBodies } from "../groups/bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

/** What reaches a customer waits ten seconds on the server, in which its person can call it back. */
export const heldRoutes = {
  holdCommand: route({
    ...asksNothing,
    id: "holdCommand",
    function: "staff-api",
    method: "POST",
    path: "/complaints/{id}/held-commands/{command}",
    who: staff(everyone),
    summary: {
      zh: "10 秒后执行的操作，其间可以撤销",
      en: "Give a command in ten seconds, which can be called back until then",
    },
    params: z.object({ id: idOrNumber, command: z.enum(heldCommandNames) }),
    names: { command: "unknown-command" },
    bodies: { by: "command", of: heldBodies, each: true },
    key: "required",
    answers: {
      202: json("heldView", "等待发出；同一标识得到同一条", "It waits; the same key is the same one"),
    },
  }),
  holdGroupCommand: route({
    ...asksNothing,
    id: "holdGroupCommand",
    function: "staff-api",
    method: "POST",
    path: "/groups/{id}/held-commands/{command}",
    who: staff(everyone),
    summary: {
      zh: "10 秒后执行的群体操作，其间可以撤销",
      en: "Give a command to a group in ten seconds, which can be called back until then",
    },
    params: z.object({ id, command: z.enum(heldCommandNames) }),
    names: { command: "unknown-command" },
    bodies: { by: "command", of: heldGroupBodies, each: true },
    key: "required",
    answers: {
      202: json("heldView", "等待发出；同一标识得到同一条", "It waits; the same key is the same one"),
    },
  }),
  listHeld: route({
    ...asksNothing,
    id: "listHeld",
    function: "staff-api",
    method: "GET",
    path: "/held-commands",
    who: staff(everyone),
    summary: {
      zh: "本人等待发出、刚发出和未能发出的操作",
      en: "One's own: what waits, what has just left, and what could not",
    },
    answers: { 200: json("heldList", "本人的", "One's own") },
  }),
  callHeldBack: route({
    ...asksNothing,
    id: "callHeldBack",
    function: "staff-api",
    method: "POST",
    path: "/held-commands/{id}/call-back",
    who: staff(everyone),
    summary: { zh: "撤销", en: "Call it back, or put a refusal aside that was seen" },
    params: z.object({ id }),
    answers: { 200: json("heldView", "已撤销", "It was called back") },
  }),
  letHeldGo: route({
    ...asksNothing,
    id: "letHeldGo",
    function: "staff-api",
    method: "POST",
    path: "/held-commands/{id}/let-go",
    who: staff(everyone),
    summary: { zh: "立即发出", en: "Give it now" },
    params: z.object({ id }),
    answers: { 200: json("heldView", "已发出或未能发出", "It has left, or could not") },
  }),
} as const;
