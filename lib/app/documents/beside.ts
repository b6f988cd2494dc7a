import type { ArchivedRun } from "../../domain/document/archive.ts";
import type { Personal } from "../../domain/document/personal.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";

/** What nobody names is removed once it is so old: a younger object may belong to a write that is under way. */
const LEFT_OVER_SECONDS = 3600;
const AT_MOST = 10_000;

/** Every object beside a document that it names, given in full with its archived history. */
export function keysBeside(whole: {
  readonly archive?: readonly ArchivedRun[];
  readonly personal: Readonly<Record<string, Personal>>;
}): ReadonlySet<string> {
  const texts = Object.values(whole.personal).flatMap(({ rest }) => rest ?? []);
  return new Set([...(whole.archive ?? []).map(({ key }) => key), ...texts]);
}

/** Removes objects that a document named before an erasure and names no more, and older ones that it never came to name. */
export async function removeLeftOver(
  { clock, besideDocuments }: Pick<Ports, "clock" | "besideDocuments">,
  place: string,
  before: ReadonlySet<string>,
  named: ReadonlySet<string>,
): Promise<void> {
  const longAgo = plusSeconds(toInstant(clock.now()), -LEFT_OVER_SECONDS);
  const old = await besideDocuments.listOlderThan(`${place}/`, longAgo, AT_MOST);
  for (const key of new Set([...before, ...old.map((one) => one.key)])) {
    if (!named.has(key)) await besideDocuments.remove(key);
  }
}
