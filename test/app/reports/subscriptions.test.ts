import { beforeEach, describe, expect, test } from "vitest";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { keep, keptBy } from "../../../lib/app/reports/deliver/keep.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { startDueRuns } from "../../../lib/app/reports/run/due-runs.ts";
import { startRun } from "../../../lib/app/reports/run/start.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import type { Subscription } from "../../../lib/domain/subscriptions/subscription.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const daily: Subscription = { every: "day", level: "project", scope: "project-1" };
const weekly: Subscription = { every: "week", level: "company" };
const monthly: Subscription = { every: "month", level: "project", scope: "project-1" };

let w: World;
beforeEach(async () => {
  // A Monday.
  w = world(at("2026-03-02 10:00"));
  await w.receive({ sourceId: "a" });
  await w.receive({ sourceId: "b", projectId: "project-2" });
});

async function take(person: Person, ...items: readonly Subscription[]) {
  const version = (await w.ports.subscriptions.find(person.id))?.version ?? 0;
  const kept = await keep(w.ports, person, person.id, { version, items });
  if (isProblem(kept)) throw new Error(kept.problem);
  return kept;
}

/** A night's call, and everything that follows from it. */
async function night(local: string): Promise<void> {
  w.clock.set(at(local));
  await startDueRuns(w.ports);
  await finish();
}

async function finish(): Promise<void> {
  for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take())
    for (const part of parts) await buildReportPart(w.ports, part);
  await w.drain();
}

/** The mails with files: to whom, and what they carry. */
const mails = () =>
  w.sent
    .filter(({ threadId }) => threadId.startsWith("delivery."))
    .map(({ to, files = [] }) => [to, files.map(({ name }) => name)]);

describe("the files of a part of the tree by mail", () => {
  test("each day the day before: its own workbook, once, however often the schedule calls", async () => {
    await take(people.projectManager, daily);
    await night("2026-03-03 02:00");
    const yesterday = ["示例一期2026年3月2日客户投诉处理统计报表.xlsx"];
    expect(mails()).toEqual([[people.projectManager.email, yesterday]]);
    await night("2026-03-03 18:00");
    expect(mails()).toHaveLength(1);
    await night("2026-03-04 02:00");
    expect(mails().at(-1)?.[1]).toEqual(["示例一期2026年3月3日客户投诉处理统计报表.xlsx"]);
    expect(mails()).toHaveLength(2);
    // It is nobody's edition: the month's page lists none.
    expect(w.reports.issued).toEqual([]);
  });

  test("each week Monday to Sunday, on Monday; a night that failed is made up for", async () => {
    await take(people.headquarters, weekly);
    await night("2026-03-08 02:00");
    expect(mails()).toEqual([]);
    await night("2026-03-10 02:00");
    expect(mails()).toEqual([
      [people.headquarters.email, ["2026年3月2日至2026年3月8日客户投诉处理统计报表.xlsx"]],
    ]);
  });

  test("each month with the bulletin's edition, and not with the preliminary one: the edition's own files", async () => {
    await take(people.projectManager, monthly);
    w.clock.set(at("2026-04-09 18:00"));
    await startRun(w.ports, { month: "2026-03", by: "schedule", key: "first" });
    await finish();
    expect(mails()).toEqual([]);
    await startRun(w.ports, { month: "2026-03", by: "schedule", key: "bulletin", bulletin: true });
    await finish();
    expect(mails()).toEqual([
      [
        people.projectManager.email,
        expect.arrayContaining([
          "2026年3月客户投诉工作月报（第2版）.docx",
          "示例一期2026年3月客户投诉处理统计报表（第2版）.xlsx",
          "示例一期2026年3月投诉分析报告（第2版）.docx",
        ]),
      ],
    ]);
  });

  test("rights are asked when the mail is sent: who has left, lost the post or stopped it meanwhile gets nothing", async () => {
    const { projectManager } = people;
    const change: Record<string, () => Promise<void> | void> = {
      left: () => replace({ ...projectManager, leavesOn: "2026-03-02" }),
      "lost the post": () =>
        replace({ ...projectManager, assignments: [{ post: "clerk", projectId: "project-1" }] }),
      stopped: async () => void (await take(projectManager)),
    };
    for (const [why, happens] of Object.entries(change)) {
      w = world(at("2026-03-02 10:00"));
      await w.receive({ sourceId: "a" });
      await take(projectManager, daily);
      w.clock.set(at("2026-03-03 02:00"));
      await startDueRuns(w.ports);
      for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take())
        for (const part of parts) await buildReportPart(w.ports, part);
      // The files are made and the message is planned.
      expect(w.subscriptions.made).toHaveLength(1);
      await happens();
      await w.drain();
      expect([why, mails()]).toEqual([why, []]);
      const [notice] = [...w.notices.items.values()].filter(
        ({ template }) => template === "subscribed-files",
      );
      expect(notice?.status.state).toBe("unneeded");
    }
  });

  test("messages that come twice, or a process that dies at any step, make one mail each", async () => {
    await take(people.projectManager, daily);
    await take(people.headquarters, daily);
    w.clock.set(at("2026-03-03 02:00"));
    await startDueRuns(w.ports);
    for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take())
      for (const part of parts) {
        // Dies once at each write of the message, then all of it twice.
        for (let write = 1; write <= 3; write += 1)
          await buildReportPart(dying(w, write), part).catch(() => undefined);
        await buildReportPart(w.ports, part);
        await buildReportPart(w.ports, part);
      }
    await w.drain();
    expect(mails().map(([to]) => to)).toEqual(
      expect.arrayContaining([people.projectManager.email, people.headquarters.email]),
    );
    expect(mails()).toHaveLength(2);
  });

  test("what is too large together is linked to, from the page that lists what was sent", async () => {
    await take(people.projectManager, daily);
    const put = w.reportFiles.put.bind(w.reportFiles);
    w.reportFiles.put = (key, body, type, options) =>
      put(key, key.endsWith(".xlsx") ? new Uint8Array(4_000_000) : body, type, options);
    const workbook = w.ports.workbook;
    Object.assign(w.ports, {
      workbook: async (...given: Parameters<typeof workbook>) => {
        await workbook(...given);
        return new Uint8Array(4_000_000);
      },
    });
    await night("2026-03-03 02:00");
    expect(mails()).toEqual([[people.projectManager.email, []]]);
    const kept = await keptBy(w.ports, people.projectManager, people.projectManager.id);
    if (isProblem(kept)) throw new Error(kept.problem);
    expect(kept.recent).toMatchObject([{ name: "示例一期", span: { from: "2026-03-02", to: "2026-03-02" } }]);
    expect(kept.recent[0]?.files[0]?.url).toContain("http");
  });
});

