import * as z from "zod";
import { posts } from "../../domain/organisation/organisation.ts";
import { withEveryClock } from "../../domain/policy/built-in.ts";
import { type Disclosure, readerNames } from "../../domain/policy/disclosure-policy.ts";
import type { GroupPolicy } from "../../domain/policy/group-policy.ts";
import { adapters, type NoticePolicy } from "../../domain/policy/notice-policy.ts";
import {
  type ClockRule,
  clockNames,
  type Limit,
  type LimitRule,
  type Policy,
  type QuietHours,
  type RungRule,
  type RungTime,
  rungKinds,
  unlessRules,
} from "../../domain/policy/policy.ts";
import { nightlyKinds, type PrivacyPolicy } from "../../domain/policy/privacy-policy.ts";
import type { ReportingPolicy } from "../../domain/policy/reporting-policy.ts";
import { mergedRules, notRatedRules, type TicketPolicy } from "../../domain/policy/ticket-policy.ts";
import { type Clause, isClause } from "../../domain/regulations/clause.ts";
import { line } from "../core/text.ts";

const YEAR_MINUTES = 366 * 24 * 60;
const minutes = z.int().min(1).max(YEAR_MINUTES);
/** Local wall time `HH:MM`. */
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Ids must not look like the suffixes of repeats and extensions. */
const rungId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

const limit: z.ZodType<Limit> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("natural"), minutes }),
  z.strictObject({ kind: z.literal("working-days"), days: z.int().min(1).max(250) }),
  z.strictObject({ kind: z.literal("working-time"), minutes }),
  z.strictObject({ kind: z.literal("daily"), at: wallTime, lastStart: wallTime }),
  z.strictObject({ kind: z.literal("given") }),
]);

const clause = line(100).pipe(z.custom<Clause>(isClause).meta({ override: { type: "string" } }));

const limits: z.ZodType<readonly LimitRule[]> = z.array(z.strictObject({ limit, clause })).min(1).max(3);

const rungTime: z.ZodType<RungTime> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("share-of-time"), percent: z.int().min(1).max(99) }),
  z.strictObject({ kind: z.literal("after-start"), minutes: z.int().min(0).max(YEAR_MINUTES) }),
  z.strictObject({ kind: z.literal("after-limit"), workingMinutes: z.int().min(0).max(YEAR_MINUTES) }),
  z.strictObject({
    kind: z.literal("working-days-after-limit"),
    days: z.int().min(1).max(250),
    orSecondLimit: z.boolean(),
  }),
]);

const rung: z.ZodType<RungRule> = z.strictObject({
  id: rungId,
  time: rungTime,
  posts: z.array(z.enum(posts)).min(1),
  kind: z.enum(rungKinds),
  onlyIf: z.literal("grave").exactOptional(),
  unless: z.enum(unlessRules).exactOptional(),
  repeat: z.strictObject({ everyMinutes: minutes, times: z.int().min(1).max(20) }).exactOptional(),
});

const clockRuleShape = {
  limits,
  urgentLimits: limits.exactOptional(),
  graveLimits: limits.exactOptional(),
  ladder: line(40),
  urgentLadder: line(40).exactOptional(),
};
const clockRule: z.ZodType<ClockRule> = z.strictObject(clockRuleShape);

export const laddersSchema = z.record(line(40), z.array(rung).min(1).max(12));

export const quietHours: z.ZodType<QuietHours> = z.strictObject({
  from: wallTime,
  to: wallTime,
  earlyIfDueWithinMinutes: z
    .int()
    .min(0)
    .max(24 * 60),
});

export const followUpRule = z.strictObject({
  attempts: z.int().min(1).max(10),
  days: z.int().min(1).max(10),
  satisfiedFrom: z.int().min(1).max(5),
  callHours: z.strictObject({ from: wallTime, to: wallTime }).default({ from: "09:00", to: "20:00" }),
});

export const periodStartDay = z.int().min(1).max(28);

/** When complaints make a group (D11 "5位以上"), and how many of its members are called. */
export const groupRule: z.ZodType<GroupPolicy> = z.strictObject({
  customers: z.int().min(2).max(50),
  building: z.strictObject({
    windowHours: z.int().min(1).max(168),
    confirmAfterDutyMinutes: z.int().min(1).max(1440),
  }),
  project: z.strictObject({
    windowDays: z.int().min(1).max(60),
    confirmAfterWorkingMinutes: z.int().min(1).max(4800),
  }),
  repeatDays: z.int().min(1).max(366),
  lookAgainSeconds: z.int().min(60).max(900).default(120),
  sample: z.strictObject({ percent: z.int().min(1).max(100), least: z.int().min(1).max(50) }),
  maxMembers: z.int().min(5).max(400).default(400),
  togetherMinutes: z.int().min(1).max(240).exactOptional(),
});

