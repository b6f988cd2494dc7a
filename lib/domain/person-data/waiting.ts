import type { Post } from "../organisation/organisation.ts";
import { type Instant, instantAt, localDate, millisecondsOf } from "../time/instant.ts";
import type { PersonDataRequest } from "./request.ts";

/** A rung of a request that nobody acts on: who hears of it, once. */
export interface WaitingRung {
  /** `asked`, `near`, or `late-<local date>`. */
  readonly id: string;
  readonly posts: readonly Post[];
}

/** `default`: reminded when so much of the time is gone. */
const NEAR = 0.8;

/**
 * The rung that a request has come to (`default`): at once whoever decides on the project's requests, near the limit and at
 * it headquarters too, after it again each day. None once somebody has acted.
 */
export function waitingRung(
  { askedAt, dueAt, decided, job }: Pick<PersonDataRequest, "askedAt" | "dueAt" | "decided" | "job">,
  now: Instant,
  timeZone: string,
): WaitingRung | undefined {
  if (decided !== undefined || job !== undefined) return undefined;
  const from = millisecondsOf(askedAt);
  const near = instantAt(Math.round(from + NEAR * (millisecondsOf(dueAt) - from)));
  if (now < near) return { id: "asked", posts: ["project-manager"] };
  if (now < dueAt) return { id: "near", posts: ["project-manager", "headquarters"] };
  return {
    id: `late-${localDate(now, timeZone)}`,
    posts: ["project-manager", "region", "headquarters"],
  };
}
