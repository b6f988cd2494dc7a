import type { Complaint } from "../../domain/complaint/document.ts";
import { DIGEST_COUNTER, type Head, headKey } from "../../domain/digest/digest.ts";
import { TAKEN_OUT } from "../../domain/person-data/traces.ts";
import { submissionKey } from "../../domain/submissions/submission.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import type { AuditProgress } from "../complaints/audit.ts";
import type { Ports } from "../ports/index.ts";
import { emergencyHash, type HeadPorts, submissionHash } from "./heads.ts";

export type ComparePorts = HeadPorts & Pick<Ports, "counters" | "digests" | "reportFiles">;

/**
 * What contradicts a digest. head: the history says otherwise up to where the digest knew it; lost: it ends before that;
 * removed: the document is gone; digest: one was written anew or cannot be read; digest-gone: one is missing; digest-late:
 * none was written for two days.
 */
export type DigestFaultName =
  | "head"
  | "lost"
  | "removed"
  | "file"
  | "file-gone"
  | "digest"
  | "digest-gone"
  | "digest-late";

export interface DigestFault {
  readonly id: string;
  readonly number: string;
  readonly fault: DigestFaultName;
  readonly seq?: number;
}

export interface Vouched {
  /** How many digests were read. */
  readonly digests: number;
  /** The newest head of each document. */
  readonly heads: readonly Head[];
  readonly faults: readonly DigestFault[];
}

/** A day and the hours that a run may be late. */
const LATE_SECONDS = 2 * 86_400;
const TOGETHER = 100;

/** Reads every digest, and whether each is the one that the next one saw. */
export async function readDigests({
  clock,
  counters,
  digests,
}: Pick<Ports, "clock" | "counters" | "digests">): Promise<Vouched> {
  const numbers = await digests.numbers();
  const heads = new Map<string, Head>();
  const faults: DigestFault[] = [];
  const fault = (number: number, name: DigestFaultName): void => {
    faults.push({ id: `digest-${number}`, number: `摘要 digest ${number}`, fault: name });
  };
  const gone: number[] = [];
  let seen: string | undefined;
  let newest: string | undefined;
  // The table knows how many there were: whoever takes the last ones away must be able to write there, too.
  const most = Math.max(numbers.at(-1) ?? 0, await counters.last(DIGEST_COUNTER));
  for (let number = 1; number <= most; number += 1) {
    const read = numbers.includes(number) ? await digests.read(number) : undefined;
    if (read === undefined && numbers.includes(number)) fault(number, "digest");
    // Named is the one that was written anew: the next one holds the checksum of what stood there.
    else if (number > 1 && seen !== undefined && read !== undefined && read.digest.previous !== seen)
      fault(number - 1, "digest");
    if (!numbers.includes(number)) gone.push(number);
    for (const head of read?.digest.heads ?? []) heads.set(headKey(head), head);
    seen = read?.sha256;
    newest = read?.digest.at ?? newest;
  }
  if (newest !== undefined && plusSeconds(newest, LATE_SECONDS) < toInstant(clock.now()))
    fault(numbers.at(-1) ?? 0, "digest-late");
  return { digests: numbers.length, heads: [...heads.values()], faults: [...faults, ...goneFaults(gone)] };
}

/** Those that lie one behind the other are one fault: a lost bucket is said in one line. */
function goneFaults(gone: readonly number[]): readonly DigestFault[] {
  const starts = gone.filter((number, index) => gone[index - 1] !== number - 1);
  return starts.map((from, index) => {
    const next = starts[index + 1];
    const to = gone.findLast((number) => next === undefined || number < next) ?? from;
    const named = to === from ? `${from}` : `${from}–${to}`;
    return { id: `digest-${from}`, number: `摘要 digest ${named}`, fault: "digest-gone" };
  });
}

