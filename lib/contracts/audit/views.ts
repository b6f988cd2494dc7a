import * as z from "zod";
import { readWays, shownReasons } from "../../domain/person-data/read.ts";
import { sentInstant } from "../core/text.ts";
import { cursor } from "../core/views.ts";

/** Readings of personal values, an entry per person, complaint, way and hour. */
export const readPage = z
  .strictObject({
    items: z.array(
      z.strictObject({
        number: z.string(),
        projectId: z.string(),
        by: z.string().meta({ description: "Person id" }),
        name: z.string().exactOptional(),
        way: z
          .enum(readWays)
          .meta({ description: "详情, 历史, 附件, 表单 (masked or as they are); 显示, 打电话 (in full)" }),
        reason: z.enum(shownReasons).exactOptional().meta({ description: "What it was shown for" }),
        firstAt: sentInstant,
        lastAt: sentInstant,
        times: z.int().meta({ description: "How often within the hour" }),
      }),
    ),
    cursor,
  })
  .meta({ id: "DataReads" });
