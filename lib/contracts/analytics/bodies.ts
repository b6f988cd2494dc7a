import * as z from "zod";
import { type AnalyticsView, analyticsViewNames } from "../../domain/analytics/views.ts";
import { treeLevels } from "../../domain/organisation/tree.ts";
import { cursor, limit } from "../core/queries.ts";
import { line, localDate, month } from "../core/text.ts";

const period = {
  month: month.exactOptional().meta({ description: "Absent: the period that runs" }),
  from: localDate.exactOptional(),
  to: localDate.exactOptional(),
  edition: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .exactOptional()
    .meta({
      description:
        "An issued edition of the month: exactly the figures of its files. Absent: as recorded until now",
    }),
  level: z
    .enum(treeLevels)
    .exactOptional()
    .meta({ description: "Absent: whatever of the tree is the reader's" }),
  scope: line(200)
    .exactOptional()
    .meta({ description: "Name of the region or city, id of the project; with level only" }),
};

/** `GET /analytics/{view}`: what is counted, over which part of the tree. */
export const analyticsQuery = z.strictObject(period);

/** One number of a view, opened. */
export const figureQuery = z.strictObject({
  ...period,
  row: line(400).exactOptional().meta({ description: "Key of a row; absent: the total" }),
  column: line(40).meta({ description: "Key of a column" }),
  cursor: cursor.exactOptional(),
  limit: limit.exactOptional(),
});

export const analyticsView = z.enum(analyticsViewNames satisfies readonly AnalyticsView[]);
