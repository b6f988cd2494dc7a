import { describe, expect, test } from "vitest";
import { completed } from "../../../lib/contracts/rules/policy-presets.ts";
import { addWorkingDays, isProvisional } from "../../../lib/domain/calendar/index.ts";
import type { Scope } from "../../../lib/domain/editions/scope.ts";
import { builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import { fromInstant, toInstant } from "../../../lib/domain/time/instant.ts";
import { at, local, ZONE } from "../../support/builders.ts";
import { project } from "../../support/organisation.ts";
import { world } from "../../support/world.ts";

const now = at("2026-03-02 09:00");
const by = { publishedAt: now, publishedBy: "hq" };

async function publish(w: ReturnType<typeof world>, scope: Scope, number: number, effectiveFrom = now) {
  const version = `${scope}@${number}`;
  const edition = { ...by, version, scope, number, effectiveFrom };
  await w.ports.ruleStore.publishPolicy(edition, completed(version, "D12", {}));
  return version;
}

const inForce = async (w: ReturnType<typeof world>) =>
  (await w.ports.rules.forProject(project.id, ZONE)).policy.version;

describe("rules in force", () => {
  test("nothing published: the built-in policy on the State Council's calendar, without asking where the project is", async () => {
    const w = world(now, builtInPolicy);
    expect(await w.ports.rules.forProject("unknown", ZONE)).toMatchObject({
      policy: builtInPolicy,
      calendarVersion: "cn-2026.1",
    });
  });

  test("project before city before region before company before built-in", async () => {
    const w = world(now, builtInPolicy);
    const scopes: Scope[] = [
      "company",
      `region:${project.region}`,
      `city:${project.city}`,
      `project:${project.id}`,
    ];
    await publish(w, "project:elsewhere", 1);
    for (const scope of scopes) {
      const version = await publish(w, scope, 1);
      w.clock.advance(61);
      expect(await inForce(w)).toBe(version);
    }
  });

  test("a policy holds from its effective date on; of two the one that took effect last", async () => {
    const w = world(now, builtInPolicy);
    await publish(w, "company", 1);
    await publish(w, "company", 2, at("2026-03-03 00:00"));
    expect(await inForce(w)).toBe("company@1");
    w.clock.set(at("2026-03-03 00:00"));
    expect(await inForce(w)).toBe("company@2");
  });

  test("read at most once a minute, however many complaints there are", async () => {
    const w = world(now, builtInPolicy);
    for (let time = 0; time < 50; time += 1) await inForce(w);
    expect(w.ruleStore.reads).toBe(1);
    w.clock.advance(61);
    await inForce(w);
    expect(w.ruleStore.reads).toBe(2);
  });

  test("a notice that is added moves what was provisional; a stamp of before is read as it was", async () => {
    const w = world(at("2026-12-30 10:00"), builtInPolicy);
    const before = await w.ports.rules.forProject(project.id, ZONE);
    const notice = {
      year: 2027,
      title: "国务院办公厅关于2027年部分节假日安排的通知",
      documentNumber: "国办发明电〔2026〕8号",
      publishedOn: "2026-12-30",
      address: null,
      holidays: [{ name: "元旦", from: "2027-01-01", to: "2027-01-03", days: 3, makeUpWorkdays: [] }],
    };
    await w.ports.ruleStore.publishCalendar({
      ...by,
      version: "company@1",
      scope: "company",
      number: 1,
      notices: [notice],
    });
    w.clock.advance(61);
    const after = await w.ports.rules.forProject(project.id, ZONE);
    const due = (rules: typeof before) =>
      addWorkingDays(rules.calendar, fromInstant(at("2026-12-30 10:00")), 3);
    // Without the notice Friday 1 January counts as a working day.
    expect([local(toInstant(due(before))), local(toInstant(due(after)))]).toEqual([
      "2027-01-04 18:00",
      "2027-01-05 18:00",
    ]);
    expect(isProvisional(before.calendar, due(before))).toBe(true);
    expect(isProvisional(after.calendar, due(after))).toBe(false);
    expect(after.calendarVersion).toBe("cn-2026.1+company@1");
    const stamp = { policyVersion: before.policy.version, calendarVersion: before.calendarVersion };
    const then = await w.ports.rules.stamped(stamp, project.id, ZONE);
    expect(due(then)).toEqual(due(before));
    expect((await w.ports.rules.forProject(project.id, ZONE)).calendar).toBe(after.calendar);
  });

  test("opening hours of a project stand over the company's, its zone is its own", async () => {
    const w = world(now, builtInPolicy);
    await w.ports.ruleStore.publishCalendar({
      ...by,
      version: `project:${project.id}@1`,
      scope: `project:${project.id}`,
      number: 1,
      week: { mon: [["08:00", "12:00"]], tue: [["08:00", "12:00"]] },
    });
    const { calendar } = await w.ports.rules.forProject(project.id, "Asia/Urumqi");
    expect(calendar.week).toEqual({ mon: [["08:00", "12:00"]], tue: [["08:00", "12:00"]] });
    expect(calendar.timeZone).toBe("Asia/Urumqi");
  });

  test("a document timed by rules newer than what was read is never timed back: they are read again", async () => {
    const w = world(now, builtInPolicy);
    await inForce(w);
    const version = await publish(w, "company", 1);
    expect(await inForce(w)).toBe(builtInPolicy.version);
    const met = [{ policyVersion: version, calendarVersion: "cn-2026.1" }];
    expect((await w.ports.rules.forProject(project.id, ZONE, met)).policy.version).toBe(version);
    expect((await w.ports.rules.stamped(met[0]!, project.id, ZONE)).policy.version).toBe(version);
    expect(w.ruleStore.reads).toBe(2);
  });

  test("a version that nobody published is an error that names it", async () => {
    const w = world(now, builtInPolicy);
    const stamp = { policyVersion: "company@9", calendarVersion: "cn-2026.1" };
    await expect(w.ports.rules.stamped(stamp, project.id, ZONE)).rejects.toThrow(
      /company@9 is not published/,
    );
  });
});
