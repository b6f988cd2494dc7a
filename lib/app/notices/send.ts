import { addressAt, customerAddressAt } from "../../domain/notices/fallback.ts";
import {
  attemptFailed,
  claim,
  claimSeconds,
  type Failure,
  handedOver,
  type Notice,
  unneeded,
} from "../../domain/notices/notice.ts";
import { defined } from "../../domain/present.ts";
import { type Instant, plusSeconds, toInstant } from "../../domain/time/instant.ts";
import type { ItemRef } from "../ports/alarms.ts";
import type { Ports } from "../ports/index.ts";
import { NotTakenError, PermanentMailError } from "../ports/messages.ts";
import type { NoticeFacts } from "../ports/notices.ts";
import { type FactsPorts, factsOf } from "./facts.ts";
import { type FollowingPorts, isSettled, sendElsewhere, sendLaterElsewhere } from "./fallback.ts";
import { noticeId as noticeIdOf, replyTag } from "./tags.ts";
import { companions, countDuplicate, goesWithAnother, passOn, takenAlong } from "./together.ts";

/** A message that comes again after more than its queue keeps it between two tries finds nothing to make good. */
const FOLLOWED_SECONDS = 3600;

type SendPorts = FollowingPorts & FactsPorts & Pick<Ports, "mailer" | "messenger" | "renderer" | "telemetry">;

/**
 * Hands one notice over: claim, render, send, record; each step a conditional update of the notice item. Throws when
 * the attempt should be made again (the queue brings the message back).
 */
export async function sendNotice(ports: SendPorts, ref: ItemRef): Promise<void> {
  const now = toInstant(ports.clock.now());
  const { found, claimed } = await claimable(ports, ref, now);
  // Busy: a second message about a notice that somebody is sending. Should that sender die, its own message comes back
  // after the claim has run out, and the sweep looks at the claim too.
  if (claimed === "busy") return;
  if (claimed === "done") return followAgain(ports, found);
  if (claimed === "exhausted") return giveUp(ports, found, "crashed on every attempt");
  if (await goesWithAnother(ports, found)) return;
  // What it tells is read meanwhile; should that fail, it is this attempt that has failed, once the claim stands.
  const [mine, facts] = await Promise.allSettled([
    ports.notices.replace(found, claimed),
    factsOf(ports, claimed),
  ]);
  if (mine.status === "rejected") throw mine.reason;
  if (!mine.value) return;
  countDuplicate(ports, found, claimed);
  await attempt(ports, claimed, facts);
}

/**
 * A notice and what claiming it gives. A reading of a second ago is enough: the claim itself holds only if nobody was faster, what is
 * done stays done, and of what somebody else sends another message comes if he fails. Only what is not there yet, or was tried too
 * often, is looked at again as it stands now.
 */
async function claimable({ notices }: Pick<Ports, "notices">, ref: ItemRef, now: Instant) {
  const until = plusSeconds(now, claimSeconds);
  const lately = await notices.load(ref, "lately");
  const claimed = lately === undefined ? undefined : claim(lately, now, until);
  if (lately !== undefined && claimed !== undefined && claimed !== "exhausted")
    return { found: lately, claimed };
  const found = await notices.load(ref);
  if (found === undefined) throw new Error(`notice ${ref.pk} ${ref.sk} does not exist`);
  return { found, claimed: claim(found, now, until) };
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
  let others: readonly NoticeFacts[] = [];
  let gone: readonly [NoticeFacts, ...NoticeFacts[]];
  let providerId: string;
  let isFull = false;
  let begun = false;
  try {
    if (read.status === "rejected") throw read.reason;
    const facts = read.value;
    const to = addressOf(notice, facts);
    const isNeedless =
      facts.needless === true || (await isSettled(ports, notice, facts)) || hasNothingToTell(facts);
    if (to === undefined || isNeedless) {
      const isLost = to === undefined && facts.needless !== true;
      await (isLost ? giveUp(ports, notice, "no address") : settle(ports, notice));
      return await passOn(ports, notice);
    }
    const along = await companions(ports, notice);
    others = along.found;
    isFull = along.isFull;
    // From here on it may be out, whatever fails.
    begun = true;
    gone = [facts, ...others];
    providerId = await handOver(ports, gone, to);
  } catch (cause) {
    const failure = failureOf(cause, begun);
    for (const one of others) await failed(ports, one.notice, failure, cause);
    if (await failed(ports, notice, failure, cause)) throw cause;
    return;
  }
  // At once: whatever comes between hand-over and record is sent twice if the process dies in it.
  await Promise.all(gone.map((one) => recordHandedOver(ports, one.notice, providerId)));
  if (isFull) await passOn(ports, notice);
  await follow(ports, gone);
}

async function recordHandedOver(ports: SendPorts, notice: Notice, providerId: string): Promise<void> {
  await record(ports, notice, handedOver(notice, toInstant(ports.clock.now()), providerId));
  ports.telemetry.count("NoticesHandedOver");
  // With the ones that failed, the average is the share that failed.
  ports.telemetry.count("NoticesFailed", 0);
}

