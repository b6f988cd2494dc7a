import * as z from "zod";
import { id, instant, localDate, month } from "../core/text.ts";

/**
 * `POST /reports/{month}/build`: the whole company, or one project, as of now or an earlier cut-off; over the month's own
 * period or from one local date to another, both included.
 */
export const buildBody = z
  .strictObject({
    asOf: instant.exactOptional().meta({
      description:
        "截止到: nothing that happened later counts; nor what was recorded later, unless recordedUntil says so",
    }),
    recordedUntil: instant.exactOptional().meta({
      description:
        "收录至: what was recorded until then counts, late records of the period too; default asOf, else now",
    }),
    from: localDate.exactOptional(),
    to: localDate.exactOptional(),
    projectId: id.exactOptional(),
    bulletin: z.literal(true).exactOptional().meta({
      description:
        "通报版 (D14): the bulletin's own edition, announced to every office; the company's, of a period that has ended",
    }),
  })
  .refine(
    ({ bulletin, projectId }) => bulletin === undefined || projectId === undefined,
    "通报是全公司的，不能只含一个项目 · the bulletin is the company's; it cannot be one project's",
  )
  .meta({ id: "ReportBuild" });

/** The files of one month; without it those of the month that ended last. */
export const reportQuery = z.strictObject({ month: month.exactOptional() });
