import type * as z from "zod";
import { clockSummaries } from "../../../app/complaints/clock-view.ts";
import { trackingUrl } from "../../../app/complaints/tracking.ts";
import type { Ports } from "../../../app/ports/index.ts";
import type * as contracts from "../../../contracts/complaints/registered.ts";
import type { Complaint } from "../../../domain/complaint/document.ts";

/** Answer to a channel: it passes the link on to the complainant. */
export function registeredView(
  ports: Pick<Ports, "crypto" | "publicUrl">,
  complaint: Complaint,
): z.output<typeof contracts.registered> {
  return { ...registeredAtDesk(complaint), trackingUrl: trackingUrl(ports, complaint) };
}

/** Answer to the desk, without the complainant's secret. */
export function registeredAtDesk(complaint: Complaint): z.output<typeof contracts.registeredAtDesk> {
  const { id, number } = complaint.registration;
  return { id, number, clocks: clockSummaries(complaint) };
}
