import * as z from "zod";
import { line } from "../core/text.ts";

/** The secret of the complainant's tracking link. */
export const trackingQuery = z.strictObject({
  secret: line(100),
  lang: z.string().exactOptional().meta({ description: "zh or en, of a page" }),
  text: z.string().exactOptional().meta({ description: "`large`: 大字版 of a page" }),
});
