import type { ReportRun } from "../../../lib/app/ports/report-run.ts";
import type { MonthlyWorkbookInput } from "../../../lib/app/ports/workbook-input.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { type JobView, jobView } from "../../../lib/app/reports/files/read.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { type BuildRequest, startRun } from "../../../lib/app/reports/run/start.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

export const received = at("2026-03-02 10:00");
export const endOfMonth = "2026-03-31T15:59:59.999Z";

/** One instant for what happened and what was recorded. */
export const until = (at: string) => ({ happenedUntil: at, recordedUntil: at });

/** March: one resolved in time, one resolved late, one open, one invalid, one repair, one in the other project. */
export async function march(): Promise<World> {
  const w = world(received);
  const ids: string[] = [];
  for (const [index, more] of [
    {},
    { channel: "wechat" },
    { complainant: { anonymous: true } },
    {},
    { recordKind: "repair" },
    { projectId: "project-2" },
  ].entries()) {
    const complaint = await w.receive({ sourceId: `call-${index}`, classCode: "1.7.2", ...more } as never);
    ids.push(complaint.registration.id);
  }
  const [inTime = "", late = "", , invalid = ""] = ids;
  for (const id of [inTime, late]) await w.give(id, { type: "assign", departmentId: "engineering" });
  await w.give(invalid, { type: "judge", validity: "invalid", reason: "不属实" });
  await w.give(inTime, { type: "resolve", via: "phone", text: "已修复" });
  await w.give(inTime, { type: "follow-up", outcome: "reached", grade: 5 }, { person: people.clerk });
  w.clock.set(at("2026-03-20 10:00"));
  await w.give(late, { type: "resolve", via: "phone", text: "已修复" });
  w.clock.set(at("2026-04-01 02:00"));
  return w;
}

export async function run(w: World, request: Partial<BuildRequest> = {}): Promise<ReportRun> {
  const started = await startRun(w.ports, { month: "2026-03", by: "schedule", key: "k", ...request });
  if (isProblem(started)) throw new Error(started.problem);
  return started;
}

/** Documents by their making time alone: what Word makes of them is another test's matter. */
export const made = async ({ madeAt }: { readonly madeAt: string }) => new TextEncoder().encode(madeAt);
export const plainDocuments = { analysis: made, bulletin: made, monthly: made, classification: made };

export async function build(w: World): Promise<void> {
  for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take()) {
    for (const part of parts) await buildReportPart(w.ports, part);
  }
}

export const rendered = (chart: Uint8Array | undefined) => ({ subject: "", html: "", text: String(chart) });

export type Printed = Omit<MonthlyWorkbookInput, "ledger"> & { ledger: { number: string }[] };

export async function workbook(w: World, edition = 0): Promise<Printed> {
  const key = w.reports.issued[edition]?.files[0]?.key ?? "";
  return JSON.parse(new TextDecoder().decode(await w.reportFiles.get(key))) as Printed;
}

/** How far a run is, as people see it. */
export async function jobOf(w: World, id: string): Promise<JobView> {
  const found = await w.ports.reports.run(id);
  if (found === undefined) throw new Error(`no run ${id}`);
  return jobView(found);
}
