import { describe, expect, test } from "vitest";
import { audit } from "../../../lib/app/complaints/audit.ts";
import { clockSummaries } from "../../../lib/app/complaints/clock-view.ts";
import { type BuiltIn, ruleBook } from "../../../lib/app/rules/rule-book.ts";
import { watchRules } from "../../../lib/app/rules/watch.ts";
import type { HolidayNotice } from "../../../lib/domain/calendar/index.ts";
import { noticesRelease, noticesReleases } from "../../../lib/domain/calendar/index.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { builtInPolicies, builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import type { Policy } from "../../../lib/domain/policy/policy.ts";
import { fromInstant, toInstant } from "../../../lib/domain/time/instant.ts";
import { at, local, ZONE } from "../../support/builders.ts";
import { project } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const shipped: BuiltIn = {
  policies: builtInPolicies,
  policy: builtInPolicy,
  calendars: noticesReleases,
  calendar: noticesRelease,
};

/** The next release: the result after two working days first. */
const next: Policy = {
  ...builtInPolicy,
  version: "built-in-next",
  clocks: {
    ...builtInPolicy.clocks,
    result: {
      ...builtInPolicy.clocks.result,
      limits: [
        { limit: { kind: "working-days", days: 2 }, clause: "default" },
        { limit: { kind: "working-days", days: 5 }, clause: "D12" },
      ],
    },
  },
};

const notice2027: HolidayNotice = {
  year: 2027,
  title: "（样例）2027年部分节假日安排的通知",
  documentNumber: "样例1号",
  publishedOn: "2026-11-10",
  address: null,
  holidays: [{ name: "元旦", from: "2027-01-01", to: "2027-01-04", days: 4, makeUpWorkdays: [] }],
};
const cn2027 = { version: "cn-2027.1", notices: [...noticesRelease.notices, notice2027] };

/** Another version of the software is put in place, and the sweep looks through the open complaints. */
async function deploy(w: World, builtIn: BuiltIn, now: string): Promise<void> {
  Object.assign(w.ports, { rules: ruleBook(w.ruleStore, w.ports.organisation, w.clock, builtIn) });
  w.clock.set(now);
  await watchRules(w.ports);
  await w.run(now);
}

async function faults(w: World): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const progress of audit(w.ports)) found.push(...progress.faults);
  return found;
}

const resultOf = (complaint: Complaint) => complaint.clocks.find(({ name }) => name === "result")!;
const retimed = ({ events }: Pick<Complaint, "events">) =>
  events.flatMap(({ fact }) => (fact.type === "clockRetimed" ? [fact.name] : []));

describe("a release of the software brings other built-in rules while complaints are open", () => {
  test("a policy: open complaints move by recorded events, closed clocks and old stamps stay readable, the audit is whole", async () => {
    const w = world(at("2026-03-02 10:00"), builtInPolicy);
    const { registration } = await w.receive();
    const ended = await w.receive({ sourceId: "ended" });
    await w.give(ended.registration.id, { type: "withdraw", reason: "误报" });
    const before = w.complaints.items.get(ended.registration.id)!;
    await deploy(
      w,
      { ...shipped, policies: [...builtInPolicies, next], policy: next },
      at("2026-03-03 08:00"),
    );

    const open = w.complaints.items.get(registration.id)!;
    expect(retimed(open)).toContain("result");
    expect(local(resultOf(open).limits[0]!.dueAt)).toBe("2026-03-04 18:00");
    expect(resultOf(open).policyVersion).toBe("built-in-next");
    const { events, clocks } = w.complaints.items.get(ended.registration.id)!;
    expect({ events, clocks }).toEqual({ events: before.events, clocks: before.clocks });
    expect(await faults(w)).toEqual([]);
    expect(clockSummaries(before).find(({ name }) => name === "result")?.dueAt).toBe(
      resultOf(before).limits[0]!.dueAt,
    );
    const old = { policyVersion: "built-in-3", calendarVersion: "cn-2026.1" };
    expect((await w.ports.rules.stamped(old, project.id, ZONE)).policy).toBe(builtInPolicy);
  });

  test("a year's holidays: what was provisional moves, the old calendar is still the one of its stamp", async () => {
    const w = world(at("2026-12-30 10:00"), builtInPolicy);
    const { registration } = await w.receive();
    const first = resultOf(w.complaints.items.get(registration.id)!).limits[0]!;
    expect([local(first.dueAt), first.provisional]).toEqual(["2027-01-04 18:00", true]);
    await deploy(
      w,
      { ...shipped, calendars: [...noticesReleases, cn2027], calendar: cn2027 },
      at("2026-12-31 08:00"),
    );

    const moved = w.complaints.items.get(registration.id)!;
    expect(retimed(moved)).toContain("result");
    expect([local(resultOf(moved).limits[0]!.dueAt), resultOf(moved).calendarVersion]).toEqual([
      "2027-01-06 18:00",
      "cn-2027.1",
    ]);
    expect(await faults(w)).toEqual([]);
    const old = { policyVersion: "built-in-3", calendarVersion: "cn-2026.1" };
    const { calendar } = await w.ports.rules.stamped(old, project.id, ZONE);
    expect(calendar.publishedUntil).toBe("2026-12-31");
  });

  test("a timer that comes before anybody has looked decides in time, where its own rung did not move", async () => {
    const w = world(at("2026-03-02 10:00"), builtInPolicy);
    const { registration } = await w.receive();
    await w.run(at("2026-03-02 11:00"));
    const { at: due = "" } = (await w.complaint(registration.id)).alarm;
    const policies = [...builtInPolicies, next];
    const rules = ruleBook(w.ruleStore, w.ports.organisation, w.clock, {
      ...shipped,
      policies,
      policy: next,
    });
    Object.assign(w.ports, { rules });
    await w.run(toInstant(fromInstant(due).add({ minutes: 1 })));

    const { events } = await w.complaint(registration.id);
    expect(retimed({ events })).toContain("result");
    const decided = events.flatMap(({ fact }) =>
      fact.type === "rungDecided" && fact.due === due ? [fact] : [],
    );
    expect(decided.length).toBeGreaterThan(0);
    expect(Math.max(...decided.map(({ lateBy }) => lateBy))).toBeLessThan(60);
  });
});
