import { answersFrom, asksNothing, leads, route, staff } from "../core/route.ts";
import { correctiveQuery } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const correctiveRoutes = {
  listCorrectiveActions: route({
    ...asksNothing,
    id: "listCorrectiveActions",
    function: "staff-api",
    method: "GET",
    path: "/corrective-actions",
    who: staff(leads),
    summary: { zh: "整改项", en: "Corrective actions (D15) over projects" },
    query: correctiveQuery,
    answers: { 200: json("correctivePage", "若干项目的整改项", "Those of some projects") },
  }),
} as const;
