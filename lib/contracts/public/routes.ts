import * as z from "zod";
import type * as registrations from "../complaints/registered.ts";
import { answersFrom, asksNothing, link, open, page, route } from "../core/route.ts";
import { id } from "../core/text.ts";
import { paperForm } from "../papers/bodies.ts";
import { publicComplaintBody, publicMessageBody, trackingQuery } from "./bodies.ts";
import type * as views from "./views.ts";

const { json, jsonOrPage } = answersFrom<typeof views & typeof registrations>();

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
  registerPublicly: route({
    ...asksNothing,
    id: "registerPublicly",
    function: "public-api",
    method: "POST",
    path: "/public/complaints",
    who: open,
    summary: { zh: "公开投诉", en: "A complaint of anybody's: JSON, or the form of a company's own site" },
    body: publicComplaintBody,
    key: "optional",
    answers: {
      200: jsonOrPage(
        "registered",
        "同一条投诉；表单有误时为说明页",
        "The same complaint again; what to put right, for a form",
      ),
      201: json("registered", "已登记", "Registered"),
      302: link("进度页", "For a form: the progress"),
    },
  }),
  addPublicMessage: route({
    ...asksNothing,
    id: "addPublicMessage",
    function: "public-api",
    method: "POST",
    path: "/public/complaints/{number}/messages",
    who: open,
    summary: { zh: "客户补充", en: "The complainant adds words or files, with the secret of the link" },
    params: z.object({ number: id }),
    query: trackingQuery,
    body: publicMessageBody,
    key: "optional",
    answers: {
      200: jsonOrPage("trackingView", "进度；表单有误时为说明页", "Progress; what to put right, for a form"),
      302: link("进度页", "For a form: the progress"),
    },
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
