import * as z from "zod";

export const rowFault = z.strictObject({
  row: z.int().meta({ description: "As a spreadsheet counts; 1 is the headings" }),
  column: z.string().exactOptional(),
  code: z.string(),
  message: z.strictObject({ zh: z.string(), en: z.string() }),
});
