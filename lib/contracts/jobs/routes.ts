import * as z from "zod";
import { answersFrom, asksNothing, reporting, route, staff } from "../core/route.ts";
import { id } from "../core/text.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const jobRoutes = {
  showJob: route({
    ...asksNothing,
    id: "showJob",
    function: "reports-api",
    method: "GET",
    path: "/jobs/{id}",
    who: staff(reporting),
    summary: { zh: "任务进度", en: "Progress of a job" },
    params: z.object({ id }),
    answers: { 200: json("jobView", "进度", "Progress") },
  }),
} as const;
