import type { Json } from "../checks/naive.ts";
import type { Stage } from "./life.ts";
import { crewOf } from "./staff.ts";

/** What stops a clock; each by a command that somebody must be offered while it runs. */
const stoppers: Readonly<Record<string, readonly string[]>> = {
  record: ["complete-registration", "correct"],
  accept: ["accept", "resolve"],
  firstReply: ["reply", "resolve"],
  department: ["investigate", "progress", "resolve"],
  plan: ["plan", "resolve"],
  result: ["resolve", "plan"],
  node: ["progress", "resolve"],
  invalidExplain: ["explain-invalid"],
  dailyReport: ["daily-report", "resolve"],
  followUp: ["follow-up"],
  external: ["send-reply-document"],
  corrective: ["evidence", "verify"],
};

/**
 * Somebody goes round at the end and asks everybody of a project what they may do: each running clock can be stopped by
 * one of them.
 */
export async function inspect({ company, desk, model, ids }: Stage): Promise<void> {
  const { projects, people } = company.file;
  for (const [id, number] of ids) {
    const project = projects[number % projects.length];
    if (project === undefined) continue;
    const crew = crewOf(project, people);
    const everybody = [
      crew.manager,
      crew.projectManager,
      crew.lead,
      ...crew.handlers.values(),
      ...crew.heads.values(),
      crew.clerks[0],
    ];
    const allowed = new Set<string>();
    let seen: Json;
    for (const who of everybody) {
      if (who === undefined) continue;
      const view = (await desk.asPerson(who, "GET", `/complaints/${id}`))?.json;
      for (const command of view?.allowed ?? []) allowed.add(command);
      if (view?.clocks !== undefined) seen = view;
    }
    if (seen === undefined || !["registered", "handling", "resolved"].includes(seen.status)) continue;
    for (const { name, stoppedAt, pausedSince } of seen.clocks) {
      if (stoppedAt !== undefined) continue;
      const needed = pausedSince === undefined ? (stoppers[name as string] ?? []) : ["resume"];
      if (needed.length > 0 && !needed.some((command) => allowed.has(command)))
        model.broken(
          "a-running-clock-can-be-stopped",
          `${id} ${seen.status} ${name}: ${[...allowed].join()}`,
        );
    }
  }
}
