import * as z from "zod";
import { answersFrom, asksNothing, open, page, route } from "../core/route.ts";
import { id } from "../core/text.ts";
import { paperForm } from "../papers/bodies.ts";
import { trackingQuery } from "./bodies.ts";
import type * as views from "./views.ts";

const { jsonOrPage } = answersFrom<typeof views>();

export const publicRoutes = {
  trackComplaint: route({
    ...asksNothing,
    id: "trackComplaint",
    function: "public-api",
    method: "GET",
    path: "/public/complaints/{number}",
    who: open,
    summary: { zh: "投诉进度", en: "The complainant's own view, as a page or JSON by Accept" },
    params: z.object({ number: id }),
    query: trackingQuery,
    answers: { 200: jsonOrPage("trackingView", "进度", "Progress") },
  }),
  showSheet: route({
    ...asksNothing,
    id: "showSheet",
    function: "public-api",
    method: "GET",
    path: "/public/sheets/{number}/{form}",
    who: open,
    summary: { zh: "签字件页", en: "Where the code on a printed form leads: what staff do with the sheet" },
    params: z.object({ number: id, form: paperForm }),
    answers: { 200: page("一页", "A page") },
  }),
} as const;
