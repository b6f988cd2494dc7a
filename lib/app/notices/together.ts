import { claim, claimSeconds, type Notice, unneeded } from "../../domain/notices/notice.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import type { NoticeFacts } from "../ports/notices.ts";
import { type FactsPorts, factsOf } from "./facts.ts";
import { isSettled } from "./fallback.ts";

type TogetherPorts = FactsPorts & Pick<Ports, "notices" | "noticeQueue" | "rules" | "telemetry">;

/**
 * True if another notice of the bundle takes this one with it: the first of them that is not done. Their messages come in
 * the same second, and each would find the others taken. Should the first one's message be lost, the sweep brings it.
 */
export async function goesWithAnother(ports: TogetherPorts, notice: Notice): Promise<boolean> {
  if (notice.bundle === undefined) return false;
  const own = sortKey(ports, notice);
  const others = await othersOf(ports, notice);
  return others.some((one) => isWaiting(one) && sortKey(ports, one) < own);
}

/** The first of a bundle goes nowhere: those that wait for it go without it. */
export async function passOn(ports: TogetherPorts, lead: Notice): Promise<void> {
  for (const one of await othersOf(ports, lead)) {
    if (isWaiting(one)) await ports.noticeQueue.send(ports.notices.refOf(one));
  }
}

/**
 * What goes to the same person in the same minute, claimed for this message. One that somebody else sends meanwhile, or of
 * which nothing can be told now, goes by itself.
 */
export async function companions(ports: TogetherPorts, lead: Notice): Promise<readonly NoticeFacts[]> {
  if (lead.bundle === undefined) return [];
  const found: NoticeFacts[] = [];
  for (const one of await othersOf(ports, lead)) {
    const now = toInstant(ports.clock.now());
    const claimed = claim(one, now, plusSeconds(now, claimSeconds));
    if (typeof claimed === "string") continue;
    const facts = await factsOf(ports, claimed).catch((cause: unknown) => {
      ports.telemetry.error("notice left to itself", { key: one.key, attempt: one.attempt }, cause);
    });
    if (facts === undefined) continue;
    const isNeedless = await isSettled(ports, claimed, facts);
    if (!(await ports.notices.replace(one, isNeedless ? unneeded(one, now) : claimed))) continue;
    if (isNeedless) continue;
    countDuplicate(ports, one, claimed);
    found.push(facts);
  }
  return found;
}

/** What else was planned into the notice's bundle. */
export async function othersOf(
  { notices }: Pick<Ports, "notices">,
  { bundle, subject, key }: Notice,
): Promise<Notice[]> {
  if (bundle === undefined) return [];
  const own = notices.refOf({ subject, key });
  const refs = (await notices.inBundle(bundle)).filter(({ pk, sk }) => pk !== own.pk || sk !== own.sk);
  const found = await Promise.all(refs.map((ref) => notices.load(ref)));
  // What was planned before with another bundle goes with that one.
  return found.flatMap((one) => (one?.bundle === bundle ? [one] : []));
}

function isWaiting({ status: { state } }: Notice): boolean {
  return state === "planned" || state === "claimed";
}

function sortKey({ notices }: Pick<Ports, "notices">, notice: Notice): string {
  const { pk, sk } = notices.refOf(notice);
  return `${pk} ${sk}`;
}

/** Counts an attempt that may have been the second to go out. */
export function countDuplicate({ telemetry }: Pick<Ports, "telemetry">, before: Notice, after: Notice): void {
  if (after.possibleDuplicates > before.possibleDuplicates) telemetry.count("NoticesPossiblyTwice");
}
