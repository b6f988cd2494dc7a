import * as z from "zod";
import { channelNames } from "../../domain/classification/sources.ts";
import { levels, validities } from "../../domain/complaint/events.ts";
import { classCode } from "../complaints/bodies.ts";
import { sentInstant } from "../core/text.ts";
import { cursor } from "../core/views.ts";

/** A view's figures: rows by columns, all named in the reader's language. */
export const analyticsTable = z
  .strictObject({
    view: z.string(),
    title: z.string(),
    from: z.string().meta({ description: "First local day of the period" }),
    to: z.string().meta({ description: "Last local day, included" }),
    asOf: sentInstant.meta({ description: "截止到: nothing that happened later counts" }),
    recordedUntil: sentInstant.meta({ description: "收录至: nothing that was recorded later counts" }),
    edition: z.int().exactOptional(),
    projects: z.array(z.string()).meta({ description: "Ids of the projects that are counted" }),
    columns: z.array(
      z.strictObject({
        key: z.string(),
        label: z.string(),
        unit: z.enum(["count", "rate", "hours", "ratio"]).meta({
          description:
            "count: complaints; rate: a fraction; hours: natural hours; ratio: complaints per thousand households or 10,000 m²",
        }),
      }),
    ),
    rows: z.array(
      z.strictObject({
        key: z.string(),
        label: z.string(),
        figures: z
          .record(z.string(), z.number().nullable())
          .meta({ description: "By column; null where there is nothing to divide by or to measure" }),
        unrecorded: z.literal(true).exactOptional().meta({
          description:
            "A month before the first record: nothing is known of it, its figures are null and no zeros",
        }),
        closed: z.literal(true).exactOptional().meta({
          description: "Counts projects beyond the reader's part of the tree: its figures open nothing",
        }),
      }),
    ),
  })
  .meta({ id: "AnalyticsTable" });

/** The complaints behind one number. */
export const figureComplaints = z
  .strictObject({
    total: z.int().meta({ description: "On all pages" }),
    items: z.array(
      z.strictObject({
        id: z.string(),
        number: z.string(),
        projectId: z.string(),
        channel: z.enum(channelNames),
        receivedAt: sentInstant,
        dueAt: sentInstant,
        completedAt: sentInstant.exactOptional(),
        classCode: classCode.exactOptional(),
        level: z.enum(levels).exactOptional(),
        validity: z.enum(validities).exactOptional(),
      }),
    ),
    cursor,
  })
  .meta({ id: "FigureComplaints" });
