import { claim, claimSeconds, type Notice, unneeded } from "../../domain/notices/notice.ts";
import { defined } from "../../domain/present.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import type { ItemRef } from "../ports/alarms.ts";
import type { Ports } from "../ports/index.ts";
import type { NoticeFacts } from "../ports/notices.ts";
import { type FactsPorts, factsOf } from "./facts.ts";
import { isSettled } from "./fallback.ts";

type TogetherPorts = FactsPorts & Pick<Ports, "notices" | "noticeQueue" | "rules" | "telemetry">;

/** `default`: so many more go in one message; they are claimed, told and recorded well within the time of a claim. */
const MOST = 200;
/** What goes along is looked at in pages; whether somebody is before it, one mostly finds out from the first. */
const PAGE = 25;

/**
 * True if another notice of the bundle takes this one with it: the first of them that is not done. Their messages come in
 * the same second, and each would find the others taken. Should the first one's message be lost, the sweep brings it.
 */
export async function goesWithAnother(ports: TogetherPorts, notice: Notice): Promise<boolean> {
  for await (const page of before(ports, notice)) if (page.some(isWaiting)) return true;
  return false;
}

/** The first of a bundle goes nowhere, or its message is full: the next one that waits goes, and takes along who is left. */
export async function passOn(ports: TogetherPorts, lead: Notice): Promise<void> {
  for await (const page of others(ports, lead)) {
    const next = page.find(isWaiting);
    if (next !== undefined) return ports.noticeQueue.send(ports.notices.refOf(next));
  }
}

/**
 * What goes to the same person in the same minute, claimed for this message. One that somebody else sends meanwhile, or of
 * which nothing can be told now, goes by itself. `isFull`: there may be more than one message takes.
 */
export async function companions(
  ports: TogetherPorts,
  lead: Notice,
): Promise<{ readonly found: readonly NoticeFacts[]; readonly isFull: boolean }> {
  const found: NoticeFacts[] = [];
  for await (const page of behind(ports, lead)) {
    const joined = await Promise.all(page.map((one) => joining(ports, one)));
    found.push(...joined.flatMap((facts) => facts ?? []));
    if (found.length >= MOST) return { found, isFull: true };
  }
  return { found, isFull: false };
}

/** What is told of a notice that goes along, once it is claimed; undefined if it does not. */
async function joining(ports: TogetherPorts, one: Notice): Promise<NoticeFacts | undefined> {
  const now = toInstant(ports.clock.now());
  const claimed = claim(one, now, plusSeconds(now, claimSeconds));
  if (typeof claimed === "string") return undefined;
  const facts = await factsOf(ports, claimed).catch((cause: unknown) => {
    ports.telemetry.error("notice left to itself", { key: one.key, attempt: one.attempt }, cause);
  });
  if (facts === undefined) return undefined;
  const isNeedless = await isSettled(ports, claimed, facts);
  if (!(await ports.notices.replace(one, isNeedless ? unneeded(one, now) : claimed))) return undefined;
  if (isNeedless) return undefined;
  countDuplicate(ports, one, claimed);
  return facts;
}

/**
 * Those that a notice took along in its message: the first of a message took the others. Nothing for any other, so that of a
 * hundred whose messages come once more one looks at all of them and not each.
 */
export async function takenAlong(
  ports: Pick<Ports, "notices">,
  { status, ...lead }: Notice,
): Promise<readonly Notice[]> {
  if (status.state !== "handedOver") return [];
  const { providerId } = status;
  const isSameMessage = (one: Notice) =>
    one.status.state === "handedOver" && one.status.providerId === providerId;
  for await (const page of before(ports, lead)) if (page.some(isSameMessage)) return [];
  const along: Notice[] = [];
  for await (const page of behind(ports, lead)) along.push(...page.filter(isSameMessage));
  return along;
}

type Bundled = Pick<Notice, "bundle" | "subject" | "key">;
type BundlePorts = Pick<Ports, "notices">;

/** What else was planned into the notice's bundle, page by page, in the order of the bundle. */
async function* others(ports: BundlePorts, lead: Bundled): AsyncGenerator<readonly Notice[]> {
  yield* before(ports, lead);
  yield* behind(ports, lead);
}

async function* before(ports: BundlePorts, lead: Bundled): AsyncGenerator<readonly Notice[]> {
  for await (const { refs, own } of pages(ports, lead, 1)) {
    yield await loaded(ports, lead, own < 0 ? refs : refs.slice(0, own));
    if (own >= 0) return;
  }
}

async function* behind(ports: BundlePorts, lead: Bundled): AsyncGenerator<readonly Notice[]> {
  let isPast = false;
  for await (const { refs, own } of pages(ports, lead)) {
    if (isPast) yield await loaded(ports, lead, refs);
    else if (own >= 0) {
      isPast = true;
      yield await loaded(ports, lead, refs.slice(own + 1));
    }
  }
}

/** The bundle's pages, the first of so many; `own` is where the notice itself stands in the page, or -1. */
async function* pages({ notices }: BundlePorts, { bundle, subject, key }: Bundled, first = PAGE) {
  if (bundle === undefined) return;
  const { pk, sk } = notices.refOf({ subject, key });
  let cursor: string | undefined;
  let limit = first;
  do {
    const page = await notices.inBundle(bundle, { limit, ...defined({ cursor }) });
    yield { refs: page.items, own: page.items.findIndex((ref) => ref.pk === pk && ref.sk === sk) };
    cursor = page.cursor;
    limit = PAGE;
  } while (cursor !== undefined);
}

/** What was planned before with another bundle goes with that one. */
async function loaded(
  { notices }: BundlePorts,
  { bundle }: Bundled,
  refs: readonly ItemRef[],
): Promise<readonly Notice[]> {
  const found = await Promise.all(refs.map((ref) => notices.load(ref)));
  return found.flatMap((one) => (one !== undefined && one.bundle === bundle ? [one] : []));
}

function isWaiting({ status: { state } }: Notice): boolean {
  return state === "planned" || state === "claimed";
}

/** Counts an attempt that may have been the second to go out. */
export function countDuplicate({ telemetry }: Pick<Ports, "telemetry">, before: Notice, after: Notice): void {
  if (after.possibleDuplicates > before.possibleDuplicates) telemetry.count("NoticesPossiblyTwice");
}
