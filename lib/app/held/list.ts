import type { Person } from "../../domain/organisation/organisation.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import type { HeldCommand } from "../ports/held.ts";
import type { Ports } from "../ports/index.ts";

/** What has left is told so long, so that a page that was closed and opened again can say it. */
const TOLD_SECONDS = 120;

/** A person's held commands that somebody should see: on their way, refused, or just left. */
export async function justNow(
  { held, clock }: Pick<Ports, "held" | "clock">,
  person: Person,
): Promise<readonly HeldCommand[]> {
  const since = plusSeconds(toInstant(clock.now()), -TOLD_SECONDS);
  return (await held.ofPerson(person.id)).filter((one) => {
    switch (one.state) {
      case "waiting":
      case "leaving":
      case "refused":
        return true;
      case "left":
        return one.leavesAt >= since;
      case "called-back":
        return false;
    }
  });
}
