import * as z from "zod";

export const healthView = z
  .strictObject({ status: z.literal("up"), version: z.string(), schema: z.int() })
  .meta({ id: "Health" });

export const openApiView = z.looseObject({ openapi: z.string() });
