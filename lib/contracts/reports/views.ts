import * as z from "zod";
import { month, sentInstant } from "../core/text.ts";

const rate = z.number().nullable().meta({ description: "null where the denominator is 0" });

const keyFigures = z.strictObject({
  received: z.int(),
  done: z.int(),
  open: z.int(),
  handlingRate: rate,
  timelyRate: rate,
  firstFollowUpSatisfaction: rate,
});

const ruledFigures = keyFigures.extend({ companyReceived: z.int(), valid: z.int() });

const reportProgress = {
  id: z.string(),
  state: z.enum(["running", "done", "failed"]),
  done: z.int(),
  total: z.int(),
  result: z.strictObject({ month, edition: z.int() }).exactOptional(),
  errors: z.array(z.string()),
} as const;

/** The builds of a month and the editions of its files, newest first. */
export const reportList = z
  .strictObject({
    month,
    months: z.array(month).meta({ description: "Every month that may have files, the newest first" }),
    runs: z
      .array(
        z.strictObject({
          ...reportProgress,
          startedAt: sentInstant,
          startedBy: z.string(),
          asOf: sentInstant,
          recordedUntil: sentInstant,
          from: z.string().exactOptional(),
          to: z.string().exactOptional(),
        }),
      )
      .meta({ description: "Builds of the month, the last one first" }),
    editions: z.array(
      z.strictObject({
        edition: z.int(),
        stage: z
          .enum(["interim", "preliminary", "bulletin", "rebuilt"])
          .meta({ description: "期中版, 初步版, 通报版, 重编版" }),
        from: z.string().exactOptional(),
        to: z.string().exactOptional(),
        projectId: z.string().exactOptional(),
        asOf: sentInstant.meta({ description: "截止到: nothing that happened later counts" }),
        recordedUntil: sentInstant.meta({ description: "收录至: nothing that was recorded later counts" }),
        madeAt: sentInstant,
        issuedBy: z.string(),
        projectIds: z.array(z.string()),
        missing: z
          .array(
            z.strictObject({
              projectId: z.string(),
              name: z.string(),
              reason: z.enum(["failed", "not-in-time"]),
              error: z.string().exactOptional(),
            }),
          )
          .meta({ description: "Projects that could not be counted; they follow in a later edition" }),
        figures: keyFigures,
        submitted: z
          .strictObject({
            inTime: z.array(z.string()),
            late: z.array(z.string()),
            missing: z.array(z.string()),
          })
          .meta({ description: "Projects by how their submission stood when the edition was issued" }),
        contested: z
          .strictObject({ upheld: z.int(), rejected: z.int(), pending: z.int(), figures: keyFigures })
          .exactOptional()
          .meta({ description: "Contested cases, and the figures without those upheld" }),
        bulletin: z.literal(true).exactOptional(),
        correction: z
          .strictObject({
            of: z.int(),
            figures: z.array(
              z.strictObject({ row: z.string(), column: z.string(), from: z.int(), to: z.int() }),
            ),
            complaints: z.int(),
          })
          .exactOptional()
          .meta({ description: "What changed since edition `of`; the changes file has the whole list" }),
        files: z.array(
          z.strictObject({
            projectId: z.string().exactOptional().meta({ description: "The one project it is about" }),
            name: z.string(),
            title: z.string().meta({ description: "What it is saved as, in Chinese" }),
            size: z.int(),
            sha256: z.string(),
            contentType: z.string(),
            url: z.string().meta({ description: "Works for 15 minutes" }),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "ReportList" });

/** The bulletin as words, part by part; the chart stands between them in the file. */
export const bulletinPreview = z
  .strictObject({
    edition: z.int().meta({ description: "Whose figures it says: the company's newest" }),
    asOf: sentInstant,
    recordedUntil: sentInstant,
    year: z.int(),
    number: z.int().meta({ description: "第 n 期" }),
    title: z.string(),
    subtitle: z.string(),
    hot: z
      .array(z.strictObject({ projectId: z.string(), name: z.string(), received: z.int(), text: z.string() }))
      .meta({ description: "Projects with a paragraph; headquarters' own text where there is one" }),
    rulings: z
      .strictObject({
        upheld: z.int(),
        rejected: z.int(),
        pending: z.int(),
        before: ruledFigures,
        after: ruledFigures,
      })
      .exactOptional()
      .meta({ description: "Figures as counted, and without the cases whose objection was upheld" }),
    blocks: z.array(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("heading"), text: z.string(), level: z.int() }),
        z.strictObject({ kind: z.literal("prose"), text: z.string(), style: z.string().exactOptional() }),
        z.strictObject({
          kind: z.literal("list"),
          head: z.array(z.string()),
          rows: z.array(z.array(z.string())),
        }),
      ]),
    ),
  })
  .meta({ id: "BulletinPreview" });
