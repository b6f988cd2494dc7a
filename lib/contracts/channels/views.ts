import * as z from "zod";
import { errorEntry } from "../core/views.ts";

/** Answer to a box round: what was taken in and what was not, by slip. */
export const roundResult = z
  .strictObject({
    accepted: z.array(z.strictObject({ slipId: z.string(), id: z.string(), number: z.string() })),
    refused: z.array(
      z.strictObject({
        slipId: z.string().nullable().meta({ description: "null if the slip has none" }),
        index: z.int().meta({ description: "Position in `slips`, from 0" }),
        code: z.string(),
        detail: z.string(),
        errors: z.array(errorEntry).exactOptional(),
      }),
    ),
  })
  .meta({ id: "BoxRoundResult" });

/** What became of a text message of a complainant. */
export const smsHeard = z
  .strictObject({
    outcome: z.enum(["rated", "message", "registered", "unknown"]),
    number: z.string().exactOptional(),
  })
  .meta({ id: "SmsHeard" });
