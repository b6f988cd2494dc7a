import { dueAt } from "../../clocks/clock.ts";
import type { Personal } from "../../document/personal.ts";
import { localDate, toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { draft, started, stopped } from "../rules/drafts.ts";
import { informed } from "../rules/informing.ts";
import { leads, open } from "../rules/posts.ts";
import { dailyReportClock } from "../rules/rungs.ts";
import { wantsDailyReport } from "../rules/settling.ts";
import { counted } from "../rules/steps.ts";
import type { StaffDefinition } from "./definition.ts";

interface DailyReport {
  readonly type: "daily-report";
  readonly text: Personal;
  readonly departmentIds: readonly string[];
}

/**
 * D11: daily to the project manager, which departments were contacted and how far it is. It answers the
 * days that are due until today, however late it comes, never tomorrow's; then the next day's is due. Another report of
 * the same day answers nothing more.
 */
export const dailyReport: StaffDefinition<DailyReport, "dailyReported"> = {
  name: "daily-report",
  rule: {
    clause: "D11",
    zh: "A、B 级每日与部门联系，每日 18:00 前报项目经理",
    en: "On A and B the departments are contacted and the project manager hears every day",
  },
  from: open,
  posts: leads,
  informs: true,
  fits: wantsDailyReport,
  decide: (complaint, { text, departmentIds }, context) => {
    if (!wantsDailyReport(complaint)) return refuse("not-grave");
    const now = toInstant(context.now);
    const today = localDate(now, context.calendar.timeZone);
    const running = complaint.clocks.filter(
      ({ name, stoppedAt }) => name === "dailyReport" && stoppedAt === undefined,
    );
    const clocks = running.filter((clock) => localDate(dueAt(clock), context.calendar.timeZone) <= today);
    const last = clocks.at(-1);
    const goesOn = last === undefined || running.at(-1) !== last;
    const next = goesOn ? undefined : dailyReportClock(complaint, dueAt(last), context);
    const told = informed(complaint, ["project-manager"], context);
    return {
      drafts: [
        draft({ type: "dailyReported", departmentIds, ...told }, now, { text }),
        ...stopped({ ...complaint, clocks }, ["dailyReport"], now, context),
        ...(next === undefined ? [] : [started(next, now)]),
      ],
    };
  },
  folds: { dailyReported: (complaint) => counted(complaint, "daily-report") },
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
