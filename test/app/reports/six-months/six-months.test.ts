import { expect, test } from "vitest";
import { showView } from "../../../../lib/app/analytics/read.ts";
import { isProblem } from "../../../../lib/app/problems/problem.ts";
import { world } from "../../../support/world.ts";
import { seen } from "./account.ts";
import { agreeAnalyses, agreeBulletin, agreeClassification, agreeMonthly } from "./agree-documents.ts";
import { agreePrivacy } from "./agree-privacy.ts";
import { agreeComplaints, agreeExports, agreeStatistics, agreeViews } from "./agree-sheets.ts";
import { Built } from "./built.ts";
import { Chance } from "./chance.ts";
import { settle, staff } from "./company.ts";
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

const monthly = (month: number, closes: string): Wanted => ({
  month: `2026-0${month}`,
  start: firstOf(month),
  end: firstOf(month + 1),
  asOf: lastOf(firstOf(month + 1)),
  closes,
});

const editions: readonly Wanted[] = [
  // The bulletin's of each month.
  ...[1, 2, 3, 4, 5, 6].map((month) => ({
    ...monthly(month, instant(`2026-0${month + 1}-09T18:00:00.000`)),
    ...(month === 4 ? { always: true as const } : {}),
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
  { ...monthly(5, instant("2026-05-15T12:00:00.000")), asOf: instant("2026-05-15T12:00:00.000") },
  { ...monthly(3, instant("2026-07-20T18:00:00.000")), always: true },
];

test.each(Array.from({ length: Math.max(1, seeds) }, (_, index) => FIRST + index))(
  "every figure of six months is what the clerk's paper gives (seed %i)",
  async (seed) => {
    const w = world("2026-01-01T00:00:00.000Z");
    settle(w);
    const half = new HalfYear(w, lives(new Chance(seed), complaints));
    await half.takeOver();
    const wanted = editions.filter(({ always }) => seeds > 0 || always === true);
    for (const one of wanted.toSorted((a, b) => (a.closes < b.closes ? -1 : 1))) {
      const { start, end, asOf, closes, month, span } = one;
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
    ])
      expect([command, (half.taken[command] ?? 0) > 0]).toEqual([command, true]);
  },
  300_000,
);
