import * as z from "zod";
import { answersFrom, asksNothing, reporting, route, staff } from "../core/route.ts";
import { id } from "../core/text.ts";
import { subscriptionsBody } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const subscriptionRoutes = {
  showSubscriptions: route({
    ...asksNothing,
    id: "showSubscriptions",
    function: "reports-api",
    method: "GET",
    path: "/people/{id}/subscriptions",
    who: staff(reporting),
    summary: { zh: "订阅", en: "Which files a person takes by mail: one's own, for headquarters anybody's" },
    params: z.object({ id }),
    answers: { 200: json("subscriptionsView", "订阅", "What the person takes") },
  }),
  putSubscriptions: route({
    ...asksNothing,
    id: "putSubscriptions",
    function: "reports-api",
    method: "PUT",
    path: "/people/{id}/subscriptions",
    who: staff(reporting),
    summary: { zh: "修改订阅", en: "Take the files of parts of the tree by mail each day, week or month" },
    params: z.object({ id }),
    body: subscriptionsBody,
    answers: { 200: json("subscriptionsView", "已生效", "Stands") },
  }),
  listSubscriptions: route({
    ...asksNothing,
    id: "listSubscriptions",
    function: "reports-api",
    method: "GET",
    path: "/subscription-takers",
    who: staff(["headquarters"]),
    summary: { zh: "各级订阅人", en: "Who takes which files" },
    answers: { 200: json("subscriptionTakers", "订阅人", "Who takes what") },
  }),
} as const;
