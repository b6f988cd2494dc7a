import { type Complaint, isOpen } from "../../domain/complaint/document.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { change, givenTo } from "../complaints/change.ts";
import { commandIdOf, salted } from "../documents/ids.ts";
import { contactKeys } from "../organisation/keys.ts";
import { recipientsAt } from "../organisation/staffing.ts";
import { isProblem, type Problem } from "../problems/problem.ts";
import { addMessage, type MessagePorts } from "./acts.ts";

/** A text message that a complainant sent back. */
export interface SmsReply {
  /** Of the gateway: the same again is the same message. */
  readonly sourceId: string;
  readonly phone: string;
  readonly text: string;
}

/** What became of it; `unknown`: nobody with this number has a complaint. */
export interface SmsHeard {
  readonly outcome: "rated" | "message" | "unknown";
  readonly number?: string;
}

const LOOKED_AT = 5;
/** A grade, and behind it the reason: `5`, `２ 还在漏`. */
const grading = /^\s*([1-5１-５])(?:[\s,，.。、:：分]+(.*))?$/su;

/**
 * A digit grades a complaint that was resolved (five grades, D13; below satisfied with a reason behind it), everything else is
 * added to the number's newest open complaint, else its newest.
 */
export async function hearSms(ports: MessagePorts, reply: SmsReply): Promise<SmsHeard | Problem> {
  const complaint = await complaintOf(ports, reply.phone);
  if (complaint === undefined) return { outcome: "unknown" };
  const { number } = complaint.registration;
  const graded = await rated(ports, complaint, reply);
  if (graded !== undefined) return isProblem(graded) ? graded : { outcome: "rated", number };
  const added = await addMessage(ports, complaint, { text: reply.text, once: `sms:${reply.sourceId}` });
  return isProblem(added) ? added : { outcome: "message", number };
}

async function complaintOf(
  { complaints, crypto }: MessagePorts,
  phone: string,
): Promise<Complaint | undefined> {
  const ids = await Promise.all(
    contactKeys(crypto, phone).map((key) => complaints.idsByContact(key, LOOKED_AT)),
  );
  const found = await Promise.all([...new Set(ids.flat())].map((id) => complaints.load(id)));
  const known = found
    .filter((one) => one !== undefined)
    .toSorted((a, b) => (a.registration.receivedAt < b.registration.receivedAt ? 1 : -1));
  return known.find(isOpen) ?? known[0];
}

/** Undefined where it is no grade, or none can be given: then the words are a message. */
async function rated(ports: MessagePorts, complaint: Complaint, { sourceId, text }: SmsReply) {
  const wasGiven = givenTo(complaint);
  const commandId = commandIdOf(ports.crypto, "sms-rating", sourceId, wasGiven);
  if (wasGiven(commandId)) return complaint;
  const [, digit, reason = ""] = grading.exec(text) ?? [];
  if (digit === undefined || complaint.status !== "resolved" || complaint.opinion !== undefined)
    return undefined;
  const result = await change(ports, complaint, {
    command: {
      type: "opinion",
      grade: Number(digit.normalize("NFKC")),
      ...(reason.trim() === "" ? {} : { text: salted(ports.crypto, reason) }),
    },
    by: { kind: "customer" },
    commandId,
    request: commandId,
    recipients: await recipientsAt(ports, complaint.registration.projectId, toInstant(ports.clock.now())),
  });
  // A low grade without its reason is no grade yet, but it is heard.
  if (isProblem(result)) return result.problem === "reason-required" ? undefined : result;
  return result.complaint;
}
