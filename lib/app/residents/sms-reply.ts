import { type Complaint, isOpen } from "../../domain/complaint/document.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { change, givenTo } from "../complaints/change.ts";
import { commandIdOf, salted } from "../documents/ids.ts";
import { type IntakePorts, receiveComplaint } from "../intake/intake.ts";
import type { IntakeRequest } from "../intake/intake-request.ts";
import { complaintId } from "../intake/standing.ts";
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
  readonly outcome: "rated" | "message" | "registered" | "unknown";
  readonly number?: string;
}

const LOOKED_AT = 5;
/** A grade, and behind it the reason: `5`, `２ 还在漏`. */
const grading = /^\s*([1-5１-５])(?:[\s,，.。、:：分]+(.*))?$/su;

/**
 * A digit grades a complaint that was resolved (five grades, D13; below satisfied with a reason behind it), everything else is
 * added to the number's newest open complaint, else its newest. What was taken back or referred takes no words any
 * more: then they are a complaint of their own in the same project, for nothing that is written is lost (D6).
 */
export async function hearSms(
  ports: IntakePorts,
  reply: SmsReply,
  system: string,
): Promise<SmsHeard | Problem> {
  const known = await complaintsOf(ports, reply.phone);
  const complaint = known.find(isOpen) ?? known[0];
  if (complaint === undefined) return { outcome: "unknown" };
  const { number, projectId } = complaint.registration;
  const anew = asComplaint(reply, { system, projectId });
  const made = complaintId(ports, anew);
  const before = known.find(({ registration }) => registration.id === made);
  if (before !== undefined) return { outcome: "registered", number: before.registration.number };
  const graded = await rated(ports, complaint, reply);
  if (graded !== undefined) return isProblem(graded) ? graded : { outcome: "rated", number };
  const added = await addMessage(ports, complaint, { text: reply.text, once: `sms:${reply.sourceId}` });
  if (!isProblem(added)) return { outcome: "message", number };
  if (added.problem !== "not-allowed-now") return added;
  const result = await receiveComplaint(ports, anew);
  return isProblem(result) ? result : { outcome: "registered", number: result.complaint.registration.number };
}

function asComplaint(
  { sourceId, phone, text }: SmsReply,
  { system, projectId }: Pick<IntakeRequest, "system" | "projectId">,
): IntakeRequest {
  return {
    channel: "sms",
    system,
    sourceId: `reply:${sourceId}`,
    body: JSON.stringify({ phone, text }),
    by: { kind: "channel", id: system },
    projectId,
    matter: text,
    complainant: { phone },
  };
}

/** The newest complaints of a number, newest first. */
async function complaintsOf(
  { complaints, crypto }: MessagePorts,
  phone: string,
): Promise<readonly Complaint[]> {
  const ids = await Promise.all(
    contactKeys(crypto, phone).map((key) => complaints.idsByContact(key, LOOKED_AT)),
  );
  const found = await Promise.all([...new Set(ids.flat())].map((id) => complaints.load(id)));
  return found
    .filter((one) => one !== undefined)
    .toSorted((a, b) => (a.registration.receivedAt < b.registration.receivedAt ? 1 : -1));
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
