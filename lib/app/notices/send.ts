import type { Complaint } from "../../domain/complaint/document.ts";
import { addressAt, customerAddressAt } from "../../domain/notices/fallback.ts";
import {
  attemptFailed,
  claim,
  claimSeconds,
  handedOver,
  isOfRung,
  type Notice,
  unneeded,
} from "../../domain/notices/notice.ts";
import { defined } from "../../domain/present.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { ratingUrl, trackingUrl } from "../complaints/tracking.ts";
import { acknowledgeUrl } from "../escalation/acknowledge-link.ts";
import { namesIn } from "../organisation/staffing.ts";
import type { ItemRef } from "../ports/alarms.ts";
import type { Ports } from "../ports/index.ts";
import { NotTakenError, PermanentMailError } from "../ports/messages.ts";
import type { NoticeFacts } from "../ports/notices.ts";
import { waitingFor } from "../quarantine/waiting.ts";
import { announcedFiles } from "../reports/files/announced.ts";
import { type FollowingPorts, isSettled, sendElsewhere, sendLaterElsewhere } from "./fallback.ts";
import { namedIn } from "./named.ts";
import { noticeId, replyTag } from "./tags.ts";

type SendPorts = FollowingPorts &
  Pick<
    Ports,
    | "clock"
    | "crypto"
    | "complaints"
    | "groups"
    | "organisation"
    | "notices"
    | "reports"
    | "reportFiles"
    | "submissions"
    | "quarantine"
    | "mailer"
    | "messenger"
    | "renderer"
    | "telemetry"
    | "publicUrl"
  >;

/**
 * Hands one notice over: claim, render, send, record; each step a conditional update of the notice item. Throws when
 * the attempt should be made again (the queue brings the message back).
 */
export async function sendNotice(ports: SendPorts, ref: ItemRef): Promise<void> {
  const found = await ports.notices.load(ref);
  if (found === undefined) throw new Error(`notice ${ref.pk} ${ref.sk} does not exist`);
  const now = toInstant(ports.clock.now());
  const claimed = claim(found, now, plusSeconds(now, claimSeconds));
  // Busy: a second message about a notice that somebody is sending. Should that sender die, its own message comes back
  // after the claim has run out, and the sweep looks at the claim too.
  if (claimed === "done" || claimed === "busy") return;
  if (claimed === "exhausted") return giveUp(ports, found, "crashed on every attempt");
  // What it tells is read meanwhile; should that fail, it is this attempt that has failed, once the claim stands.
  const [mine, facts] = await Promise.allSettled([
    ports.notices.replace(found, claimed),
    factsOf(ports, claimed),
  ]);
  if (mine.status === "rejected") throw mine.reason;
  if (!mine.value) return;
  if (claimed.possibleDuplicates > found.possibleDuplicates) ports.telemetry.count("NoticesPossiblyTwice");
  await attempt(ports, claimed, facts);
}

async function giveUp(ports: SendPorts, notice: Notice, reason: string): Promise<void> {
  const failure = { reason, permanent: true, mayHaveGone: false };
  const failed = attemptFailed(notice, toInstant(ports.clock.now()), failure);
  ports.telemetry.count("NoticesFailed");
  // First: after a crash between the two the claim runs out and both are done again, with the same keys.
  await sendElsewhere(ports, failed);
  await record(ports, notice, failed);
}

async function attempt(
  ports: SendPorts,
  notice: Notice,
  read: PromiseSettledResult<NoticeFacts>,
): Promise<void> {
  const at = () => toInstant(ports.clock.now());
  let providerId: string;
  let begun = false;
  try {
    if (read.status === "rejected") throw read.reason;
    const facts = read.value;
    const to = addressOf(notice, facts);
    if (to === undefined) return await giveUp(ports, notice, "no address");
    if (isSettled(notice, facts.complaint) || facts.waiting?.length === 0)
      return await record(ports, notice, unneeded(notice, at()));
    // From here on it may be out, whatever fails.
    begun = true;
    providerId = await handOver(ports, notice, facts, to);
    await sendLaterElsewhere(ports, notice, facts);
  } catch (cause) {
    const permanent = cause instanceof PermanentMailError;
    const failed = attemptFailed(notice, at(), {
      reason: cause instanceof Error ? cause.name : "unknown",
      permanent,
      mayHaveGone: begun && !permanent && !(cause instanceof NotTakenError),
    });
    ports.telemetry.error("notice not handed over", { key: notice.key, attempt: notice.attempt }, cause);
    if (failed.status.state === "failed") return giveUp(ports, notice, failed.status.reason);
    if (failed.possibleDuplicates > notice.possibleDuplicates) ports.telemetry.count("NoticesPossiblyTwice");
    await record(ports, notice, failed);
    throw cause;
  }
  await record(ports, notice, handedOver(notice, at(), providerId));
  ports.telemetry.count("NoticesHandedOver");
  // With the ones that failed, the average is the share that failed.
  ports.telemetry.count("NoticesFailed", 0);
}

function handOver(ports: SendPorts, notice: Notice, facts: NoticeFacts, to: string): Promise<string> {
  if (notice.adapter !== "email")
    return ports.messenger(notice.adapter).send(to, ports.renderer.brief(facts));
  return ports.mailer.send({
    to,
    ...ports.renderer.render(facts),
    ...(facts.files === undefined || facts.files.length === 0 ? {} : { files: facts.files }),
    threadId: threadOf(notice),
    ...answering(ports, notice, facts),
  });
}

/** If the claim ran out meanwhile another worker has it; its record stands and counts the possible duplicate. */
async function record(ports: SendPorts, before: Notice, after: Notice): Promise<void> {
  if (!(await ports.notices.replace(before, after))) {
    ports.telemetry.error("notice changed while it was sent", { key: before.key });
  }
}

