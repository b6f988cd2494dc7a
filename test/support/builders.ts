import { Temporal } from "temporal-polyfill";
import { rulesFor } from "../../lib/app/rules.ts";
import { type Recording, seal } from "../../lib/app/seal.ts";
import type { Command } from "../../lib/domain/complaint/commands.ts";
import { decide } from "../../lib/domain/complaint/decide.ts";
import type { Context } from "../../lib/domain/complaint/decision.ts";
import type { Complaint } from "../../lib/domain/complaint/document.ts";
import type { Actor, Registration } from "../../lib/domain/complaint/events.ts";
import type { Personal } from "../../lib/domain/complaint/personal.ts";
import type { Refusal } from "../../lib/domain/complaint/refusal.ts";
import { fromInstant, type Instant, toInstant } from "../../lib/domain/time/instant.ts";
import { sha256 } from "./crypto.ts";

export const ZONE = "Asia/Shanghai";

/** A wall-clock time in Shanghai, `2026-02-13 10:00`, as the instant on the wire. */
export function at(local: string, timeZone = ZONE): Instant {
  return toInstant(
    Temporal.PlainDateTime.from(local.replace(" ", "T")).toZonedDateTime(timeZone).toInstant(),
  );
}

/** The Shanghai wall-clock time of an instant, to the minute. */
export function local(instant: Instant, timeZone = ZONE): string {
  return fromInstant(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" })
    .replace("T", " ");
}

let salts = 0;

/** A personal value with a salt of its own. */
export function personal(value: string): Personal {
  salts += 1;
  return { salt: `salt-${salts}`, value };
}

export const supervisor: Actor = { kind: "person", id: "supervisor-1" };
export const timer: Actor = { kind: "timer" };

export function registrationAt(receivedAt: Instant, more: Partial<Registration> = {}): Registration {
  return {
    id: "c".repeat(26),
    number: "466",
    projectId: "project-1",
    timeZone: ZONE,
    channel: "phone",
    system: "call-centre",
    bodyHash: "hash",
    receivedAt,
    recordKind: "complaint",
    anonymous: false,
    location: { building: "3", unit: "1", room: "502" },
    urgency: "general",
    safety: false,
    intake: "project",
    ...more,
  };
}

/** A decision in the plain case: rules of the zone, the supervisor asks, one recipient per post. */
export function contextAt(now: Instant, more: Partial<Context> = {}): Context {
  return {
    ...rulesFor(ZONE),
    now: fromInstant(now),
    by: supervisor,
    recipients: (posts) => posts.map((post) => ({ personId: `${post}-1`, post })),
    ...more,
  };
}

let commands = 0;

/** Decides and records a command; throws when it is refused, so that a test cannot pass by accident. */
export function after(
  complaint: Complaint | undefined,
  command: Command,
  now: Instant,
  more: Partial<Context> = {},
): Complaint {
  const context = contextAt(now, more);
  const decision = decide(complaint, command, context);
  if ("refused" in decision) throw new Error(`${command.type} refused: ${JSON.stringify(decision)}`);
  if (decision.drafts.length === 0 && complaint !== undefined) return complaint;
  commands += 1;
  const recording: Recording = {
    recordedAt: now,
    by: context.by,
    commandId: `command-${commands}`,
    request: "",
  };
  return seal(complaint, decision.drafts, recording, sha256);
}

/** The refusal of a command; throws when it is carried out. */
export function refusal(
  complaint: Complaint | undefined,
  command: Command,
  now: Instant,
  more: Partial<Context> = {},
): Refusal {
  const decision = decide(complaint, command, contextAt(now, more));
  if ("refused" in decision) return decision;
  throw new Error(`${command.type} was carried out`);
}

const withPhone = (): Record<string, Personal> => ({
  matter: personal("电梯又停了"),
  phone: personal("13800000000"),
});

/** A complaint as it stands right after registration; recorded the moment it was received unless said otherwise. */
export function registered(
  receivedAt: Instant,
  more: Partial<Registration> = {},
  values: Record<string, Personal> = withPhone(),
  recordedAt: Instant = receivedAt,
): Complaint {
  return after(
    undefined,
    { type: "register", registration: registrationAt(receivedAt, more), personal: values },
    recordedAt,
    { by: { kind: "channel", id: "call-centre" } },
  );
}

/** Staff commands with the least content, for the transition table and the properties. */
export const plain = {
  reply: (): Command => ({ type: "reply", via: "phone", text: personal("明天上门查看") }),
  classify: (): Command => ({ type: "classify", classCode: "1.2" }),
  judge: (): Command => ({ type: "judge", validity: "valid", reason: personal("属实") }),
  assign: (): Command => ({ type: "assign", departmentId: "engineering", handlerId: "handler-1" }),
  resolve: (): Command => ({ type: "resolve", via: "phone", text: personal("已修复") }),
  "follow-up": (): Command => ({ type: "follow-up", outcome: "reached", grade: 5 }),
  close: (): Command => ({ type: "close" }),
  reopen: (): Command => ({ type: "reopen", reason: personal("仍未修好") }),
  withdraw: (): Command => ({ type: "withdraw", reason: personal("业主撤诉") }),
  urge: (): Command => ({ type: "urge" }),
  note: (): Command => ({ type: "note", text: personal("备注") }),
  "customer-message": (): Command => ({ type: "customer-message", text: personal("请尽快") }),
  pause: (): Command => ({ type: "pause", reason: "owner-appointment", text: personal("业主周六才有空") }),
  resume: (): Command => ({ type: "resume" }),
  extend: (): Command => ({
    type: "extend",
    clock: "result",
    dueAt: "2026-12-01T00:00:00.000Z",
    reason: personal("等配件"),
  }),
  acknowledge: (): Command => ({ type: "acknowledge", clock: "firstReply", cycle: 1, rung: "half" }),
} satisfies Record<string, () => Command>;

/** A resolved complaint, one hour per step. */
export function resolved(
  receivedAt: Instant,
  more: Partial<Registration> = {},
  values = withPhone(),
): Complaint {
  const assigned = after(registered(receivedAt, more, values), plain.assign(), later(receivedAt, 1));
  return after(assigned, plain.resolve(), later(receivedAt, 2));
}

/** A closed complaint: resolved, classified, judged, followed up. */
export function closed(receivedAt: Instant): Complaint {
  let complaint = resolved(receivedAt);
  for (const name of ["classify", "judge", "follow-up", "close"] as const) {
    complaint = after(complaint, plain[name](), later(receivedAt, 3));
  }
  return complaint;
}

export function later(instant: Instant, hours: number): Instant {
  return toInstant(fromInstant(instant).add({ minutes: Math.round(hours * 60) }));
}
