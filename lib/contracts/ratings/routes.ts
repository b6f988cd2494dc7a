import * as z from "zod";
import { answersFrom, asksNothing, open, page, route } from "../core/route.ts";
import { id } from "../core/text.ts";
import { trackingQuery } from "../public/bodies.ts";
import { ratingBody, ratingQuery } from "./bodies.ts";
import type * as views from "./views.ts";

const { jsonOrPage } = answersFrom<typeof views>();

export const ratingRoutes = {
  showRating: route({
    ...asksNothing,
    id: "showRating",
    function: "channels-api",
    method: "GET",
    path: "/public/complaints/{number}/rating",
    who: open,
    summary: { zh: "评价页", en: "The form behind a mail's grade; changes nothing" },
    params: z.object({ number: id }),
    query: ratingQuery,
    answers: { 200: page("带表单的页面", "A page with a form") },
  }),
  rateComplaint: route({
    ...asksNothing,
    id: "rateComplaint",
    function: "channels-api",
    method: "POST",
    path: "/public/complaints/{number}/rating",
    who: open,
    summary: { zh: "客户评价", en: "The complainant grades the handling, as JSON or as a form" },
    params: z.object({ number: id }),
    query: trackingQuery,
    body: ratingBody,
    answers: { 200: jsonOrPage("rated", "已记录", "Recorded") },
  }),
} as const;
