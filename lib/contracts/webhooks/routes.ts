import * as z from "zod";
import { answersFrom, asksNothing, route, staff } from "../core/route.ts";
import { line } from "../core/text.ts";
import { deliveryQuery, webhookBody, webhookId, webhookSecretBody } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

const of = z.object({ id: webhookId });
const delivery = z.object({ id: webhookId, delivery: line(300) });

export const webhookRoutes = {
  listWebhooks: route({
    ...asksNothing,
    id: "listWebhooks",
    function: "staff-api",
    method: "GET",
    path: "/webhooks",
    who: staff(["headquarters"]),
    summary: { zh: "推送订阅", en: "What systems outside are told of, never the secrets" },
    answers: { 200: json("webhookList", "订阅", "Subscriptions") },
  }),
  putWebhook: route({
    ...asksNothing,
    id: "putWebhook",
    function: "staff-api",
    method: "PUT",
    path: "/webhooks/{id}",
    who: staff(["headquarters"]),
    summary: { zh: "设定推送订阅", en: "Tell a system outside of what happens" },
    params: of,
    body: webhookBody,
    example: {
      version: 0,
      name: "数据平台",
      url: "https://hooks.jiesu.example/complaints",
      kinds: ["complaint.registered", "complaint.closed"],
    },
    answers: {
      200: json(
        "webhookChanged",
        "已生效（一分钟内）；新密钥只显示这一次",
        "Stands within a minute; a new secret is shown this once",
      ),
    },
  }),
  rotateWebhookSecret: route({
    ...asksNothing,
    id: "rotateWebhookSecret",
    function: "staff-api",
    method: "POST",
    path: "/webhooks/{id}/secret",
    who: staff(["headquarters"]),
    summary: { zh: "更换推送签名密钥", en: "A new signing secret; the old one signs beside it for a day" },
    params: of,
    body: webhookSecretBody,
    answers: { 200: json("webhookChanged", "已更换", "Changed") },
  }),
  pingWebhook: route({
    ...asksNothing,
    id: "pingWebhook",
    function: "staff-api",
    method: "POST",
    path: "/webhooks/{id}/ping",
    who: staff(["headquarters"]),
    summary: { zh: "发送测试推送", en: "Send a message that says nothing" },
    params: of,
    answers: { 202: json("webhookDelivery", "已排定", "Planned") },
  }),
  listDeliveries: route({
    ...asksNothing,
    id: "listDeliveries",
    function: "staff-api",
    method: "GET",
    path: "/webhooks/{id}/deliveries",
    who: staff(["headquarters"]),
    summary: { zh: "推送记录", en: "What a system was told, newest first" },
    params: of,
    query: deliveryQuery,
    answers: { 200: json("webhookDeliveryPage", "一页", "A page") },
  }),
  replayDelivery: route({
    ...asksNothing,
    id: "replayDelivery",
    function: "staff-api",
    method: "POST",
    path: "/webhooks/{id}/deliveries/{delivery}/replay",
    who: staff(["headquarters"]),
    summary: { zh: "重新推送", en: "Send one once more, a dead letter or not" },
    params: delivery,
    answers: { 202: json("webhookDelivery", "已排定", "Planned; the same id, the same bytes") },
  }),
} as const;
