import { DIGEST_COUNTER, type Head } from "../../domain/digest/digest.ts";
import { defined } from "../../domain/present.ts";
import {
  DEFAULT_TIME_ZONE,
  type Instant,
  localDate,
  monthOf,
  plusSeconds,
  toInstant,
} from "../../domain/time/instant.ts";
import { monthsBetween } from "../../domain/time/months.ts";
import type { WrittenDigest } from "../ports/digests.ts";
import type { Ports } from "../ports/index.ts";
import { fileHeads, type HeadPorts, headsOf } from "./heads.ts";

type DigestPorts = HeadPorts & Pick<Ports, "counters" | "digests" | "telemetry">;

/** The function has a quarter of an hour; projects that are left go on with the next run. */
const SECONDS = 600;
/** The indexes may be a moment behind: what was recorded shortly before the last digest is looked at once more. */
const BEHIND_SECONDS = 300;

/** What a run wrote: heads of changed documents; 0 also where the day has its digest. */
export interface DigestResult {
  readonly heads: number;
}

/**
 * Once a day (the company's): writes what stands at the end of every history that has changed since the digest before. What
 * one run does not get to, the next one does under a number of its own; a run that dies has written nothing.
 */
export async function writeDigest(ports: DigestPorts): Promise<DigestResult> {
  const now = toInstant(ports.clock.now());
  const company = await ports.organisation.company();
  if (company === undefined) return { heads: 0 };
  const last = await newest(ports);
  const today = localDate(now, company.timeZone);
  const isOfToday = (at: Instant | undefined) =>
    at !== undefined && localDate(plusSeconds(at, BEHIND_SECONDS), company.timeZone) === today;
  const until: Record<string, Instant> = { ...last?.digest.until };
  let filesUntil = last?.digest.filesUntil;
  const heads: Head[] = [];
  let hasLooked = false;
  const through = plusSeconds(now, -BEHIND_SECONDS);
  const end = plusSeconds(now, SECONDS);
  for (const project of await ports.organisation.projects()) {
    if (isOfToday(until[project.id]) || toInstant(ports.clock.now()) >= end) continue;
    heads.push(...(await headsOf(ports, project, until[project.id], now)));
    until[project.id] = through;
    hasLooked = true;
  }
  if (!isOfToday(filesUntil)) {
    heads.push(...(await fileHeads(ports, await monthsOfFiles(ports, now), filesUntil)));
    filesUntil = through;
    hasLooked = true;
  }
  if (!hasLooked) return { heads: 0 };
  const number = (last?.digest.number ?? 0) + 1;
  const previous = last?.sha256;
  const isOurs = await ports.digests.add({
    number,
    at: now,
    until,
    heads,
    ...defined({ previous, filesUntil }),
  });
  // Another run was faster: it has written the same, and what came later is the next one's.
  if (!isOurs) return { heads: 0 };
  await ports.counters.raise(DIGEST_COUNTER, number);
  ports.telemetry.info("digest written", { number, heads: heads.length });
  return { heads: heads.length };
}

/** Throws where the newest digest cannot be read: a chain is not begun anew over one that somebody has damaged. */
async function newest({ digests }: DigestPorts): Promise<WrittenDigest | undefined> {
  const number = (await digests.numbers()).at(-1);
  if (number === undefined) return undefined;
  const read = await digests.read(number);
  if (read === undefined) throw new Error(`digest ${number} cannot be read`);
  return read;
}

async function monthsOfFiles({ organisation }: DigestPorts, now: Instant): Promise<Iterable<string>> {
  const zone = (await organisation.company())?.timeZone ?? DEFAULT_TIME_ZONE;
  const begun = (await organisation.projects()).map(({ since }) => since).toSorted();
  const last = monthOf(now, zone);
  return monthsBetween(begun[0] ?? last, last);
}