async function factsOf(ports: SendPorts, notice: Notice): Promise<NoticeFacts> {
  return {
    notice,
    publicUrl: ports.publicUrl,
    now: toInstant(ports.clock.now()),
    ...(await aboutOf(ports, notice)),
  };
}

/** The project of a document and whoever a message about it may name; a complainant's mail names nobody of ours. */
async function placeOf(
  { organisation }: Pick<SendPorts, "organisation">,
  { recipient, subject }: Notice,
  projectId: string,
  document: unknown,
) {
  const [project, people] = await Promise.all([
    organisation.project(projectId),
    recipient.kind === "person"
      ? namesIn({ organisation }, projectId, [recipient.id, ...namedIn(document)])
      : [],
  ]);
  if (project === undefined)
    throw new Error(`unknown project ${projectId} of a notice about a ${subject.kind}`);
  return { project, people };
}

/** The document that a notice is about. */
async function aboutOf(ports: SendPorts, notice: Notice) {
  const { subject } = notice;
  switch (subject.kind) {
    case "report": {
      const editions = await ports.reports.editions(subject.month);
      const report = editions.find((edition) => edition.edition === subject.edition);
      if (report === undefined)
        throw new Error(`edition ${subject.edition} of ${subject.month} does not exist`);
      const { recipient } = notice;
      const reader = recipient.kind === "person" ? await ports.organisation.person(recipient.id) : undefined;
      return {
        report,
        people: reader === undefined ? [] : [reader],
        ...(await announcedFiles(ports, report, reader)),
      };
    }
    case "group": {
      const stored = await ports.groups.load(subject.id);
      if (stored === undefined) throw new Error(`group ${subject.id} of a notice does not exist`);
      const isNear = stored.events.some(({ seq }) => seq === subject.seq);
      const group = await (isNear ? ports.groups.withTexts(stored) : ports.groups.whole(stored));
      return { group, ...(await placeOf(ports, notice, group.identity.projectId, group)) };
    }
    case "submission": {
      const stored = await ports.submissions.load(subject.month, subject.projectId);
      if (stored === undefined)
        throw new Error(`submission of ${subject.projectId} for ${subject.month} does not exist`);
      const submission = await ports.submissions.withTexts(stored);
      return { submission, ...(await placeOf(ports, notice, subject.projectId, submission)) };
    }
    case "quarantine": {
      const { recipient } = notice;
      const reader = recipient.kind === "person" ? await ports.organisation.person(recipient.id) : undefined;
      const project = await ports.organisation.project(subject.projectId);
      return {
        waiting: await waitingFor(ports, subject),
        people: reader === undefined ? [] : [reader],
        ...defined({ project }),
      };
    }
    case "emergency": {
      const stored = await ports.emergencies.load(subject.id);
      if (stored === undefined) throw new Error(`event ${subject.id} of a notice does not exist`);
      const emergency = await ports.emergencies.withTexts(stored);
      return { emergency, ...(await placeOf(ports, notice, emergency.registration.projectId, emergency)) };
    }
    case "complaint": {
      const stored = await ports.complaints.load(subject.id);
      if (stored === undefined) throw new Error(`complaint ${subject.id} of a notice does not exist`);
      // What is told stands in the newest events, but for a notice that was put off very long.
      const isNear = stored.events.some(({ seq }) => seq === subject.seq);
      const complaint = await (isNear ? ports.complaints.withTexts(stored) : ports.complaints.whole(stored));
      return {
        complaint,
        ...(await placeOf(ports, notice, complaint.registration.projectId, complaint)),
        ...ownLinks(ports, notice, complaint),
        ...acknowledging(ports, notice, subject),
      };
    }
  }
}

/** The links with the complainant's secret: in what is written to the complainant, and to nobody of ours (D4). */
function ownLinks(ports: SendPorts, { recipient }: Notice, complaint: Complaint) {
  if (recipient.kind !== "customer") return {};
  return { trackingUrl: trackingUrl(ports, complaint), ratingUrl: ratingUrl(ports, complaint) };
}

function addressOf({ recipient, adapter }: Notice, { complaint, people }: NoticeFacts): string | undefined {
  if (recipient.kind === "person") {
    const person = people.find(({ id }) => id === recipient.id);
    return person === undefined ? undefined : addressAt(person, adapter);
  }
  return complaint === undefined ? undefined : customerAddressAt(complaint, adapter);
}

function acknowledging(
  ports: SendPorts,
  { recipient, template }: Notice,
  { id, seq }: Extract<Notice["subject"], { kind: "complaint" }>,
) {
  if (recipient.kind !== "person" || !isOfRung(template)) return {};
  return { acknowledgeUrl: acknowledgeUrl(ports, { complaintId: id, seq, personId: recipient.id }) };
}

/** How answers find back to the complaint and returned mails to their notice; only a complaint is a conversation. */
function answering(ports: SendPorts, { subject, key }: Notice, { complaint, project }: NoticeFacts) {
  const id = noticeId(ports, subject, key);
  if (id === undefined) return {};
  if (complaint === undefined) return { noticeId: id };
  const tag = replyTag(ports, complaint.registration.number);
  const mailbox = project?.mailbox;
  return { noticeId: id, reply: { tag, ...defined({ mailbox }) } };
}

function threadOf(notice: Notice): string {
  const { subject } = notice;
  switch (subject.kind) {
    case "report":
    case "submission":
      return `${subject.kind}.${subject.month}`;
    case "quarantine":
      return `${subject.kind}.${subject.projectId}`;
    default:
      return `${subject.kind}.${subject.id}`;
  }
}
