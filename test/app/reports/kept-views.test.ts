import { expect, test } from "vitest";
import { openFigure, type ShownView, showView } from "../../../lib/app/analytics/read.ts";
import { isProblem, type Problem } from "../../../lib/app/problems/problem.ts";
import { partKey } from "../../../lib/app/reports/content/project-part.ts";
import { type FigureTable, keptViews } from "../../../lib/app/reports/files/kept-views.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { type AnalyticsView, analyticsViewNames } from "../../../lib/domain/analytics/views.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { builtInReportingPolicy } from "../../../lib/domain/policy/reporting-policy.ts";
import { people } from "../../support/organisation.ts";
import type { World } from "../../support/world.ts";
import { march, run } from "./march.ts";

/** Every record of every project so many times: a company with more of them than anybody waits for. */
async function grown(w: World, times: number): Promise<void> {
  const { id, projectIds } = await run(w);
  const parts = w.reportQueue.take();
  for (const part of parts) if (part.kind === "project") await buildReportPart(w.ports, part);
  for (const projectId of projectIds) {
    const key = partKey(id, projectId);
    const part = JSON.parse(new TextDecoder().decode(await w.reportFiles.get(key)));
    const again = <T extends object>(all: readonly T[]) =>
      Array.from({ length: times }, (_, n) => all.map((one, at) => ({ ...one, id: `${n}-${at}` }))).flat();
    const more = { ...part, cases: again(part.cases), ledger: again(part.ledger) };
    await w.reportFiles.put(key, new TextEncoder().encode(JSON.stringify(more)), "application/json");
  }
  const workbook = async () => new Uint8Array(1);
  const ports = { ...w.ports, workbook };
  for (let left = w.reportQueue.take(); left.length > 0; left = w.reportQueue.take())
    for (const part of left) await buildReportPart(ports, part);
}

/** So many records are counted while somebody waits. */
function waitsFor({ ports: { rules } }: World, recordsAtOnce: number): void {
  const forCompany = rules.forCompany.bind(rules);
  const reporting = { ...builtInReportingPolicy, recordsAtOnce };
  Object.assign(rules, {
    forCompany: async (zone: string) => {
      const standing = await forCompany(zone);
      return { ...standing, policy: { ...standing.policy, reporting } };
    },
  });
}

const march1 = { month: "2026-03", edition: 1 } as const;

function shown(view: ShownView | Problem): ShownView {
  if (isProblem(view)) throw new Error(view.problem);
  return view;
}

/** Counts divided by how often each record is there; rates and hours as they are. */
function once({ columns, rows }: FigureTable, times: number) {
  const counted = new Set(
    columns.flatMap(({ key, unit }) => (unit === "count" || unit === "ratio" ? [key] : [])),
  );
  return rows.map(({ key, label, figures }) => ({
    key,
    label,
    figures: Object.entries(figures).map(([column, value]) => [
      column,
      value !== null && counted.has(column) ? value / times : value,
    ]),
  }));
}

test("a company with more records than anybody waits for has its pages' figures from the build, exactly those of a small one", async () => {
  const times = 2;
  const [small, large] = [await march(), await march()];
  for (const w of [small, large]) waitsFor(w, 8);
  await grown(small, 1);
  await grown(large, times);
  const runId = large.reports.issued[0]?.runId ?? "";
  const projects = large.organisation.projects.map(({ id }) => ({ projectId: id }));
  const kept = await keptViews(large.ports, runId, projects);
  for (const view of analyticsViewNames) {
    const told = shown(await showView(small.ports, people.headquarters, { ...march1, view }));
    expect([view, kept && once(kept[view], times)]).toEqual([view, once(told.table, 1)]);
  }
  const ask = async (w: World, person: Person, view: AnalyticsView, more: object = {}) =>
    shown(await showView(w.ports, person, { ...march1, ...more, view }));
  const whole = await ask(large, people.headquarters, "sheet");
  expect([whole.table, whole.view]).toEqual([kept?.sheet, undefined]);
  // A region is compared with its like, and closed where others are pooled.
  const east = { level: "region", scope: "east" } as const;
  const [like, plain] = [
    await ask(large, people.region, "like", east),
    await ask(small, people.region, "like", east),
  ];
  expect(once(like.table, times)).toEqual(once(plain.table, 1));
  expect([like.closed, like.days]).toEqual([plain.closed, plain.days]);
  expect(like.closed.size).toBe(1);
  // What cannot be opened at once says so; nothing is cut short.
  const figure = { ...march1, view: "sheet", row: "total", column: "B", limit: 50 } as const;
  expect(await openFigure(large.ports, people.headquarters, figure)).toMatchObject({
    problem: "analytics-too-large",
  });
  expect(await openFigure(small.ports, people.headquarters, figure)).toMatchObject({ total: 4 });
  // As the records stand now nothing was built: refused as a whole, never a part of it.
  waitsFor(small, 5);
  expect(await showView(small.ports, people.headquarters, { month: "2026-03", view: "sheet" })).toMatchObject(
    {
      problem: "analytics-too-large",
    },
  );
});

test("of more than a hundred projects the figures of an edition are read at once, and open their complaints all the same", async () => {
  const w = await march();
  const [first] = w.organisation.projects;
  if (first === undefined) throw new Error("no project");
  const more = Array.from({ length: 100 }, (_, n) => ({ ...first, id: `more-${n}`, name: `项目${n}` }));
  w.organisation.projects = [...w.organisation.projects, ...more];
  await grown(w, 1);
  for (const view of analyticsViewNames) {
    const issued = shown(await showView(w.ports, people.headquarters, { ...march1, view }));
    const counted = shown(await showView(w.ports, people.headquarters, { month: "2026-03", view }));
    expect([view, issued.view, issued.table]).toEqual([view, undefined, counted.table]);
  }
  const figure = { ...march1, view: "sheet", row: "total", column: "B", limit: 50 } as const;
  expect(await openFigure(w.ports, people.headquarters, figure)).toMatchObject({ total: 4 });
});
