import { answersFrom, asksNothing, route, staff } from "../core/route.ts";
import { readsQuery } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const auditRoutes = {
  listReads: route({
    ...asksNothing,
    id: "listReads",
    function: "reports-api",
    method: "GET",
    path: "/audit/reads",
    who: staff(["headquarters"]),
    summary: {
      zh: "谁看过个人信息",
      en: "Who was shown the personal values of a complaint, or what a person was shown (`number` or `person`)",
    },
    query: readsQuery,
    answers: { 200: json("readPage", "一页，新的在前", "A page, newest hour first") },
  }),
} as const;
