import type { Person } from "../../domain/organisation/organisation.ts";
import type { Submission } from "../../domain/submissions/submission.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { boundsOf } from "../periods/bounds.ts";
import { firstMonthOf } from "../periods/first-month.ts";
import type { Ports } from "../ports/index.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { type OpenPorts, openedSubmission } from "./open.ts";
import { mayLook } from "./write.ts";

type ReadPorts = OpenPorts & Pick<Ports, "organisation">;

export interface ListedSubmission {
  readonly name: string;
  readonly submission: Submission;
}

/** The submissions of a month that a person may see, in the order of the projects. */
export async function listSubmissions(
  ports: Pick<Ports, "organisation" | "submissions">,
  person: Person,
  month: string,
): Promise<readonly ListedSubmission[]> {
  const stored = await ports.submissions.ofMonth(month);
  const submissions = await Promise.all(stored.map((one) => ports.submissions.whole(one)));
  const projects = (await ports.organisation.projects()).filter((project) => mayLook(person, project));
  return projects.flatMap(({ id, name }) =>
    submissions.filter(({ projectId }) => projectId === id).map((submission) => ({ name, submission })),
  );
}

/** A project's submission for a month that has begun; nobody has to have written anything yet. */
export async function showSubmission(
  ports: ReadPorts,
  person: Person,
  { month, projectId }: { readonly month: string; readonly projectId: string },
): Promise<Submission | Problem> {
  const project = await ports.organisation.project(projectId);
  if (project === undefined || !mayLook(person, project)) {
    return problem("unknown-project", { path: "projectId" });
  }
  const { timeZone } = project;
  const { first } = boundsOf({ month, timeZone, startDays: await ports.rules.periodStarts(timeZone) });
  if (first > toInstant(ports.clock.now())) return problem("period-not-begun", { path: "month" });
  if (month < (await firstMonthOf(ports, project)))
    return problem("period-before-records", { path: "month" });
  return ports.submissions.whole(await openedSubmission(ports, project, month));
}
