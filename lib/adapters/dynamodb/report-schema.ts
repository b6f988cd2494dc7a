import * as z from "zod";
import type { KeyFigures, ReportEdition, ReportFile, ReportRun } from "../../app/reports/run.ts";
import { count, instant, type Shape, text } from "./shape.ts";

/** A run's item: what never changes, and beside it what is added while it goes on. */
export const runItem = z
  .object({
    run: z.strictObject({
      id: text,
      month: text,
      asOf: instant,
      startedAt: instant,
      startedBy: text,
      projectIds: z.array(text),
    } satisfies Shape<Omit<ReportRun, "doneProjectIds" | "edition" | "finishedAt">>),
    /** A DynamoDB string set; an empty one does not exist. */
    done: z.set(text).default(new Set<string>()),
    edition: z.int().min(1).exactOptional(),
    finishedAt: instant.exactOptional(),
  })
  .transform(
    ({ run, done, edition, finishedAt }): ReportRun => ({
      ...run,
      doneProjectIds: run.projectIds.filter((id) => done.has(id)),
      ...(edition === undefined ? {} : { edition }),
      ...(finishedAt === undefined ? {} : { finishedAt }),
    }),
  );

const file = {
  name: text,
  key: text,
  size: count,
  sha256: text,
  contentType: text,
} satisfies Shape<ReportFile>;

const rate = z.number().nullable();
const figures = {
  received: count,
  done: count,
  open: count,
  handlingRate: rate,
  timelyRate: rate,
  firstFollowUpSatisfaction: rate,
} satisfies Shape<KeyFigures>;

export const editionSchema: z.ZodType<ReportEdition> = z.strictObject({
  month: text,
  edition: z.int().min(1),
  runId: text,
  asOf: instant,
  madeAt: instant,
  files: z.array(z.strictObject(file)),
  figures: z.strictObject(figures),
} satisfies Shape<ReportEdition>);
