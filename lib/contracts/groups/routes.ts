import * as z from "zod";
import { groupCommandNames } from "../../domain/groups/names.ts";
import { answersFrom, asksNothing, everyone, route, staff } from "../core/route.ts";
import { id } from "../core/text.ts";
import { groupCommandBodies, groupQuery } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const groupRoutes = {
  listGroups: route({
    ...asksNothing,
    id: "listGroups",
    function: "staff-api",
    method: "GET",
    path: "/groups",
    who: staff(everyone),
    summary: { zh: "群体投诉列表", en: "Groups of a project, newest first" },
    query: groupQuery,
    answers: { 200: json("groupPage", "一页", "A page") },
  }),
  showGroup: route({
    ...asksNothing,
    id: "showGroup",
    function: "staff-api",
    method: "GET",
    path: "/groups/{id}",
    who: staff(everyone),
    summary: { zh: "群体投诉", en: "One group with its members" },
    params: z.object({ id }),
    answers: { 200: json("groupView", "群体投诉", "The group") },
  }),
  showGroupHistory: route({
    ...asksNothing,
    id: "showGroupHistory",
    function: "staff-api",
    method: "GET",
    path: "/groups/{id}/history",
    who: staff(everyone),
    summary: { zh: "群体经过", en: "What happened to a group" },
    params: z.object({ id }),
    answers: { 200: json("groupHistoryView", "经过，按时间先后", "Events, oldest first") },
  }),
  groupCommand: route({
    ...asksNothing,
    id: "groupCommand",
    function: "staff-api",
    method: "POST",
    path: "/groups/{id}/commands/{command}",
    who: staff(everyone),
    summary: { zh: "群体操作", en: "One command for all members" },
    params: z.object({ id, command: z.enum(groupCommandNames) }),
    names: { command: "unknown-command" },
    bodies: { by: "command", of: groupCommandBodies, each: true },
    key: "required",
    answers: {
      200: json(
        "groupCommandResult",
        "每位成员的结果；同一标识得到同一答复",
        "A result per member; the same key again gives the same",
      ),
    },
  }),
} as const;
