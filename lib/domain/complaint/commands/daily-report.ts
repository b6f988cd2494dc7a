import { dueAt } from "../../clocks/clock.ts";
import type { Personal } from "../../document/personal.ts";
import { toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { draft, started, stopped } from "../rules/drafts.ts";
import { informed } from "../rules/informing.ts";
import { isGrave } from "../rules/levels.ts";
import { leads, open } from "../rules/posts.ts";
import { dailyReportClock } from "../rules/rungs.ts";
import { counted } from "../rules/steps.ts";
import type { StaffDefinition } from "./definition.ts";

interface DailyReport {
  readonly type: "daily-report";
  readonly text: Personal;
  readonly departmentIds: readonly string[];
}

/**
 * D11: daily to the project manager, which departments were contacted and how far it is. It answers the days that are
 * due or running; the next day's report is due from then on. Another report of the same day answers nothing more.
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
  decide: (complaint, { text, departmentIds }, context) => {
    if (!isGrave(complaint.level)) return refuse("not-grave");
    const now = toInstant(context.now);
    const clocks = complaint.clocks.filter(
      ({ name, startedAt, stoppedAt }) =>
        name === "dailyReport" && stoppedAt === undefined && startedAt <= now,
    );
    const last = clocks.at(-1);
    const next = last === undefined ? undefined : dailyReportClock(complaint, dueAt(last), context);
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
