import { boxRound, roundEnvelope } from "../channels/bodies.ts";
import type * as views from "../channels/views.ts";
import { answersFrom, asksNothing, everyone, route, staff } from "../core/route.ts";

const { json } = answersFrom<typeof views>();

/** D2: the slips of a complaint box (投诉箱), entered by whoever opened it. */
export const boxRoundRoutes = {
  openBoxAtDesk: route({
    ...asksNothing,
    id: "openBoxAtDesk",
    function: "staff-api",
    method: "POST",
    path: "/box-rounds",
    who: staff(everyone),
    summary: {
      zh: "前台登记一次开箱的投诉单（D2）",
      en: "Register the slips of one opening of a complaint box at the desk (D2)",
    },
    body: roundEnvelope,
    shownBody: boxRound,
    answers: { 200: json("roundResult", "已受理与被拒的投诉单", "Accepted and refused slips") },
  }),
} as const;
