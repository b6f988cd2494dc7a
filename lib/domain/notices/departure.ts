import { fromInstant, type Instant, instantAt, secondsBetween } from "../time/instant.ts";
import type { NoticePlan, NoticeTemplate } from "./notice.ts";

/** Seconds until a message goes, and what goes with it to the same person. */
export interface Departure {
  readonly delaySeconds: number;
  readonly bundle?: string;
}

/** What is only to come: nobody waits for the minute, and several of one minute are one message. */
const bundled: readonly NoticeTemplate[] = ["reminder", "new-complaint", "group-reminder"];

interface Leaving {
  readonly now: Instant;
  /** The command whose events ask for it. */
  readonly commandId: string;
  /** Safety, 紧急, A and B wait for nothing. */
  readonly presses: boolean;
  /** 0: only what one decision asks for goes together. */
  readonly bundleSeconds: number;
  /** How long it waits so that not everybody's mail leaves in one second. */
  readonly spreadSeconds: number;
}

/**
 * When a message leaves. News and reminders of one person within `bundleSeconds` leave together at their end; where it
 * presses, those of one decision leave together at once. Anything else leaves by itself.
 */
export function departureOf(
  { template, recipient, adapter }: Pick<NoticePlan, "template" | "recipient" | "adapter">,
  { now, commandId, presses, bundleSeconds, spreadSeconds }: Leaving,
): Departure {
  if (recipient.kind !== "person" || !bundled.includes(template)) return { delaySeconds: spreadSeconds };
  const whom = `${recipient.id}#${adapter}`;
  if (presses || bundleSeconds === 0)
    return { delaySeconds: presses ? 0 : spreadSeconds, bundle: `${whom}#${commandId}` };
  const window = bundleSeconds * 1000;
  const earliest = fromInstant(now).epochMilliseconds + spreadSeconds * 1000;
  const end = instantAt((Math.floor(earliest / window) + 1) * window);
  return { delaySeconds: secondsBetween(now, end), bundle: `${whom}#${end}` };
}
