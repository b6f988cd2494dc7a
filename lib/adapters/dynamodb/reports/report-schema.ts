import * as z from "zod";
import type {
  Contested,
  Correction,
  KeyFigures,
  MissingProject,
  ReportEdition,
  ReportFile,
  ReportRun,
  ReportSpan,
  Submitted,
} from "../../../app/ports/report-run.ts";
import { defined } from "../../../domain/present.ts";
import type { FigureChange } from "../../../domain/statistics/index.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";

export const span = z.looseObject({ from: text, to: text } satisfies Shape<ReportSpan>);

/** What a run is from its start; the rest of its item is added while it goes on. */
type RunBegan = Omit<ReportRun, "doneProjectIds" | "failures" | "edition" | "built" | "finishedAt">;

export const runItem = z
  .object({
    run: z.looseObject({
      id: text,
      month: text,
      span: span.exactOptional(),
      only: text.exactOptional(),
      bulletin: z.literal(true).exactOptional(),
      delivery: z.enum(["day", "week"]).exactOptional(),
      asOf: instant,
      recordedUntil: instant.exactOptional(),
      startedAt: instant,
      startedBy: text,
      projectIds: z.array(text),
    } satisfies Shape<RunBegan>),
    /** A DynamoDB string set; an empty one does not exist. */
    done: z.set(text).default(new Set<string>()),
    attempts: z.record(text, z.int().min(1)),
    errors: z.record(text, text),
    edition: z.int().min(1).exactOptional(),
    built: count.exactOptional(),
    finishedAt: instant.exactOptional(),
  })
  .transform(
    ({ run, done, attempts, errors, edition, built, finishedAt }): ReportRun => ({
      ...run,
      doneProjectIds: run.projectIds.filter((id) => done.has(id)),
      failures: Object.fromEntries(
        Object.entries(attempts).map(([id, times]) => [id, { attempts: times, error: errors[id] ?? "" }]),
      ),
      ...defined({ edition, built, finishedAt }),
    }),
  );

const file = {
  projectId: text.exactOptional(),
  name: text,
  key: text,
  size: count,
  sha256: text,
  contentType: text,
} satisfies Shape<ReportFile>;

const rate = z.number().nullable();
export const figures = {
  received: count,
  done: count,
  open: count,
  handlingRate: rate,
  timelyRate: rate,
  firstFollowUpSatisfaction: rate,
} satisfies Shape<KeyFigures>;

const figureChange = {
  row: text,
  column: z.enum(["B", "C", "D", "E", "J", "K", "M", "P", "Q", "S"]),
  from: count,
  to: count,
} satisfies Shape<FigureChange>;

const missing = {
  projectId: text,
  name: text,
  reason: z.enum(["failed", "not-in-time"]),
  error: text.exactOptional(),
} satisfies Shape<MissingProject>;

export const editionSchema: z.ZodType<ReportEdition> = z.looseObject({
  month: text,
  edition: z.int().min(1),
  runId: text,
  span: span.exactOptional(),
  only: text.exactOptional(),
  bulletin: z.literal(true).exactOptional(),
  asOf: instant,
  recordedUntil: instant.exactOptional(),
  madeAt: instant,
  issuedBy: text,
  projectIds: z.array(text),
  missing: z.array(z.looseObject(missing)),
  files: z.array(z.looseObject(file)),
  attached: z.array(text).exactOptional(),
  figures: z.looseObject(figures),
  submitted: z.looseObject({
    inTime: z.array(text),
    late: z.array(text),
    missing: z.array(text),
  } satisfies Shape<Submitted>),
  contested: z
    .looseObject({
      upheld: count,
      rejected: count,
      pending: count,
      figures: z.looseObject(figures),
    } satisfies Shape<Contested>)
    .exactOptional(),
  correction: z
    .looseObject({
      of: z.int().min(1),
      figures: z.array(z.looseObject(figureChange)),
      complaints: count,
    } satisfies Shape<Correction>)
    .exactOptional(),
  masked: count.exactOptional(),
} satisfies Shape<ReportEdition>);
