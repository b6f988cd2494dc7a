import { reachedNobody } from "../../domain/clocks/audience.ts";
import { type Clock, isSameClock } from "../../domain/clocks/clock.ts";
import type { StoredEvent } from "../../domain/complaint/events.ts";
import { LATE_AFTER_SECONDS } from "../../domain/complaint/rules/rungs.ts";
import type { GroupFact } from "../../domain/groups/events.ts";
import type { Ports } from "../ports/index.ts";

type Recorded = Pick<StoredEvent | StoredEvent<GroupFact>, "fact" | "commandId">;

/**
 * Counts the rungs that this command decided. Only its own: after a lost race the document may hold rungs that another
 * timer decided and counted.
 */
export function countRungs(
  { telemetry }: Pick<Ports, "telemetry">,
  { clocks, events }: { readonly clocks: readonly Clock[]; readonly events: readonly Recorded[] },
  own: string,
): void {
  for (const { fact, commandId } of events) {
    if (fact.type !== "rungDecided" || commandId !== own) continue;
    const rungs = clocks.find((clock) => isSameClock(clock, fact))?.rungs ?? [];
    telemetry.count("RungsDecided");
    // 0 or 1 for every rung, so that the average is the share that was late.
    telemetry.count("RungsLate", fact.lateBy > LATE_AFTER_SECONDS ? 1 : 0);
    if (reachedNobody(fact, rungs)) telemetry.count("RungsWithoutRecipient");
  }
}
