import { describe, expect, test } from "vitest";
import { audit } from "../../../lib/app/complaints/audit.ts";
import { clockSummaries } from "../../../lib/app/complaints/clock-view.ts";
import { runJobPart } from "../../../lib/app/dispatch/job-parts.ts";
import { RULES_CACHE_SECONDS } from "../../../lib/app/ports/published.ts";
import { publishCalendar } from "../../../lib/app/rules/publish.ts";
import type { HolidayNotice } from "../../../lib/domain/calendar/index.ts";
import { clockId } from "../../../lib/domain/clocks/clock.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { at, local, registered } from "../../support/builders.ts";
import { people, project } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const COUNT = 1000;
const received = at("2026-12-30 10:00");
const now = at("2026-12-30 12:00");

/** Made up: the first three days of 2027 off, Monday the 4th too, Sunday the 10th worked in return. */
const notice: HolidayNotice = {
  year: 2027,
  title: "（样例）2027年部分节假日安排的通知",
  documentNumber: "样例1号",
  publishedOn: "2026-12-30",
  address: null,
  holidays: [{ name: "元旦", from: "2027-01-01", to: "2027-01-04", days: 4, makeUpWorkdays: ["2027-01-10"] }],
};

/** So many open complaints, received before anybody knew the holidays of 2027; reads and writes are counted from then on. */
function desk(count: number) {
  const w = world(now);
  for (let index = 0; index < count; index += 1) {
    const id = String(index).padStart(26, "0");
    w.complaints.items.set(id, registered(received, { id, number: String(index), projectId: project.id }));
  }
  const counts = { reads: 0, writes: 0 };
  const { complaints } = w;
  const [load, replace] = [complaints.load.bind(complaints), complaints.replace.bind(complaints)];
  complaints.load = (id) => {
    counts.reads += 1;
    return load(id);
  };
  complaints.replace = (complaint, revision) => {
    counts.writes += 1;
    return replace(complaint, revision);
  };
  return { w, counts };
}

/** Publishes the notice and runs its job to the end: every message the queue holds, page after page. */
async function addNotice(w: World): Promise<string> {
  const result = await publishCalendar(w.ports, people.headquarters, {
    scope: "company",
    change: { notices: [notice] },
  });
  if (!("edition" in result)) throw new Error("not published");
  w.clock.advance(RULES_CACHE_SECONDS + 5);
  for (let messages = w.reactQueue.take(); messages.length > 0; messages = w.reactQueue.take()) {
    for (const message of messages) if ("jobId" in message) await runJobPart(w.ports, message);
  }
  return result.jobId;
}

const all = ({ complaints }: World) => [...complaints.items.values()];

describe("a holiday notice is added while 1,000 complaints with provisional deadlines are open", () => {
  test("each is read once and written once, its result moves by the holidays, and nothing is provisional any more", async () => {
    const { w, counts } = desk(COUNT);
    for (const complaint of all(w)) {
      const result = clockSummaries(complaint).find(({ name }) => name === "result");
      expect([local(result?.dueAt ?? ""), result?.provisional]).toEqual(["2027-01-04 18:00", true]);
    }
    const jobId = await addNotice(w);
    expect(await w.jobs.part(jobId, project.id)).toMatchObject({
      seen: COUNT,
      changed: COUNT,
      done: true,
      errors: [],
    });
    expect(counts).toEqual({ reads: COUNT, writes: COUNT });
    for (const complaint of all(w)) {
      const result = clockSummaries(complaint).find(({ name }) => name === "result");
      // 31 December, 5 and 6 January.
      expect([local(result?.dueAt ?? ""), result?.provisional]).toEqual(["2027-01-06 18:00", false]);
      expect(complaint.taskDueAt).toBe(result?.dueAt);
      const moved = complaint.events.flatMap(({ fact }) =>
        fact.type === "clockRetimed" ? [clockId(fact)] : [],
      );
      expect(new Set(moved).size).toBe(moved.length);
    }
  });

  test("natural hours stay as they are, no rung is lost or said twice, and the audit counts the same", async () => {
    const { w } = desk(20);
    const rungsOf = (complaint: Complaint) =>
      complaint.clocks.map(({ name, rungs }) => [name, rungs.map(({ id }) => id).sort()]);
    const standing = all(w).map((complaint) => ({
      rungs: rungsOf(complaint),
      firstReply: complaint.clocks.find(({ name }) => name === "firstReply")?.limits,
    }));
    await addNotice(w);
    const after = all(w).map((complaint) => ({
      rungs: rungsOf(complaint),
      firstReply: complaint.clocks.find(({ name }) => name === "firstReply")?.limits,
    }));
    expect(after).toEqual(standing);
    for await (const { faults } of audit(w.ports)) expect(faults).toEqual([]);
  });

  test("published again, or its job run again, it writes nothing", async () => {
    const { w, counts } = desk(20);
    await addNotice(w);
    const { writes } = counts;
    await addNotice(w);
    expect(counts.writes).toBe(writes);
  });
});
