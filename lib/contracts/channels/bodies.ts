import * as z from "zod";
import { slipBody } from "../complaints/bodies.ts";
import { id, instant, line, text } from "../core/text.ts";

/** One opening of a complaint box may bring so many slips. */
const maxSlips = 200;

const round = { roundId: id, projectId: id, boxId: id, openedAt: instant, openedBy: line(100) };

/** The round with its slips unread: each slip is checked for itself, so that a bad one names itself alone. */
export const roundEnvelope = z.strictObject({ ...round, slips: z.array(z.unknown()).min(1).max(maxSlips) });

/** The whole round as documented. */
export const boxRound = z
  .strictObject({ ...round, slips: z.array(slipBody).min(1).max(maxSlips) })
  .meta({ id: "BoxRound" });

/** `POST /channels/sms/replies`: what a complainant texted back. */
export const smsReplyBody = z.strictObject({ sourceId: id, phone: line(40), text: text(4000) }).meta({
  id: "SmsReply",
  description: "A digit 1–5 grades what was resolved, with the reason behind it; else it is a message",
});
