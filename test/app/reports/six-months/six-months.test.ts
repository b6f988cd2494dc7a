import { expect, test } from "vitest";
import { type AnalyticsAsked, showView } from "../../../../lib/app/analytics/read.ts";
import { isProblem } from "../../../../lib/app/problems/problem.ts";
import { analyticsViewNames } from "../../../../lib/domain/analytics/views.ts";
import { quietPolicy } from "../../../support/rules.ts";
import { type World, world } from "../../../support/world.ts";
import { seen } from "./account.ts";
import { agreeAnalyses, agreeBulletin, agreeClassification, agreeMonthly } from "./agree-documents.ts";
import { agreePrivacy } from "./agree-privacy.ts";
import { agreeComplaints, agreeExports, agreeStatistics, agreeViews } from "./agree-sheets.ts";
import { agreeTickets } from "./agree-tickets.ts";
import { Built } from "./built.ts";
import { Chance } from "./chance.ts";
import { settle, staff } from "./company.ts";
import { crowds } from "./crowds.ts";
import { d1, type Edition, outcome, tasks } from "./figures.ts";
import { lives } from "./lives.ts";
import { HalfYear } from "./play.ts";
import { instant } from "./working-days.ts";

/** Three editions of a small company each time; all of them of a larger one by hand, seed by seed: `JIESU_HALF_YEARS=30 npm test -- six-months`. */
const seeds = Number(process.env["JIESU_HALF_YEARS"] ?? "0");
const FIRST = Number(process.env["JIESU_FIRST_SEED"] ?? "1");
const complaints = seeds === 0 ? 150 : 330;

const year = {
  yearStart: instant("2026-01-01T00:00:00.000"),
  yearEnd: instant("2027-01-01T00:00:00.000"),
};
const lastOf = (end: string) => new Date(Date.parse(end) - 1).toISOString();
const firstOf = (month: number) => instant(`2026-0${month}-01T00:00:00.000`);

/** Which edition: what happened until `asOf`, as recorded until `closes`. */
interface Wanted {
  readonly month: string;
  readonly start: string;
  readonly end: string;
  readonly asOf: string;
  readonly closes: string;
  readonly span?: { readonly from: string; readonly to: string };
  readonly always?: true;
}

/** On 10 April a period of 26th to 25th is published, for two seeds of three: it cuts May and what follows (D1), never April. */
const cutDay = (seed: number) => (seed % 3 === 0 ? 1 : 26);

const monthly = (month: number, closes: string, day: number): Wanted => {
  const edge = (after: number) =>
    after < 5
      ? firstOf(after + 1)
      : day === 1
        ? firstOf(after + 1)
        : instant(`2026-0${after}-${day}T00:00:00.000`);
  return {
    month: `2026-0${month}`,
    start: edge(month - 1),
    end: edge(month),
    asOf: lastOf(edge(month)),
    closes,
  };
};

const editionsOf = (day: number): readonly Wanted[] => [
  // The bulletin's of each month.
  ...[1, 2, 3, 4, 5, 6].map((month) => ({
    ...monthly(month, instant(`2026-0${month + 1}-09T18:00:00.000`), day),
    ...(month === 5 ? { always: true as const } : {}),
  })),
  // 1、2月份 together.
  {
    month: "2026-02",
    start: firstOf(1),
    end: firstOf(3),
    asOf: lastOf(firstOf(3)),
    closes: instant("2026-03-09T18:00:00.000"),
    span: { from: "2026-01-01", to: "2026-02-28" },
    always: true,
  },
  // While the month runs; and long after it, with what was entered late.
  {
    ...monthly(5, instant("2026-05-15T12:00:00.000"), day),
    asOf: instant("2026-05-15T12:00:00.000"),
  },
  { ...monthly(3, instant("2026-07-20T18:00:00.000"), day), always: true },
];

/** As the records stand at this moment, every view shows what the edition of this moment has. */
async function agreeLive(w: World, asked: Omit<AnalyticsAsked, "view">): Promise<void> {
  const { edition: _, ...live } = asked;
  for (const view of analyticsViewNames) {
    const [issued, now] = [
      await showView(w.ports, staff.headquarters, { ...asked, view }),
      await showView(w.ports, staff.headquarters, { ...live, view }),
    ];
    if (isProblem(issued) || isProblem(now)) throw new Error(`${view} is refused`);
    expect([view, now.table]).toEqual([view, issued.table]);
  }
}

const published = instant("2026-04-10T10:00:00.000");

async function publishStartDay(w: World, periodStartDay: number): Promise<void> {
  const edition = { version: "company@1", scope: "company", number: 1, publishedBy: "hq" } as const;
  await w.ruleStore.publishPolicy(
    { ...edition, publishedAt: published, effectiveFrom: published },
    { ...quietPolicy, version: edition.version, periodStartDay },
  );
}

test.each(Array.from({ length: Math.max(1, seeds) }, (_, index) => FIRST + index))(
  "every figure of six months is what the clerk's paper gives (seed %i)",
  async (seed) => {
    const w = world("2026-01-01T00:00:00.000Z");
    settle(w);
    const chance = new Chance(seed);
    const half = new HalfYear(w, lives(chance, complaints), crowds(chance));
    await half.takeOver();
    const wanted = editionsOf(cutDay(seed)).filter(({ always }) => seeds > 0 || always === true);
    for (const one of wanted.toSorted((a, b) => (a.closes < b.closes ? -1 : 1))) {
      const { start, end, asOf, closes, month, span } = one;
      if (closes > published && w.ruleStore.policies.length === 0) {
        await half.playUntil(published);
        await publishStartDay(w, cutDay(seed));
      }
      await half.playUntil(closes);
      const built = await Built.of(w, { month, ...span, asOf, recordedUntil: closes });
      const edition: Edition = { start, end, asOf, ...year };
      const all = half.accounts.flatMap((account) => seen(account, asOf, closes) ?? []);
      await agreeComplaints(built, all, edition);
      await agreeStatistics(built, all, edition);
      await agreeViews(built, all, edition);
      await agreeExports(built, all, edition);
      await agreeBulletin(built, all, edition);
      await agreeAnalyses(built, all, edition);
      await agreeMonthly(built, all, edition);
      await agreeClassification(built, all, edition);
      await agreeTickets(w, built, all, edition);
      await agreePrivacy(built);
      const { received, done, open, handlingRate, timelyRate, satisfaction } = outcome(
        tasks(all, edition),
        edition.asOf,
      );
      expect(built.edition.figures).toEqual({
        received,
        done,
        open,
        handlingRate,
        timelyRate,
        firstFollowUpSatisfaction: satisfaction,
      });
      const asked = { month, ...span, edition: built.edition.edition, view: "sheet" } as const;
      const shown = await showView(w.ports, staff.headquarters, asked);
      if (isProblem(shown)) throw new Error(shown.problem);
      await agreeLive(w, asked);
      const total = shown.table.rows.at(-1);
      if (total === undefined) throw new Error("no total");
      expect(total.figures).toMatchObject(d1(all, edition));
    }
    // Guards the generator: what makes months difficult must have happened.
    for (const command of [
      "reopen",
      "withdraw",
      "convert",
      "extend",
      "resume",
      "plan",
      "follow-up",
      "register-and-close",
      "return-ticket",
      "ticket-returned",
      "merge-ticket",
      "record-extension",
      "record-ticket-rating",
      "group resolve",
      "into a group",
      "out of a group",
    ])
      expect([command, (half.taken[command] ?? 0) > 0]).toEqual([command, true]);
  },
  300_000,
);
