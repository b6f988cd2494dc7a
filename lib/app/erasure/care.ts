import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { eachOf } from "../paging/pages.ts";
import type { Ports } from "../ports/index.ts";
import { carryOnPersonData } from "./job.ts";
import { keepNoLonger, type RetentionPorts } from "./retention.ts";
import { tellOfRequests } from "./waiting.ts";

type CarePorts = RetentionPorts & Pick<Ports, "notices" | "noticeQueue" | "zip">;

/** The function has a quarter of an hour; what is left goes on with the next run. */
const SECONDS = 600;

/** What a run came to: requests that nobody acted on, those carried on, records removed for their age. */
export interface CareResult {
  readonly waiting: number;
  readonly carriedOn: number;
  readonly removed: number;
}

/**
 * Looks after requests about the own data and after what is kept too long: tells of those that wait, carries on those that were
 * begun, and once a night removes what the policy keeps no longer. One that fails is logged and holds up no other.
 */
export async function careForPersonData(ports: CarePorts): Promise<CareResult> {
  const until = plusSeconds(toInstant(ports.clock.now()), SECONDS);
  const open = [];
  for await (const request of eachOf((page) => ports.personRequests.list(page)))
    if (request.decided === undefined) open.push(request);
  const waiting = await tellOfRequests(ports, open);
  let carriedOn = 0;
  const failures: unknown[] = [];
  for (const request of open) {
    if (request.job === undefined || toInstant(ports.clock.now()) >= until) continue;
    try {
      const after = await carryOnPersonData(ports, request, until);
      if (after.version !== request.version) carriedOn += 1;
    } catch (cause) {
      ports.telemetry.error(
        "a request about personal data could not be carried on",
        { id: request.id },
        cause,
      );
      failures.push(cause);
    }
  }
  const report = await keepNoLonger(ports);
  // The run counts as failed, so that people hear of it; all else has been done.
  if (failures.length > 0) throw failures[0];
  const removed = Object.values(report?.removed ?? {}).reduce((sum, count) => sum + count, 0);
  return { waiting, carriedOn, removed };
}
