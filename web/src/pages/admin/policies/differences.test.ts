import { describe, expect, it } from "vitest";
import { builtInPolicy } from "../../../../../lib/domain/policy/built-in.ts";
import { differences } from "./differences.ts";
import { amountOf, bodyOf, type Draft, limitOf, units, withClock, withNewRung, withRung } from "./model.ts";
import { settingGroups } from "./settings.ts";
import { waysOf, withWays } from "./ways.ts";

const standing: Draft = JSON.parse(JSON.stringify(builtInPolicy));
const zh = (before: Draft, after: Draft) =>
  differences(before, after).map(
    ({ what, before: was, after: is }) => `${what.zh}：${was?.zh ?? "无"} → ${is?.zh ?? "无"}`,
  );

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the built-in policy has it");
  return value;
}

describe("what a policy changes, in words", () => {
  it("is nothing where they say the same", () => {
    expect(differences(standing, structuredClone(standing))).toEqual([]);
  });

  it("names the clock, for whom, and both limits", () => {
    const result = there(standing.clocks.result);
    const shorter = withClock(standing, "result", {
      ...result,
      limits: [{ limit: { kind: "working-days", days: 2 }, clause: "公司规定" }],
      graveLimits: [{ limit: { kind: "natural", minutes: 90 }, clause: "公司规定" }],
    });
    expect(zh(standing, shorter)).toEqual([
      "处理结果 · 一般：3 个工作日，其后 5 个工作日 → 2 个工作日",
      expect.stringMatching(/^处理结果 · A、B 级：.* → 90 分钟$/),
    ]);
  });

  it("finds a rung in every ladder that has it, one that is new and one that is gone", () => {
    const limit = there(there(standing.ladders.standard).find(({ id }) => id === "limit"));
    const changed = withRung(standing, "standard", "limit", { ...limit, posts: ["project-manager"] });
    const holders = Object.values(standing.ladders).filter((rungs) => rungs.some(({ id }) => id === "limit"));
    expect(holders.length).toBeGreaterThan(1);
    expect(zh(standing, changed)).toHaveLength(holders.length);
    const gone = withRung(standing, "standard", "limit", undefined);
    expect(zh(standing, gone)).toEqual([expect.stringMatching(/^一般阶梯：到期时 → .* → 无$/)]);
    const more = withNewRung(standing, "accept", {
      ...limit,
      id: "own-1",
      time: { kind: "share-of-time", percent: 50 },
    });
    expect(more.ladders.accept?.map(({ id }) => id)[0]).toBe("own-1");
    expect(zh(standing, more)).toEqual([expect.stringMatching(/^接单阶梯：无 → 时间过去 50% 时/)]);
  });

  it("knows every single value of the form, and no two of them are one", () => {
    for (const { settings } of settingGroups) {
      for (const setting of settings) {
        const other = otherwise(setting, standing);
        expect({ setting: setting.name.zh, found: differences(standing, other).length }).toEqual({
          setting: setting.name.zh,
          found: 1,
        });
      }
    }
    expect(
      differences(standing, withWays(standing, "staff", [...waysOf(standing).staff].reverse())),
    ).toHaveLength(1);
  });
});

function otherwise(setting: (typeof settingGroups)[number]["settings"][number], draft: Draft): Draft {
  switch (setting.kind) {
    case "number":
      return setting.set(draft, setting.get(draft) === setting.max ? setting.min : setting.get(draft) + 1);
    case "time":
      return setting.set(draft, "06:07");
    case "choice":
      return setting.set(draft, Object.keys(setting.choices).find((one) => one !== setting.get(draft)) ?? "");
  }
}

describe("limits as people count them", () => {
  it("are the same limit again", () => {
    for (const unit of units) {
      const limit = limitOf({ amount: 7, unit });
      expect(amountOf(limit)).toEqual({ amount: 7, unit });
    }
    expect(amountOf({ kind: "natural", minutes: 90 })).toEqual({ amount: 90, unit: "minutes" });
    expect(amountOf({ kind: "given" })).toBeUndefined();
  });

  it("the body says everything but the version it grew from", () => {
    const body = bodyOf(standing, "company");
    expect(body).toMatchObject({ scope: "company", base: "default", quietHours: standing.quietHours });
    expect(body).not.toHaveProperty("version");
    expect(body).not.toHaveProperty("effectiveFrom");
  });
});