const ways = z
  .array(z.enum(adapters))
  .min(1)
  .max(adapters.length)
  .refine((names) => new Set(names).size === names.length, "同一方式不能重复 · a way stands twice");

/** In which order people are told; the wait is bounded by what a queue can hold a message back for. */
export const noticeRule: z.ZodType<NoticePolicy> = z.strictObject({
  staff: ways,
  posts: z.partialRecord(z.enum(posts), ways).exactOptional(),
  pressing: ways.exactOptional(),
  customer: ways,
  acknowledgeMinutes: z.int().min(1).max(14),
  bundleSeconds: z.int().min(0).max(600).exactOptional(),
});
const workingDay = z.int().min(1).max(20);

/** When a month's submissions and its bulletin are due, and who is told on the way. */
export const reportingRule: z.ZodType<ReportingPolicy> = z
  .strictObject({
    submitWorkingDay: workingDay,
    bulletinWorkingDay: workingDay,
    rungs: z
      .array(
        z.strictObject({
          id: rungId,
          workingDay: z.int().min(0).max(20),
          posts: z.array(z.enum(posts)).min(1),
          kind: z.enum(["reminder", "escalation"]),
        }),
      )
      .max(12)
      .refine(
        (rungs) => new Set(rungs.map(({ id: name }) => name)).size === rungs.length,
        "两级名称相同 · two rungs have one id",
      ),
    attachKilobytes: z.int().min(0).max(7168).exactOptional(),
  })
  .refine(
    ({ submitWorkingDay, bulletinWorkingDay }) => submitWorkingDay <= bulletinWorkingDay,
    "简报不能早于上报截止日 · the bulletin is not due before what it is made of",
  );

/** Government tickets: how long signing for one may take, and what counts in the rates. */
export const ticketRule: z.ZodType<TicketPolicy> = z.strictObject({
  signWorkingMinutes: z.int().min(10).max(4800),
  notRated: z.enum(notRatedRules),
  merged: z.enum(mergedRules),
});

const keptDays = z.int().min(30).max(3650);

/** How long people wait for an answer about their data (fifteen working days at most), and how long records are kept. */
export const privacyRule: z.ZodType<PrivacyPolicy> = z.strictObject({
  requestWorkingDays: z.int().min(1).max(15),
  keepDays: z.partialRecord(z.enum(nightlyKinds), keptDays).exactOptional(),
});

/** Which posts may know an anonymous complainant: somebody of the company must, or nobody could ever call back. */
export const identityPosts = z
  .array(z.enum(posts))
  .min(1)
  .max(posts.length)
  .refine((names) => new Set(names).size === names.length, "同一岗位不能重复 · a post stands twice");

/** Who may be shown who complained: somebody must, or nobody could ever call back. */
export const disclosure: z.ZodType<Disclosure> = z.strictObject({
  shownTo: z
    .array(z.enum(readerNames))
    .min(1)
    .meta({ description: "Name, number, address and flat in full, by a call on record" }),
  homeOpenTo: z.array(z.enum(readerNames)).meta({ description: "The flat without that call" }),
});

const parts = {
  version: line(200),
  ladders: laddersSchema,
  quietHours,
  followUp: followUpRule,
  periodStartDay,
  groups: groupRule.exactOptional(),
  notices: noticeRule.exactOptional(),
  reporting: reportingRule.exactOptional(),
  tickets: ticketRule.exactOptional(),
  privacy: privacyRule.exactOptional(),
  identityPosts: identityPosts.exactOptional(),
  disclosure: disclosure.exactOptional(),
};

/** A whole policy. */
export const policySchema: z.ZodType<Policy> = z.strictObject({
  ...parts,
  clocks: z.record(z.enum(clockNames), clockRule),
});

const isClockName = (name: string) => clockNames.some((known) => known === name);

/** A policy as some release stored it: one before this knew fewer clocks, one after it may know more clocks and have further parts. */
export const storedPolicySchema: z.ZodType<Policy> = z
  .looseObject({
    ...parts,
    clocks: z.preprocess(
      (clocks) =>
        typeof clocks === "object" && clocks !== null
          ? Object.fromEntries(Object.entries(clocks).filter(([name]) => isClockName(name)))
          : clocks,
      z.partialRecord(z.enum(clockNames), clockRule),
    ),
  })
  .transform((policy) => withEveryClock(policy));

/** What of a clock's rule a policy changes; the rest is as in its base. */
export const clockChanges = z.partialRecord(
  z.enum(clockNames),
  z.strictObject({
    limits: limits.exactOptional(),
    urgentLimits: limits.exactOptional(),
    graveLimits: limits.exactOptional(),
    ladder: line(40).exactOptional(),
    urgentLadder: line(40).exactOptional(),
  }),
);
