import { answersFrom, asksNothing, route, ruling, staff } from "../core/route.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const doctorRoutes = {
  showDoctor: route({
    ...asksNothing,
    id: "showDoctor",
    function: "staff-api",
    method: "GET",
    path: "/doctor",
    who: staff(ruling),
    summary: { zh: "系统体检", en: "What this installation lacks, and what of it had to be mended" },
    answers: { 200: json("doctorView", "体检结果", "What was found") },
  }),
} as const;
