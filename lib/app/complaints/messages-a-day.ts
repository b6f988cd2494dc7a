import type { Command } from "../../domain/complaint/commands/index.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { type Instant, localDate } from "../../domain/time/instant.ts";

/** So many messages of a customer one complaint takes in a day of its project (default): a dialogue, not a flood. */
export const MESSAGES_A_DAY = 20;

/** True for one more message of a customer on a day that has had enough of them. */
export function tooManyMessages(complaint: Complaint, { type }: Command, now: Instant): boolean {
  if (type !== "customer-message") return false;
  const { timeZone } = complaint.registration;
  const today = localDate(now, timeZone);
  const taken = complaint.events.filter(
    ({ fact, recordedAt }) => fact.type === "messageReceived" && localDate(recordedAt, timeZone) === today,
  );
  return taken.length >= MESSAGES_A_DAY;
}
