import { toInstant } from "../../domain/time/instant.ts";
import { shortHash } from "../documents/ids.ts";
import type { Ports } from "../ports/index.ts";

/** What residents do without showing who they are; each is counted for itself. */
export type ThrottledAct = "begin" | "photo" | "send" | "find" | "code" | "write";

/** `default`: so often an hour from one network address (a building may share one), and for one project. */
const limits: Readonly<Record<ThrottledAct, { readonly source: number; readonly project: number }>> = {
  begin: { source: 60, project: 600 },
  photo: { source: 120, project: 1200 },
  /** A whole complaint in one post: a form of the company's own site. */
  send: { source: 30, project: 300 },
  /** Counted by number instead of project: nobody tries out phones. */
  find: { source: 20, project: 20 },
  /** Codes of a text message, from one address; each by itself has its own count. */
  code: { source: 30, project: 30 },
  write: { source: 60, project: 600 },
};

/**
 * Counts the act in its hour, for its source and its project; true if there were too many. An address stands there as a
 * keyed hash only, and is forgotten within two hours.
 */
export async function tooOften(
  { clock, counters, crypto }: Pick<Ports, "clock" | "counters" | "crypto">,
  act: ThrottledAct,
  { address, projectId }: { readonly address: string; readonly projectId: string },
): Promise<boolean> {
  const now = clock.now();
  const hour = toInstant(now).slice(0, 13);
  const until = toInstant(now.add({ hours: 2 }));
  const { source, project } = limits[act];
  const count = (name: string) =>
    counters.hit(`resident#${act}#${shortHash(crypto, `resident:${name}`)}#${hour}`, until);
  // Whoever is held back does not use up what the others of the project have.
  if ((await count(`address:${address}`)) > source) return true;
  return (await count(`project:${projectId}`)) > project;
}
