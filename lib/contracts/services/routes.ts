import * as z from "zod";
import { serviceNames, testedWays } from "../../domain/services/terms.ts";
import { answersFrom, asksNothing, route, staff } from "../core/route.ts";
import { id } from "../core/text.ts";
import { serviceBodies } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

const of = z.object({ service: z.enum(serviceNames) });

/** How messages go out and mails come in: set up and tried; nothing secret is ever given back. */
export const serviceRoutes = {
  listServices: route({
    ...asksNothing,
    id: "listServices",
    function: "staff-api",
    method: "GET",
    path: "/services",
    who: staff(["headquarters"]),
    summary: { zh: "消息服务", en: "Services that carry messages, never their keys" },
    answers: { 200: json("serviceList", "服务", "Services") },
  }),
  putService: route({
    ...asksNothing,
    id: "putService",
    function: "staff-api",
    method: "PUT",
    path: "/services/{service}",
    who: staff(["headquarters"]),
    summary: { zh: "设置消息服务", en: "Set a service up, everything anew; in use within five minutes" },
    fresh: true,
    params: of,
    bodies: { by: "service", of: serviceBodies, each: true },
    answers: { 200: json("serviceList", "已保存", "Saved") },
  }),
  removeService: route({
    ...asksNothing,
    id: "removeService",
    function: "staff-api",
    method: "POST",
    path: "/services/{service}/remove",
    who: staff(["headquarters"]),
    summary: { zh: "停用消息服务", en: "Take a service away" },
    fresh: true,
    params: of,
    answers: { 200: json("serviceList", "已停用", "Taken away") },
  }),
  tryService: route({
    ...asksNothing,
    id: "tryService",
    function: "staff-api",
    method: "POST",
    path: "/service-tests/{way}",
    who: staff(["headquarters"]),
    summary: { zh: "给自己发一条测试消息", en: "Send a test message to oneself" },
    params: z.object({ way: z.enum(testedWays) }),
    key: "required",
    answers: { 202: json("serviceTest", "正在发送", "It is on its way") },
  }),
  showServiceTest: route({
    ...asksNothing,
    id: "showServiceTest",
    function: "staff-api",
    method: "GET",
    path: "/service-tests/{id}",
    who: staff(["headquarters"]),
    summary: { zh: "测试消息的结果", en: "What became of a test message" },
    params: z.object({ id }),
    answers: { 200: json("serviceTest", "结果", "What became of it") },
  }),
} as const;
