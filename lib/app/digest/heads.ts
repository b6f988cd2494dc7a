import type { Head } from "../../domain/digest/digest.ts";
import { canonicalJson } from "../../domain/document/chain.ts";
import type { Emergency } from "../../domain/emergencies/emergency.ts";
import { asAfterReport, versionOf } from "../../domain/emergencies/emergency.ts";
import type { Project } from "../../domain/organisation/organisation.ts";
import { type Submission, submissionId } from "../../domain/submissions/submission.ts";
import type { Instant } from "../../domain/time/instant.ts";
import { eachOf } from "../paging/pages.ts";
import { monthsOfRecords } from "../periods/first-month.ts";
import type { Ports } from "../ports/index.ts";

export type HeadPorts = Pick<
  Ports,
  "clock" | "crypto" | "complaints" | "groups" | "emergencies" | "organisation" | "reports" | "submissions"
>;

/** So many documents are read at once. */
const TOGETHER = 100;

/** The heads of a project's documents that have changed since an instant; without one of all. */
export async function headsOf(
  ports: HeadPorts,
  project: Project,
  since: Instant | undefined,
  now: Instant,
): Promise<readonly Head[]> {
  const months = [...(await monthsOfRecords(ports, project, now))];
  const heads: Head[] = [];
  for (const month of months) {
    heads.push(...(await complaintHeads(ports, project.id, month, since)));
    heads.push(...(await emergencyHeads(ports, project.id, month, since)));
    heads.push(...(await submissionHead(ports, project.id, month, since)));
  }
  return [...heads, ...(await groupHeads(ports, project.id, since))];
}

async function complaintHeads(
  { complaints }: HeadPorts,
  projectId: string,
  month: string,
  since: Instant | undefined,
): Promise<Head[]> {
  const ids: string[] = [];
  for await (const { id, fact } of eachOf((page) => complaints.receivedInMonth(projectId, month, page))) {
    if (since === undefined || fact.lastEventAt >= since) ids.push(id);
  }
  const heads: Head[] = [];
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const found = await complaints.loadMany(ids.slice(from, from + TOGETHER));
    for (const { registration, events } of found) {
      const last = events.at(-1);
      if (last === undefined || (since !== undefined && last.recordedAt < since)) continue;
      const { id, number } = registration;
      heads.push({ kind: "complaint", id, label: number, seq: last.seq, hash: last.hash });
    }
  }
  return heads;
}

async function groupHeads(
  { groups }: HeadPorts,
  projectId: string,
  since: Instant | undefined,
): Promise<Head[]> {
  const heads: Head[] = [];
  for await (const { id, code, endedAt } of eachOf((page) => groups.ofProject(projectId, page))) {
    if (since !== undefined && endedAt !== undefined && endedAt < since) continue;
    const last = (await groups.load(id))?.events.at(-1);
    if (last === undefined || (since !== undefined && last.recordedAt < since)) continue;
    heads.push({ kind: "group", id, label: code, seq: last.seq, hash: last.hash });
  }
  return heads;
}

async function emergencyHeads(
  { crypto, emergencies }: HeadPorts,
  projectId: string,
  month: string,
  since: Instant | undefined,
): Promise<Head[]> {
  const heads: Head[] = [];
  for await (const { id, category } of eachOf((page) => emergencies.inMonth(projectId, month, page))) {
    const stored = await emergencies.load(id);
    if (stored === undefined || (since !== undefined && stored.writtenAt < since)) continue;
    const event = await emergencies.whole(stored);
    const seq = versionOf(event);
    heads.push({ kind: "emergency", id, label: category, seq, hash: emergencyHash(crypto, event, seq) });
  }
  return heads;
}

async function submissionHead(
  { crypto, submissions }: HeadPorts,
  projectId: string,
  month: string,
  since: Instant | undefined,
): Promise<Head[]> {
  const stored = await submissions.load(month, projectId);
  if (stored === undefined || (since !== undefined && stored.writtenAt < since)) return [];
  const hash = submissionHash(crypto, stored);
  return [
    { kind: "submission", id: submissionId(stored), label: submissionId(stored), seq: stored.version, hash },
  ];
}

/**
 * What a project submitted (D7): its texts by their salted digests, what it contests with the rulings, when and by whom it was
 * confirmed. It has no history: what was written since is another version, which the next digest vouches for.
 */
export function submissionHash(crypto: Pick<Ports["crypto"], "digest">, submission: Submission): string {
  const { month, projectId, contests, confirmed, personal } = submission;
  const texts = Object.entries(personal)
    .map(([ref, { salt, value, rest }]) => [ref, crypto.digest(`${salt}\n${value}`), rest ?? ""])
    .toSorted(([one = ""], [other = ""]) => (one < other ? -1 : 1));
  return crypto.digest(canonicalJson({ month, projectId, contests, confirmed: confirmed ?? null, texts }));
}

/** The registration and the reports up to one of them: what is registered and reported never changes. */
export function emergencyHash(
  crypto: Pick<Ports["crypto"], "digest">,
  event: Emergency,
  seq: number,
): string {
  const { registration, reports } = asAfterReport(event, seq);
  return crypto.digest(canonicalJson({ registration, reports }));
}

/** The issued files of every edition since an instant. */
export async function fileHeads(
  { reports }: HeadPorts,
  months: Iterable<string>,
  since: Instant | undefined,
): Promise<readonly Head[]> {
  const heads: Head[] = [];
  for (const month of months) {
    for (const { edition, files, madeAt } of await reports.editions(month)) {
      if (since !== undefined && madeAt < since) continue;
      for (const { key, name, sha256 } of files)
        heads.push({ kind: "file", id: key, label: name, seq: edition, hash: sha256 });
    }
  }
  return heads;
}
