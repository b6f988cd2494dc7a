import { Temporal } from "temporal-polyfill";
import { seal } from "../../lib/app/complaints/seal.ts";
import type { Command } from "../../lib/domain/complaint/commands/index.ts";
import { decide, type Refused } from "../../lib/domain/complaint/decide.ts";
import type { Context } from "../../lib/domain/complaint/decision.ts";
import type { Complaint } from "../../lib/domain/complaint/document.ts";
import type { Registration } from "../../lib/domain/complaint/events.ts";
import type { Actor } from "../../lib/domain/document/event.ts";
import type { Personal } from "../../lib/domain/document/personal.ts";
import type { Recording } from "../../lib/domain/document/seal.ts";
import { fromInstant, type Instant, toInstant } from "../../lib/domain/time/instant.ts";
import { sha256 } from "./crypto.ts";
import { rulesFor } from "./rules.ts";

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
    classCode: "1.2",
    anonymous: false,
    location: { building: "3", unit: "1", room: "502" },
    urgency: "general",
    safety: false,
    intake: "project",
    ...more,
  };
}

/** A decision in the plain case: rules of the zone, the supervisor asks; a timer finds one recipient per post. */
export function contextAt(now: Instant, more: Partial<Context> = {}): Context {
  const { by = supervisor } = more;
  return {
    ...rulesFor(ZONE),
    now: fromInstant(now),
    by,
    ...(by.kind === "timer"
      ? { recipients: (posts) => posts.map((post) => ({ personId: `${post}-1`, post })) }
      : {}),
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
): Refused {
  const decision = decide(complaint, command, contextAt(now, more));
  if ("refused" in decision) return decision;
  throw new Error(`${command.type} was carried out`);
}

const withPhone = (): Record<string, Personal> => ({
  matter: personal("电梯又停了"),
  name: personal("王示例"),
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
  classify: (): Command => ({ type: "classify", classCode: "1.2", level: "C" }),
  "complete-registration": (): Command => ({
    type: "complete-registration",
    changes: { withheld: true },
    personal: {},
  }),
  "register-and-close": (): Command => ({
    type: "register-and-close",
    text: personal("当场解释"),
    classCode: "1.5",
  }),
  correct: (): Command => ({
    type: "correct",
    changes: {},
    personal: { name: personal("李示例"), reason: personal("听错") },
  }),
  convert: (): Command => ({
    type: "convert",
    recordKind: "repair",
    number: "901",
    reason: personal("只是报修"),
  }),
  "explain-invalid": (): Command => ({ type: "explain-invalid", via: "phone", text: personal("属正常噪声") }),
  transfer: (): Command => ({ type: "transfer", departmentId: "security", reason: personal("归秩序部") }),
  accept: (): Command => ({ type: "accept" }),
  "form-team": (): Command => ({
    type: "form-team",
    text: personal("工程、秩序各一人"),
    departmentIds: ["engineering", "security"],
  }),
  investigate: (): Command => ({ type: "investigate", text: personal("现场查看"), testimonies: 2 }),
  "report-up": (): Command => ({ type: "report-up", text: personal("已报项目经理") }),
  foresee: (): Command => ({ type: "foresee", text: personal("涉及整栋"), affected: 40 }),
  instruct: (): Command => ({ type: "instruct", text: personal("尽快更换") }),
  consult: (): Command => ({ type: "consult", text: personal("维保单位意见") }),
  plan: (): Command => ({ type: "plan", act: { kind: "write", text: personal("更换主板"), nodes: [] } }),
  progress: (): Command => ({ type: "progress", text: personal("配件已到") }),
  "daily-report": (): Command => ({
    type: "daily-report",
    text: personal("已联系工程部"),
    departmentIds: ["engineering"],
  }),
  "sign-off": (): Command => ({ type: "sign-off" }),
  opinion: (): Command => ({ type: "opinion", grade: 5 }),
  "check-effect": (): Command => ({ type: "check-effect", effective: true, text: personal("运行正常") }),
  review: (): Command => ({
    type: "review",
    text: personal("检讨"),
    actions: [
      {
        ownerId: "handler-1",
        dueAt: "2027-01-01T00:00:00.000Z",
        cause: personal("保养不到位"),
        measure: personal("每周检查"),
      },
    ],
  }),
  evidence: (): Command => ({ type: "evidence", actionId: "z1", text: personal("检查记录") }),
  verify: (): Command => ({ type: "verify", actionId: "z1", passed: true, text: personal("属实") }),
  refer: (): Command => ({ type: "refer", reason: personal("已立案") }),
  judge: (): Command => ({ type: "judge", validity: "valid", reason: personal("属实") }),
  assign: (): Command => ({ type: "assign", departmentId: "engineering", handlerId: "handler-1" }),
  resolve: (): Command => ({ type: "resolve", via: "phone", text: personal("已修复") }),
  "follow-up": (): Command => ({ type: "follow-up", outcome: "reached", grade: 5 }),
  close: (): Command => ({ type: "close" }),
  reopen: (): Command => ({ type: "reopen", reason: personal("仍未修好") }),
  withdraw: (): Command => ({ type: "withdraw", reason: personal("业主撤诉") }),
  urge: (): Command => ({ type: "urge" }),
  note: (): Command => ({ type: "note", text: personal("备注") }),
  "send-link": (): Command => ({ type: "send-link", via: "sms" }),
  statement: (): Command => ({ type: "statement", text: personal("当时不在岗") }),
  "customer-message": (): Command => ({ type: "customer-message", text: personal("请尽快") }),
  pause: (): Command => ({ type: "pause", reason: "owner-appointment", text: personal("业主周六才有空") }),
  resume: (): Command => ({ type: "resume" }),
  extend: (): Command => ({
    type: "extend",
    clock: "result",
    dueAt: "2026-12-01T00:00:00.000Z",
    reason: personal("等配件"),
  }),
  "link-repeat": (): Command => ({ type: "link-repeat", complaintId: "earlier", number: "465", nth: 2 }),
  "join-group": (): Command => ({ type: "join-group", groupId: "series.1", level: "B" }),
  "leave-group": (): Command => ({ type: "leave-group", groupId: "series.1" }),
  acknowledge: (): Command => ({ type: "acknowledge", clock: "firstReply", cycle: 1, rung: "half" }),
  "sign-ticket": (): Command => ({ type: "sign-ticket" }),
  "return-ticket": (): Command => ({ type: "return-ticket", reason: "other-unit", text: personal("归市政") }),
  "object-to-dispatch": (): Command => ({
    type: "object-to-dispatch",
    act: { kind: "raise", reason: "other-unit", text: personal("归市政") },
  }),
  "merge-ticket": (): Command => ({ type: "merge-ticket", complaintId: "main", number: "G001" }),
  "ask-extension": (): Command => ({
    type: "ask-extension",
    dueAt: "2026-12-01T00:00:00.000Z",
    reason: personal("等配件"),
  }),
  "record-extension": (): Command => ({ type: "record-extension", granted: true }),
  "send-reply-document": (): Command => ({ type: "send-reply-document", text: personal("已修复") }),
  "ticket-returned": (): Command => ({
    type: "ticket-returned",
    dueAt: "2026-12-20T00:00:00.000Z",
    text: personal("未解决"),
  }),
  "record-ticket-rating": (): Command => ({
    type: "record-ticket-rating",
    contacted: "yes",
    solved: "yes",
    satisfied: "not-rated",
  }),
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

/** What D11 demands of a level C complaint and D4 of every one before it is closed. */
export const lifeOfC = ["classify", "judge", "investigate", "consult", "plan", "sign-off"] as const;

/** Gives a command in its least form; what confirms another person's work is given by the department's head. */
export function given(complaint: Complaint, name: keyof typeof plain, now: Instant): Complaint {
  const second = name === "sign-off" || name === "check-effect";
  return after(
    complaint,
    plain[name](),
    now,
    second ? { by: { kind: "person", id: "head-1" }, posts: ["department-head"] } : {},
  );
}

/** A closed complaint: every step of D11 and D4 on record, followed up. */
export function closed(receivedAt: Instant): Complaint {
  let complaint = after(registered(receivedAt), plain.assign(), later(receivedAt, 1));
  for (const name of lifeOfC.slice(0, -1)) complaint = given(complaint, name, later(receivedAt, 1));
  for (const name of ["resolve", "sign-off", "follow-up", "close"] as const) {
    complaint = given(complaint, name, later(receivedAt, 3));
  }
  return complaint;
}

export function later(instant: Instant, hours: number): Instant {
  return toInstant(fromInstant(instant).add({ minutes: Math.round(hours * 60) }));
}
