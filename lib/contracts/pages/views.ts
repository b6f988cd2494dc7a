import * as z from "zod";
import { sentInstant } from "../core/text.ts";

/** What the pages must know before anybody has signed in. */
export const webConfigView = z
  .strictObject({
    stage: z.string(),
    publicUrl: z.url().meta({ description: "Pages opened under another origin go here first" }),
    now: sentInstant.meta({ description: "The server's time: clocks of phones may be wrong" }),
    oidc: z.strictObject({
      issuer: z.url(),
      clientId: z.string(),
      scope: z.string(),
      authorize: z
        .record(z.string(), z.string())
        .meta({ description: "Further parameters of the sign-in address" }),
    }),
  })
  .meta({ id: "WebConfig" });
