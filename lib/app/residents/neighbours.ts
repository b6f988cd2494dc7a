import { defined } from "../../domain/present.ts";
import {
  isOfBuilding,
  type Neighbours,
  neighboursIn,
  sharedPointOf,
} from "../../domain/residents/neighbours.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import type { DraftAnswers } from "../ports/drafts.ts";
import type { Ports } from "../ports/index.ts";

/** Complaints of one problem point that are looked at; the open ones of a building are among the latest. */
const LOOKED_AT = 1000;
const LOADED = 60;
const DAYS = 30;
const DAY = 86_400;

/** Open complaints of the same problem point and building, counted; undefined where there is none, or no building is known. */
export async function findNeighbours(
  { clock, complaints }: Pick<Ports, "clock" | "complaints">,
  projectId: string,
  { matter, building, unit, room }: DraftAnswers,
): Promise<Neighbours | undefined> {
  const code = sharedPointOf(matter);
  if (code === undefined || building === undefined) return undefined;
  const now = toInstant(clock.now());
  const window = { from: plusSeconds(now, -DAYS * DAY), to: now };
  const seen = await Promise.all(
    [false, true].map((taken) => complaints.sightings(projectId, code, { ...window, taken }, LOOKED_AT)),
  );
  const ids = seen
    .flat()
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
    .filter((one) => isOfBuilding(one.building, { building }))
    .map(({ complaintId }) => complaintId);
  return neighboursIn(await complaints.loadMany(ids.slice(-LOADED)), {
    code,
    now,
    location: defined({ building, unit, room }),
  });
}
