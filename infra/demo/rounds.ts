import { Temporal } from "temporal-polyfill";
import type { Project } from "../../lib/domain/organisation/organisation.ts";
import { local } from "./hours.ts";
import type { Random } from "./random.ts";
import type { ScriptedRound } from "./script.ts";

/** Complaint boxes (投诉箱) are opened every Monday and Thursday morning; one round brings a slip that says nothing. */
export function boxRounds(projects: readonly Project[], firstDay: number, random: Random): ScriptedRound[] {
  const rounds = projects.flatMap((project) =>
    openingDays(firstDay).map((day): ScriptedRound => {
      const openedAt = local(day, "09:30") + random.int(0, 50) * 60_000;
      return {
        roundId: `${project.id}-10-${String(day).padStart(2, "0")}`,
        projectId: project.id,
        boxId: `${project.id}-大堂`,
        openedAt,
        openedBy: "当班前台",
        postedAt: openedAt + random.int(10, 40) * 60_000,
      };
    }),
  );
  const [first, ...others] = rounds;
  if (first === undefined) return [];
  return [{ ...first, badSlip: { slipId: "污损", matter: " ", page: 3 } }, ...others];
}

function openingDays(firstDay: number): number[] {
  const month = Temporal.PlainYearMonth.from("2026-10");
  const days = Array.from({ length: month.daysInMonth }, (_, index) => month.toPlainDate({ day: index + 1 }));
  return days
    .filter(({ day, dayOfWeek }) => day >= firstDay && (dayOfWeek === 1 || dayOfWeek === 4))
    .map(({ day }) => day);
}
