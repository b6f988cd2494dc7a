import type * as z from "zod";
import { clockSummaries } from "../../../app/complaints/clock-view.ts";
import { trackingUrl } from "../../../app/complaints/tracking.ts";
import type { Ports } from "../../../app/ports/index.ts";
import type { registered } from "../../../contracts/complaints/registered.ts";
import type { Complaint } from "../../../domain/complaint/document.ts";

/** Answer to a registered complaint. */
export function registeredView(
  ports: Pick<Ports, "crypto" | "publicUrl">,
  complaint: Complaint,
): z.output<typeof registered> {
  return {
    id: complaint.registration.id,
    number: complaint.registration.number,
    trackingUrl: trackingUrl(ports, complaint),
    clocks: clockSummaries(complaint),
  };
}
