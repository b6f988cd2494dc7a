import * as z from "zod";
import { serviceNames, testedWays } from "../../domain/services/terms.ts";
import { sentInstant } from "../core/text.ts";

export const serviceList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        service: z.enum(serviceNames),
        isSet: z.boolean(),
        isOn: z
          .boolean()
          .exactOptional()
          .meta({ description: "Whether messages go this way (noticeAdapters); absent for a mailbox" }),
        shown: z
          .record(z.string(), z.union([z.string(), z.number()]))
          .exactOptional()
          .meta({ description: "What is not secret; absent where it was set up by command" }),
        changedAt: sentInstant.exactOptional(),
        changedBy: z.string().exactOptional(),
      }),
    ),
  })
  .meta({ id: "Services" });

export const serviceTest = z
  .strictObject({
    id: z.string(),
    way: z.enum(testedWays),
    askedAt: sentInstant,
    state: z.enum(["waiting", "sent", "failed"]),
    reason: z.string().exactOptional().meta({ description: "What the service said" }),
  })
  .meta({ id: "ServiceTest" });
