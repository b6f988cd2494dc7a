import * as z from "zod";
import { statuses } from "../../domain/complaint/document.ts";
import { sentInstant } from "../core/text.ts";
import { clockSummary } from "../core/views.ts";

/** What the complainant sees with number and secret. */
export const trackingView = z
  .strictObject({
    number: z.string(),
    project: z.string().exactOptional(),
    status: z.enum(statuses),
    receivedAt: sentInstant,
    clocks: z.array(clockSummary),
    replies: z.array(
      z.strictObject({
        at: sentInstant,
        kind: z.enum(["reply", "result"]),
        text: z.string().exactOptional(),
      }),
    ),
    closedAt: sentInstant.exactOptional(),
  })
  .meta({ id: "Tracking" });
