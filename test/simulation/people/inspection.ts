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
 * Somebody goes round at the end and asks one after the other of a project what they may do, until each running clock can be
 * stopped by one of them.
 */
export async function inspect({ company, desk, model, ids }: Stage): Promise<void> {
  const { projects, people } = company.file;
  for (const [id, number] of ids) {
    const project = projects[number % projects.length];
    // What is over has nothing that runs but what a review left to do.
    if (project === undefined || model.known.get(id)?.closed === true) continue;
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
      if (seen !== undefined && waitingFor(seen, allowed).length === 0) break;
      const view = (await desk.asPerson(who, "GET", `/complaints/${id}`))?.json;
      for (const command of view?.allowed ?? []) allowed.add(command);
      if (view?.clocks !== undefined) seen = view;
    }
    if (seen === undefined) continue;
    for (const name of waitingFor(seen, allowed))
      model.broken("a-running-clock-can-be-stopped", `${id} ${seen.status} ${name}: ${[...allowed].join()}`);
  }
}

/** Clocks that run and that none of these commands would stop. */
function waitingFor({ status, clocks }: Json, allowed: ReadonlySet<string>): string[] {
  if (!["registered", "handling", "resolved"].includes(status)) return [];
  return clocks.flatMap(({ name, stoppedAt, pausedSince }: Json) => {
    if (stoppedAt !== undefined) return [];
    const needed = pausedSince === undefined ? (stoppers[name as string] ?? []) : ["resume"];
    return needed.length === 0 || needed.some((command) => allowed.has(command)) ? [] : [name];
  });
}