/** Holds every document against what the digests know of it, some at a time. */
export async function* compareWithDigests(
  ports: ComparePorts,
  heads: readonly Head[],
): AsyncGenerator<AuditProgress<DigestFault>> {
  const complaints = heads.filter(({ kind }) => kind === "complaint");
  for (let from = 0; from < complaints.length; from += TOGETHER) {
    const some = complaints.slice(from, from + TOGETHER);
    const found = await ports.complaints.loadMany(some.map(({ id }) => id));
    const byId = new Map(found.map((complaint) => [complaint.registration.id, complaint]));
    const faults: DigestFault[] = [];
    for (const head of some) faults.push(...(await complaintFaults(ports, head, byId.get(head.id))));
    yield { checked: some.length, faults };
  }
  for (const head of heads) {
    if (head.kind === "complaint" || head.kind === "file") continue;
    yield { checked: 1, faults: await otherFaults(ports, head) };
  }
}

/** Reads every issued file that a digest vouches for, and compares it byte by byte with what was issued. */
export async function* compareFiles(
  ports: ComparePorts,
  heads: readonly Head[],
): AsyncGenerator<AuditProgress<DigestFault>> {
  for (const head of heads) {
    if (head.kind !== "file") continue;
    const body = await ports.reportFiles.get(head.id);
    if (body !== undefined) {
      const isSame = (await ports.crypto.checksum(body)) === head.hash;
      yield { checked: 1, faults: isSame ? [] : [faultOf(head, "file")] };
    } else yield { checked: 1, faults: (await wasMasked(ports, head)) ? [] : [faultOf(head, "file-gone")] };
  }
}

async function complaintFaults(
  { complaints }: ComparePorts,
  head: Head,
  stored: Complaint | undefined,
): Promise<DigestFault[]> {
  if (stored === undefined) return [faultOf(head, "removed")];
  const isThere = stored.events.some(({ seq }) => seq === head.seq);
  const { events } = isThere ? stored : await complaints.whole(stored);
  return eventFaults(head, events);
}

async function otherFaults(ports: ComparePorts, head: Head): Promise<DigestFault[]> {
  if (head.kind === "submission") return submissionFaults(ports, head);
  if (head.kind === "group") {
    const group = await ports.groups.load(head.id);
    return group === undefined
      ? [faultOf(head, "removed")]
      : eventFaults(head, (await ports.groups.whole(group)).events);
  }
  const stored = await ports.emergencies.load(head.id);
  if (stored === undefined) return [faultOf(head, "removed")];
  const event = await ports.emergencies.whole(stored);
  const isThere = head.seq === 1 || event.reports.some(({ seq }) => seq === head.seq);
  if (!isThere) return [faultOf(head, "lost")];
  return emergencyHash(ports.crypto, event, head.seq) === head.hash ? [] : [faultOf(head, "head")];
}

async function submissionFaults({ crypto, submissions }: ComparePorts, head: Head): Promise<DigestFault[]> {
  const { month, projectId } = submissionKey(head.id);
  const stored = await submissions.load(month, projectId);
  if (stored === undefined) return [faultOf(head, "removed")];
  if (stored.version < head.seq) return [faultOf(head, "lost")];
  // 个人信息保护法 47: what names an erased person is taken out in its place.
  const wasTaken = Object.values(stored.personal).some(({ value }) => value.includes(TAKEN_OUT));
  const isAnother = stored.version > head.seq || wasTaken;
  return isAnother || submissionHash(crypto, stored) === head.hash ? [] : [faultOf(head, "head")];
}

function eventFaults(
  head: Head,
  events: readonly { readonly seq: number; readonly hash: string }[],
): DigestFault[] {
  const event = events.find(({ seq }) => seq === head.seq);
  if (event === undefined) return [faultOf(head, "lost")];
  return event.hash === head.hash ? [] : [faultOf(head, "head")];
}

/** 个人信息保护法 47: an erasure issues a file again under the same edition, masked, and takes the old one away. */
async function wasMasked({ reports }: ComparePorts, { id, label }: Head): Promise<boolean> {
  const [, month = ""] = /^reports\/([^/]+)\//.exec(id) ?? [];
  const editions = await reports.editions(month);
  return editions.some(
    ({ masked, files }) => masked !== undefined && files.some(({ name }) => name === label),
  );
}

function faultOf({ id, label, kind, seq }: Head, fault: DigestFaultName): DigestFault {
  return kind === "file" ? { id, number: label, fault } : { id, number: label, fault, seq };
}
