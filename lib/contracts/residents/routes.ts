import * as z from "zod";
import { asksNothing, link, open, page, route } from "../core/route.ts";
import { id } from "../core/text.ts";
import { placeName, reportPage } from "./bodies.ts";

const pages = { ...asksNothing, function: "public-api", who: open } as const;
const goesOn = {
  200: page("一页，写明哪里要改", "A page that says what to put right"),
  302: link("下一页", "The next page"),
} as const;
const sign = z.object({ project: id, place: placeName });
const reportOf = z.object({ project: id, place: placeName, page: reportPage });

/** Pages for residents: HTML that needs no script; answers stand in a draft whose secret is in the address. */
export const residentRoutes = {
  showReport: route({
    ...pages,
    id: "showReport",
    method: "GET",
    path: "/r/{project}/{place}",
    summary: {
      zh: "居民投诉：发生了什么",
      en: "A resident complains: what happened; where the sign's code leads",
    },
    params: sign,
    answers: goesOn,
  }),
  tellMatter: route({
    ...pages,
    id: "tellMatter",
    method: "POST",
    path: "/r/{project}/{place}",
    summary: { zh: "记下发生了什么", en: "Takes what happened and goes on to the next question" },
    params: sign,
    answers: goesOn,
  }),
  showReportPage: route({
    ...pages,
    id: "showReportPage",
    method: "GET",
    path: "/r/{project}/{place}/{page}",
    summary: { zh: "居民投诉的一页", en: "One question of a resident's complaint, its answers, its receipt" },
    params: reportOf,
    answers: goesOn,
  }),
  answerReportPage: route({
    ...pages,
    id: "answerReportPage",
    method: "POST",
    path: "/r/{project}/{place}/{page}",
    summary: {
      zh: "回答一个问题，或提交投诉",
      en: "Answers one question, or sends the complaint: once, however often",
    },
    params: reportOf,
    answers: goesOn,
  }),
} as const;
