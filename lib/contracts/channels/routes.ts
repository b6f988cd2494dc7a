import * as z from "zod";
import { complaintBodies, postedChannels } from "../complaints/bodies.ts";
import type * as registrations from "../complaints/registered.ts";
import { answersFrom, asksNothing, channel, route } from "../core/route.ts";
import { boxRound, roundEnvelope, smsReplyBody } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views & typeof registrations>();

export const channelRoutes = {
  receiveComplaint: route({
    ...asksNothing,
    id: "receiveComplaint",
    function: "channels-api",
    method: "POST",
    path: "/channels/{channel}/complaints",
    who: channel,
    summary: { zh: "渠道登记投诉", en: "Register a complaint from a channel" },
    params: z.object({ channel: z.enum(postedChannels) }),
    names: { channel: "unknown-channel" },
    bodies: { by: "channel", of: complaintBodies, each: false },
    key: "optional",
    answers: {
      200: json("registered", "同一条投诉", "The same complaint again"),
      201: json("registered", "已登记", "Registered"),
    },
  }),
  hearSms: route({
    ...asksNothing,
    id: "hearSms",
    function: "channels-api",
    method: "POST",
    path: "/channels/sms/replies",
    who: channel,
    summary: { zh: "短信回复", en: "A complainant texts back: a digit grades, words are a message" },
    body: smsReplyBody,
    answers: {
      200: json(
        "smsHeard",
        "已评价、已补充、已登记，或没有这个号码的投诉",
        "Graded, added, registered, or nobody's number",
      ),
    },
  }),
  openBox: route({
    ...asksNothing,
    id: "openBox",
    function: "channels-api",
    method: "POST",
    path: "/channels/mailbox/rounds",
    who: channel,
    summary: { zh: "投诉箱开箱", en: "Register the slips of one opening of a complaint box" },
    body: roundEnvelope,
    shownBody: boxRound,
    answers: { 200: json("roundResult", "已受理与被拒的投诉单", "Accepted and refused slips") },
  }),
} as const;
