import * as z from "zod";
import { asksNothing, open, page, route } from "../core/route.ts";
import { line } from "../core/text.ts";

export const acknowledgementRoutes = {
  showAcknowledgement: route({
    ...asksNothing,
    id: "showAcknowledgement",
    function: "channels-api",
    method: "GET",
    path: "/public/acknowledgements/{token}",
    who: open,
    summary: { zh: "督办确认页", en: "The page behind a message's link; changes nothing" },
    params: z.object({ token: line(2000) }),
    answers: { 200: page("带按钮的页面", "A page with a button") },
  }),
  acknowledge: route({
    ...asksNothing,
    id: "acknowledge",
    function: "channels-api",
    method: "POST",
    path: "/public/acknowledgements/{token}",
    who: open,
    summary: { zh: "督办确认", en: "Acknowledge a rung through a message's link" },
    params: z.object({ token: line(2000) }),
    answers: { 200: page("已确认", "Acknowledged") },
  }),
} as const;
