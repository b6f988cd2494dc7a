import type { Complaint } from "../../domain/complaint/document.ts";
import type { Personal } from "../../domain/document/personal.ts";
import { type FindRecipients, recipientsOf } from "../../domain/escalation/recipients.ts";
import { holds, type Person, type Post, type Project } from "../../domain/organisation/organisation.ts";
import { factRow } from "../../domain/statistics/fact-row.ts";
import { knownTasks } from "../../domain/statistics/task.ts";
import {
  contestCase,
  remind,
  ruleOnCase,
  type SubmissionRefusal,
  writeNarratives,
} from "../../domain/submissions/decide.ts";
import { type Narratives, sectionFields, sectionList } from "../../domain/submissions/sections.ts";
import {
  type ContestReason,
  narrativesOf,
  type Submission,
  textRef,
} from "../../domain/submissions/submission.ts";
import { earlier, type Instant, millisecondsOf, toInstant } from "../../domain/time/instant.ts";
import { owingConfirmation } from "../../domain/webhooks/submission-event.ts";
import { changed as documentChanged } from "../documents/change.ts";
import { salted } from "../documents/ids.ts";
import { reachedProject, staffingOf } from "../organisation/staffing.ts";
import { asKnownAt, taskOf } from "../periods/as-of.ts";
import { boundsOf } from "../periods/bounds.ts";
import { firstMonthOf } from "../periods/first-month.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { wantedFor } from "../webhooks/wanted.ts";
import { openedSubmission } from "./open.ts";

export type WritePorts = Pick<
  Ports,
  "clock" | "complaints" | "crypto" | "organisation" | "rules" | "submissions" | "telemetry" | "webhooks"
>;

/** Which submission, and who writes. */
export interface SubmissionPlace {
  readonly month: string;
  readonly projectId: string;
  readonly person: Person;
}

/** Replaces a project's narratives and, with `confirm`, submits them. The same again changes nothing. */
export async function putSubmission(
  ports: WritePorts,
  place: SubmissionPlace,
  given: { readonly sections: Narratives; readonly confirm: boolean; readonly version?: number },
): Promise<Submission | Problem> {
  const found = await standing(ports, place, ["project-manager"]);
  if (isProblem(found)) return found;
  const isWanted = (await wantedFor(ports))("submission.confirmed", found.project.id);
  return changed(ports, found, ({ submission, now }) => {
    if (given.confirm && now <= found.last) return problem("period-not-ended", { path: "confirm" });
    const settled = submission.confirmed !== undefined || !given.confirm;
    if (settled && isSame(narrativesOf(submission), given.sections)) return submission;
    if (given.version !== undefined && given.version !== submission.version)
      return problem("stale-submission");
    const texts = saltedTexts(ports, given.sections);
    const next = refusedOr(
      writeNarratives(submission, texts, { confirm: given.confirm, by: place.person.id, now }),
    );
    return given.confirm && isWanted && !isProblem(next) ? owingConfirmation(next) : next;
  });
}

/** A project contests one of its cases (非我方责任, 重复, 恶意). The same again changes nothing. */
export async function putContest(
  ports: WritePorts,
  place: SubmissionPlace & { readonly number: string },
  { reason, text }: { readonly reason: ContestReason; readonly text: string },
): Promise<Submission | Problem> {
  const found = await standing(ports, place, ["project-manager"]);
  if (isProblem(found)) return found;
  const complaintId = await ports.complaints.idByNumber(place.number);
  const complaint = complaintId === undefined ? undefined : await ports.complaints.load(complaintId);
  if (complaintId === undefined || complaint?.registration.projectId !== found.project.id) {
    return problem("unknown-complaint");
  }
  const { number } = complaint.registration;
  if (!(await standsInPeriod(ports, complaint, found))) return problem("case-not-in-period");
  return changed(ports, found, ({ submission, now, recipients }) => {
    const earlier = submission.contests.find((contest) => contest.number === number);
    const said = submission.personal[`contest.${number}`]?.value;
    if (earlier?.reason === reason && said === text) return submission;
    const contest = {
      complaintId,
      number,
      reason,
      text: salted(ports.crypto, text),
      by: place.person.id,
      now,
    };
    return refusedOr(contestCase(submission, contest, recipients));
  });
}

/** The region rules on a contested case. The same again changes nothing. */
export async function putRuling(
  ports: WritePorts,
  place: SubmissionPlace & { readonly number: string },
  { upheld, text }: { readonly upheld: boolean; readonly text: string },
): Promise<Submission | Problem> {
  const found = await standing(ports, place, ["region", "headquarters"]);
  if (isProblem(found)) return found;
  const { number } = place;
  return changed(ports, found, ({ submission, now, recipients }) => {
    const earlier = submission.contests.find((contest) => contest.number === number)?.ruling;
    if (earlier?.upheld === upheld && submission.personal[`ruling.${number}`]?.value === text)
      return submission;
    const ruling = { number, upheld, text: salted(ports.crypto, text), by: place.person.id, now };
    return refusedOr(ruleOnCase(submission, ruling, recipients));
  });
}

