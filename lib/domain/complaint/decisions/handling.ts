import { dueAt } from "../../clocks/clock.ts";
import type { Post } from "../../organisation/organisation.ts";
import { type Instant, toInstant } from "../../time/instant.ts";
import type { Assignment, Command } from "../commands.ts";
import type { Context, Decision } from "../decision.ts";
import type { Complaint } from "../document.ts";
import type { Draft, Fact, HandlingStep } from "../events.ts";
import { assignedPosts, informed } from "../informing.ts";
import { isGrave } from "../levels.ts";
import { refuse } from "../refusal.ts";
import { dailyReportClock } from "../rungs.ts";
import { draft, one, started, startedNow, stopped } from "./drafts.ts";

type Named<T extends Command["type"]> = Extract<Command, { type: T }>;

/** D4, D6: a department, perhaps a handler, and the limit (限期) by which the department reports. */
export function assign(complaint: Complaint, command: Named<"assign">, context: Context): Decision {
  return assigned(complaint, command, context, (who, at) => draft({ type: "assigned", ...who }, at));
}

/** 转交: another department or handler; who gets it has to accept anew. */
export function transfer(complaint: Complaint, command: Named<"transfer">, context: Context): Decision {
  const { departmentId, handlerId, reason } = command;
  if (departmentId === complaint.departmentId && handlerId === complaint.handlerId)
    return refuse("same-holder");
  return assigned(complaint, command, context, (who, at) =>
    draft({ type: "transferred", ...who }, at, { reason }),
  );
}

/** Who has it from now on, and who is told of it. */
type Holding = Pick<Extract<Fact, { type: "assigned" }>, "departmentId" | "handlerId" | "recipients">;

function assigned(
  complaint: Complaint,
  { departmentId, handlerId, limitAt }: Assignment,
  context: Context,
  fact: (who: Holding, at: Instant) => Draft,
): Decision {
  const now = toInstant(context.now);
  if (limitAt !== undefined && limitAt <= now) return refuse("limit-in-the-past");
  const { handlerId: _, ...rest } = complaint;
  const who = handlerId === undefined ? { departmentId } : { departmentId, handlerId };
  const key = String((complaint.assignments ?? 0) + 1);
  const start = (name: "accept" | "department", dueAt?: Instant) =>
    startedNow(name, complaint, now, context, { key, dueAt });
  return {
    drafts: [
      fact({ ...who, ...informed({ ...rest, ...who }, assignedPosts(handlerId), context) }, now),
      ...stopped(complaint, ["accept", "department"], now, context),
      start("accept"),
      ...(limitAt === undefined ? [] : [start("department", limitAt)]),
    ],
  };
}

/** D6 接单: whoever it was given to has seen it and takes it. */
export function accept(complaint: Complaint, context: Context): Decision {
  const now = toInstant(context.now);
  const stops = stopped(complaint, ["accept"], now, context);
  if (stops.length === 0) return refuse("accepted-before");
  return { drafts: [draft({ type: "accepted" }, now), ...stops] };
}

const SEVERAL_DEPARTMENTS = 2;

/** D4: 部门经理或公司领导. */
const superiors: readonly Post[] = ["manager", "project-manager"];

/** A step that D11 or D13 may demand: who took part is fact, what was found stands beside it. */
export function recordStep(
  complaint: Complaint,
  { type: step, text, ...facts }: Named<HandlingStep>,
  context: Context,
): Decision {
  // D13: 包括多个部门的代表.
  if (step === "form-team" && new Set(facts.departmentIds).size < SEVERAL_DEPARTMENTS)
    return refuse("team-of-several", { missing: ["departmentIds"] });
  const told = step === "report-up" ? informed(complaint, superiors, context) : {};
  return one({ type: "stepRecorded", step, ...facts, ...told }, toInstant(context.now), { text });
}

/** Progress of the work; D2: a node of the plan is done at that moment. */
export function progress(
  complaint: Complaint,
  { text, nodeId }: Named<"progress">,
  context: Context,
): Decision {
  const now = toInstant(context.now);
  if (nodeId === undefined) return one({ type: "progressed" }, now, { text });
  const node = complaint.plan?.nodes.find(({ id }) => id === nodeId);
  if (node === undefined) return refuse("unknown-node");
  if (node.doneAt !== undefined) return refuse("node-done-before");
  return {
    drafts: [
      draft({ type: "progressed", nodeId }, now, { text }),
      ...stopNode(complaint, nodeId, now, context),
    ],
  };
}

function stopNode(complaint: Complaint, nodeId: string, at: Instant, context: Context): Draft[] {
  const clocks = complaint.clocks.filter(({ key }) => key === nodeId);
  return stopped({ ...complaint, clocks }, ["node"], at, context);
}

/**
 * D11: daily to the project manager, which departments were contacted and how far it is. It answers the days that are
 * due or running; the next day's report is due from then on. Another report of the same day answers nothing more.
 */
export function dailyReport(
  complaint: Complaint,
  { text, departmentIds }: Named<"daily-report">,
  context: Context,
): Decision {
  if (!isGrave(complaint.level)) return refuse("not-grave");
  const now = toInstant(context.now);
  const clocks = complaint.clocks.filter(
    ({ name, startedAt, stoppedAt }) => name === "dailyReport" && stoppedAt === undefined && startedAt <= now,
  );
  const last = clocks.at(-1);
  const next = last === undefined ? undefined : dailyReportClock(complaint, dueAt(last), context);
  return {
    drafts: [
      draft(
        { type: "dailyReported", departmentIds, ...informed(complaint, ["project-manager"], context) },
        now,
        { text },
      ),
      ...stopped({ ...complaint, clocks }, ["dailyReport"], now, context),
      ...(next === undefined ? [] : [started(next, now)]),
    ],
  };
}