describe("what somebody may take", () => {
  test("a part of the tree that is wholly one's own; the company's are headquarters'", async () => {
    const ask = (person: Person, one: Subscription) =>
      keep(w.ports, person, person.id, { version: 0, items: [one] });
    const refused = { problem: "not-yours-to-take", path: "items.0" };
    expect(await ask(people.projectManager, weekly)).toMatchObject(refused);
    expect(await ask(people.projectManager, { ...daily, scope: "project-2" })).toMatchObject(refused);
    expect(await ask(people.projectManager, { ...daily, scope: "nowhere" })).toMatchObject(refused);
    expect(await ask(people.supervisor, daily)).toMatchObject(refused);
    expect(await ask(people.headquarters, weekly)).toMatchObject({ version: 1 });
  });

  test("is one's own to change, or headquarters'; a stale version is refused, the same again is not", async () => {
    const { projectManager, headquarters } = people;
    const wanted = { version: 0, items: [daily] };
    expect(await keep(w.ports, projectManager, headquarters.id, wanted)).toMatchObject({
      problem: "not-found",
    });
    expect(await keep(w.ports, headquarters, projectManager.id, wanted)).toMatchObject({ version: 1 });
    expect(await keep(w.ports, headquarters, projectManager.id, wanted)).toMatchObject({ version: 1 });
    const other = { version: 0, items: [monthly] };
    expect(await keep(w.ports, projectManager, projectManager.id, other)).toMatchObject({
      problem: "organisation-changed",
    });
  });
});

test("the mail says whose figures, of when and until when", async () => {
  await take(people.projectManager, daily);
  await night("2026-03-03 02:00");
  const [made] = w.subscriptions.made;
  if (made === undefined) throw new Error("nothing was delivered");
  const [notice] = [...w.notices.items.values()].filter(({ template }) => template === "subscribed-files");
  if (notice === undefined) throw new Error("nobody was told");
  const { subject, text } = noticeRenderer.render({
    notice,
    delivery: made,
    people: [people.projectManager],
    publicUrl: "https://desk.example",
    now: at("2026-03-03 02:10"),
  });
  expect(subject).toBe("【每日】示例一期 2026年3月2日客户投诉统计");
  expect(text).toContain("新增任务");
  expect(text).toContain("https://desk.example/subscriptions");
});

function replace(person: Person): void {
  w.organisation.people = w.organisation.people.map((one) => (one.id === person.id ? person : one));
}

/** The ports of a process that dies at its nth write. */
function dying(of: World, nth: number): World["ports"] {
  let writes = 0;
  const dies =
    <A extends readonly unknown[], R>(write: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      writes += 1;
      if (writes === nth) throw new Error("died");
      return write(...args);
    };
  const { subscriptions, notices, noticeQueue, reportFiles, reports } = of.ports;
  return {
    ...of.ports,
    subscriptions: Object.assign(Object.create(subscriptions), {
      deliver: dies(subscriptions.deliver.bind(subscriptions)),
    }),
    notices: Object.assign(Object.create(notices), { plan: dies(notices.plan.bind(notices)) }),
    noticeQueue: Object.assign(Object.create(noticeQueue), {
      send: dies(noticeQueue.send.bind(noticeQueue)),
    }),
    reportFiles: Object.assign(Object.create(reportFiles), { put: dies(reportFiles.put.bind(reportFiles)) }),
    reports: Object.assign(Object.create(reports), { finish: dies(reports.finish.bind(reports)) }),
  };
}
