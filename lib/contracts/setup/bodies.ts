import * as z from "zod";
import { email, line } from "../core/text.ts";
import { projectFacts, projectId, timeZone } from "../organisation/bodies.ts";

/** `POST /setup`: an installation's first company, project and administrator. */
export const setupBody = z
  .strictObject({
    code: line(60).meta({ description: "The one-time code of `npm run ops -- setup-code`" }),
    company: z.strictObject({ name: line(100), timeZone }),
    project: z.strictObject({ id: projectId, ...projectFacts }),
    me: z.strictObject({ name: line(100), email, phone: line(30).exactOptional() }),
  })
  .meta({ id: "SetupEntry" });
