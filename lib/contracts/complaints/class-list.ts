import * as z from "zod";

/** One complaint for a person whose posts reach its project. */
/** K8.3-F2's problem points (投诉点) with their views. */
export const classList = z
  .strictObject({
    version: z.string(),
    viewsVersion: z.string(),
    items: z.array(
      z.strictObject({
        code: z.string(),
        zh: z.string(),
        en: z.string(),
        estate: z.string().meta({ description: "Row of the monthly sheet (D1)" }),
        plan: z.string().meta({ description: "Class of D2" }),
        tier: z.string().meta({ description: "Class of D13" }),
        service: z.string().meta({ description: "基础服务 or 地产相关 (D8)" }),
      }),
    ),
  })
  .meta({ id: "ClassList" });
