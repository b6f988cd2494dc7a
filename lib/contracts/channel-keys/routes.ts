import { answersFrom, asksNothing, route, staff } from "../core/route.ts";
import { channelKeyBody } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const channelKeyRoutes = {
  listChannelKeys: route({
    ...asksNothing,
    id: "listChannelKeys",
    function: "staff-api",
    method: "GET",
    path: "/channel-keys",
    who: staff(["headquarters"]),
    summary: { zh: "渠道密钥", en: "Channel systems and their keys, never the secrets" },
    answers: { 200: json("channelKeyList", "渠道系统", "Systems") },
  }),
  putChannelKey: route({
    ...asksNothing,
    id: "putChannelKey",
    function: "staff-api",
    method: "PUT",
    path: "/channel-keys",
    who: staff(["headquarters"]),
    summary: { zh: "变更渠道密钥", en: "Make, rotate or revoke keys of a channel system" },
    body: channelKeyBody,
    answers: {
      200: json("channelKeyChanged", "已生效；新密钥只显示这一次", "Stands; a new key is shown this once"),
    },
  }),
} as const;