/** Region or headquarters ask the project's manager for the month: one mail a local day. Nothing is due before it has ended. */
export async function remindOfSubmission(
  ports: WritePorts,
  place: SubmissionPlace,
): Promise<Submission | Problem> {
  const found = await standing(ports, place, ["region", "headquarters"]);
  if (isProblem(found)) return found;
  return changed(ports, found, ({ submission, now, recipients }) => {
    if (now <= found.last) return problem("period-not-ended");
    return refusedOr(remind(submission, { by: place.person.id, now }, recipients));
  });
}

/**
 * True for what the month's edition counts: a task received in the period, or carried over into it and not done before it
 * began; as it stood at the period's end, by what is recorded now.
 */
async function standsInPeriod(
  ports: WritePorts,
  complaint: Complaint,
  { project, first, last }: Standing,
): Promise<boolean> {
  const now = toInstant(ports.clock.now());
  const known = asKnownAt(await ports.complaints.whole(complaint), {
    happenedUntil: earlier(last, now),
    recordedUntil: now,
  });
  if (known === undefined) return false;
  const { policy } = await ports.rules.forProject(project.id, project.timeZone);
  const task = taskOf(known.registration.id, factRow(known), policy);
  const [counted] = knownTasks([task], millisecondsOf(earlier(last, now)));
  const begins = millisecondsOf(first);
  return counted !== undefined && (counted.completed === null || counted.completed >= begins);
}

interface Standing {
  readonly project: Project;
  readonly submission: Submission;
  /** First and last instant of the period. */
  readonly first: Instant;
  readonly last: Instant;
}

/** The submission, opened now if nobody did; refused to people without one of the posts for the project. */
async function standing(
  ports: WritePorts,
  { month, projectId, person }: SubmissionPlace,
  posts: readonly Post[],
): Promise<Standing | Problem> {
  const reached = await reachedProject(ports, person, projectId);
  if (reached === undefined || !mayLook(reached.person, reached.project))
    return problem("unknown-project", { path: "projectId" });
  const { project } = reached;
  if (!posts.some((post) => holds(reached.person, post, project))) return problem("forbidden");
  const { timeZone } = project;
  const { first, last } = boundsOf({ month, timeZone, startDays: await ports.rules.periodStarts(timeZone) });
  if (first > toInstant(ports.clock.now())) return problem("period-not-begun", { path: "month" });
  if (month < (await firstMonthOf(ports, project)))
    return problem("period-before-records", { path: "month" });
  return { project, submission: await openedSubmission(ports, project, month), first, last };
}

/** Whoever may see a project's submission; to others the project does not exist. */
export function mayLook(person: Person, project: Project): boolean {
  return (["project-manager", "region", "headquarters"] as const).some((post) =>
    holds(person, post, project),
  );
}

interface Deciding {
  readonly submission: Submission;
  readonly now: Instant;
  readonly recipients: FindRecipients;
}

/** Decides and writes conditionally; after a lost race again on what stands then. */
async function changed(
  ports: WritePorts,
  found: Standing,
  decide: (deciding: Deciding) => Submission | Problem,
): Promise<Submission | Problem> {
  const now = toInstant(ports.clock.now());
  const staffing = await staffingOf(ports, found.project, now);
  const recipients: FindRecipients = (posts) => recipientsOf(posts, {}, found.project, now, staffing);
  const result = await documentChanged(
    found.submission,
    async (submission) => {
      // What is compared are whole texts; the older announcements stay where they lie.
      const { personal } = await ports.submissions.withTexts(submission);
      const told = { ...submission, personal };
      const next = decide({ submission: told, now, recipients });
      return next === told ? submission : next;
    },
    (after, revision) => ports.submissions.replace(after, revision),
    () => problem("busy"),
  );
  return isProblem(result) ? result : ports.submissions.whole(result.document);
}

function refusedOr(next: Submission | { readonly refused: SubmissionRefusal }): Submission | Problem {
  return "refused" in next ? problem(next.refused) : next;
}

function saltedTexts(ports: WritePorts, sections: Narratives): Record<string, Personal> {
  const texts: Record<string, Personal> = {};
  for (const [ref, value] of refs(sections)) texts[ref] = salted(ports.crypto, value);
  return texts;
}

function isSame(a: Narratives, b: Narratives): boolean {
  return JSON.stringify(refs(a)) === JSON.stringify(refs(b));
}

/** Every text with its reference, in a fixed order. */
function refs(sections: Narratives): [ref: string, value: string][] {
  return sectionList.flatMap((section) =>
    sectionFields.flatMap((field): [string, string][] => {
      const text = sections[section]?.[field];
      return text === undefined ? [] : [[textRef(section, field), text]];
    }),
  );
}