/** The next way of each, for a while later. Should the process die before, the queue's message comes again. */
async function follow(ports: SendPorts, gone: readonly NoticeFacts[]): Promise<void> {
  for (const one of gone) await sendLaterElsewhere(ports, one.notice, one);
}

/** A message about what is done: the one that did it may have died before it planned the next ways. */
async function followAgain(ports: SendPorts, done: Notice): Promise<void> {
  // A complainant's mail has no next way.
  if (done.recipient.kind !== "person") return;
  const since = plusSeconds(toInstant(ports.clock.now()), -FOLLOWED_SECONDS);
  const gone = [done, ...(await takenAlong(ports, done))].filter(
    ({ status }) => status.state === "handedOver" && status.at > since,
  );
  for (const one of gone) await follow(ports, [await factsOf(ports, one)]);
}

/** What it tells of has been dealt with meanwhile. */
function hasNothingToTell({ waiting, asked }: NoticeFacts): boolean {
  return waiting?.length === 0 || asked?.decided !== undefined || asked?.job !== undefined;
}

function settle(ports: SendPorts, notice: Notice): Promise<void> {
  return record(ports, notice, unneeded(notice, toInstant(ports.clock.now())));
}

function failureOf(cause: unknown, begun: boolean): Failure {
  const permanent = cause instanceof PermanentMailError;
  return {
    reason: cause instanceof Error ? cause.name : "unknown",
    permanent,
    mayHaveGone: begun && !permanent && !(cause instanceof NotTakenError),
  };
}

/** Records a failed attempt; true if another should follow. */
async function failed(ports: SendPorts, notice: Notice, failure: Failure, cause: unknown): Promise<boolean> {
  const after = attemptFailed(notice, toInstant(ports.clock.now()), failure);
  const tell = failure.permanent ? "error" : "failed";
  ports.telemetry[tell]("notice not handed over", { key: notice.key, attempt: notice.attempt }, cause);
  if (after.status.state === "failed") {
    await giveUp(ports, notice, after.status.reason);
    return false;
  }
  countDuplicate(ports, notice, after);
  await record(ports, notice, after);
  return true;
}

function handOver(
  ports: SendPorts,
  [first, ...others]: readonly [NoticeFacts, ...NoticeFacts[]],
  to: string,
): Promise<string> {
  const { notice } = first;
  if (notice.adapter !== "email")
    return ports.messenger(notice.adapter).send(to, ports.renderer.brief(first, others));
  return ports.mailer.send({
    to,
    ...ports.renderer.render(first, others),
    ...(first.files === undefined || first.files.length === 0 ? {} : { files: first.files }),
    threadId: threadOf(notice),
    ...otherThreads(first, others),
    ...answering(ports, first, others),
  });
}

/** If the claim ran out meanwhile another worker has it; its record stands and counts the possible duplicate. */
async function record(ports: SendPorts, before: Notice, after: Notice): Promise<void> {
  if (!(await ports.notices.replace(before, after))) {
    ports.telemetry.error("notice changed while it was sent", { key: before.key });
  }
}

function addressOf({ recipient, adapter }: Notice, { complaint, people }: NoticeFacts): string | undefined {
  if (recipient.kind === "person") {
    const person = people.find(({ id }) => id === recipient.id);
    return person === undefined ? undefined : addressAt(person, adapter);
  }
  return complaint === undefined ? undefined : customerAddressAt(complaint, adapter);
}

/**
 * How answers find back to the complaint and returned mails to their notices; only a complaint is a conversation, and a
 * mail about several is none.
 */
function answering(ports: SendPorts, first: NoticeFacts, others: readonly NoticeFacts[]) {
  const { complaint, project } = first;
  const [noticeId, ...more] = [first, ...others].flatMap(({ notice: { subject, key } }) => {
    const id = noticeIdOf(ports, subject, key);
    return id === undefined ? [] : [id];
  });
  const ids = { ...defined({ noticeId }), ...(more.length === 0 ? {} : { otherNotices: more }) };
  const isOne = others.every((other) => other.complaint?.registration.id === complaint?.registration.id);
  if (noticeId === undefined || complaint === undefined || !isOne) return ids;
  const tag = replyTag(ports, complaint.registration.number);
  return { ...ids, reply: { tag, ...defined({ mailbox: project?.mailbox }) } };
}

function otherThreads({ notice }: NoticeFacts, others: readonly NoticeFacts[]) {
  const all = new Set(others.map((other) => threadOf(other.notice)));
  all.delete(threadOf(notice));
  return all.size === 0 ? {} : { otherThreads: [...all] };
}

function threadOf(notice: Notice): string {
  const { subject } = notice;
  switch (subject.kind) {
    case "report":
    case "submission":
      return `${subject.kind}.${subject.month}`;
    case "person-data":
      return `${subject.kind}.${subject.requestId}`;
    case "quarantine":
      return `${subject.kind}.${subject.projectId}`;
    case "delivery":
      return `${subject.kind}.${subject.subscription}`;
    default:
      return `${subject.kind}.${subject.id}`;
  }
}
