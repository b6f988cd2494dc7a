import { describe, expect, test } from "vitest";
import { fieldErrors } from "../../../lib/contracts/field-errors.ts";
import { policyBody } from "../../../lib/contracts/rules/policy-body.ts";
import { completed, presetNames } from "../../../lib/contracts/rules/policy-presets.ts";
import { policySchema } from "../../../lib/contracts/rules/policy-schema.ts";
import { builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import { contradictions } from "../../../lib/domain/policy/contradictions.ts";
import { builtInGroupPolicy } from "../../../lib/domain/policy/group-policy.ts";
import { builtInNoticePolicy } from "../../../lib/domain/policy/notice-policy.ts";
import type { Policy } from "../../../lib/domain/policy/policy.ts";
import { builtInReportingPolicy } from "../../../lib/domain/policy/reporting-policy.ts";
import { builtInTicketPolicy } from "../../../lib/domain/policy/ticket-policy.ts";

/** Path and code of everything that is wrong with a body. */
function faults(body: unknown): string[] {
  const result = policyBody.safeParse(body, { reportInput: true });
  return result.success ? [] : fieldErrors(result.error).map(({ path, code }) => `${path} ${code}`);
}

const result = (limits: unknown[]) => ({ clocks: { result: { limits } } });
const days = (count: number) => ({ limit: { kind: "working-days", days: count }, clause: "D6" });
const rung = (id: string, time: unknown, kind = "escalation") => ({ id, time, posts: ["manager"], kind });
const afterLimit = (workingMinutes: number) => ({ kind: "after-limit", workingMinutes });
const share = (percent: number) => ({ kind: "share-of-time", percent });

describe("a policy", () => {
  test.each(presetNames)("preset %s is whole and does not contradict itself", (name) => {
    const policy = completed("v", name, {});
    expect(contradictions(policy)).toEqual([]);
    expect(policySchema.parse(policy)).toEqual(policy);
  });

  test("the default preset is the built-in policy; D6 has 3 working days, D12 has 5", () => {
    expect(completed(builtInPolicy.version, "default", {})).toEqual(builtInPolicy);
    const limits = (name: "D6" | "D12") =>
      completed("v", name, {}).clocks.result.limits.map(({ limit }) => limit);
    expect(limits("D6")).toEqual([{ kind: "working-days", days: 3 }]);
    expect(limits("D12")).toEqual([{ kind: "working-days", days: 5 }]);
  });

  test("changes only what it says: the other limits of the clock stay", () => {
    const policy = completed("v", "default", policyBody.parse(result([days(2)])));
    expect(policy.clocks.result).toEqual({
      ...builtInPolicy.clocks.result,
      limits: [days(2)],
    });
    expect(policy.clocks.firstReply).toEqual(builtInPolicy.clocks.firstReply);
  });

  test("whatever a policy can hold a company can say, and it stays as it was said", () => {
    const { version, ...whole }: Required<Policy> = {
      ...builtInPolicy,
      groups: builtInGroupPolicy,
      notices: builtInNoticePolicy,
      reporting: { ...builtInReportingPolicy, submitWorkingDay: 4 },
      tickets: { ...builtInTicketPolicy, signWorkingMinutes: 90 },
      privacy: { requestWorkingDays: 7, keepDays: { complaints: 730 } },
      identityPosts: ["manager"],
      disclosure: { shownTo: ["manager"], homeOpenTo: ["its-handler"] },
    };
    const said = policyBody.parse(whole);
    expect(completed(version, "default", said)).toEqual({ version, ...whole });
  });

  test.each<[string, unknown, string[]]>([
    ["a limit of 0", result([days(0)]), ["clocks.result.limits.0.limit.days too-short"]],
    ["no limit at all", result([]), ["clocks.result.limits too-short"]],
    [
      "a second limit that is no longer",
      result([days(3), days(3)]),
      ["clocks.result.limits.1 contradiction"],
    ],
    [
      "an instant given for a clock that is counted",
      result([{ limit: { kind: "given" }, clause: "x" }]),
      ["clocks.result.limits.0.limit.kind contradiction"],
    ],
    [
      "a ladder that is not there",
      { clocks: { plan: { ladder: "nowhere" } } },
      ["clocks.plan.ladder contradiction"],
    ],
    [
      "a ladder out of order",
      { ladders: { task: [rung("a", afterLimit(240)), rung("b", afterLimit(0))] } },
      ["ladders.task.1.time contradiction"],
    ],
    [
      "rungs that overlap",
      { ladders: { task: [rung("a", share(50), "reminder"), rung("b", share(50), "reminder")] } },
      ["ladders.task.1.time contradiction"],
    ],
    [
      "a reminder after the limit",
      { ladders: { task: [rung("a", afterLimit(0), "reminder")] } },
      ["ladders.task.0.kind contradiction"],
    ],
    [
      "two rungs of one id",
      { ladders: { task: [rung("a", share(50), "reminder"), rung("a", afterLimit(0))] } },
      ["ladders.task.1.id contradiction", "ladders.task.1.id contradiction"],
    ],
    [
      "an id that another ladder gives another meaning",
      { ladders: { task: [rung("half", afterLimit(0))] } },
      ["ladders.task.0.id contradiction", "ladders.first-reply.1.id contradiction"],
    ],
    [
      "an unknown post",
      { ladders: { task: [{ ...rung("a", afterLimit(0)), posts: ["boss"] }] } },
      ["ladders.task.0.posts.0 not-one-of"],
    ],
    [
      "quiet hours without length",
      { quietHours: { from: "21:00", to: "21:00", earlyIfDueWithinMinutes: 0 } },
      ["quietHours.to contradiction"],
    ],
    ["an unknown clock", { clocks: { lunch: {} } }, ["clocks.lunch unknown-field"]],
    ["an unknown scope", { scope: "planet" }, ["scope bad-format"]],
  ])("with %s is refused with its path", (_, body, expected) => {
    expect(faults(body)).toEqual(expected);
  });
});
