import * as z from "zod";
import { type CompanyFunction, companyFunctionList } from "../../domain/submissions/company-texts.ts";
import {
  type SectionField,
  type SectionName,
  sectionFields,
  sectionList,
} from "../../domain/submissions/sections.ts";
import { contestReasons } from "../../domain/submissions/submission.ts";
import { id, text } from "../core/text.ts";

/** All texts of a submission together have at most so many characters: the document has room for no more. */
const ALL_TEXTS = 20_000;

const sectionTexts = z
  .partialRecord(z.enum(sectionFields satisfies readonly SectionField[]), text(2000))
  .meta({ description: "进展阶段, 措施, 效果, 存在问题 (D7)" });

const sections = z
  .partialRecord(z.enum(sectionList satisfies readonly SectionName[]), sectionTexts)
  .meta({ description: "D7's sections per project and D8's texts" });

/** `PUT /reports/{month}/submissions/{projectId}`: the whole of the project's texts. */
export const submissionBody = z
  .strictObject({
    version: z
      .int()
      .min(1)
      .exactOptional()
      .meta({ description: "The version that was seen; refused if stale" }),
    sections: sections
      .refine((given) => JSON.stringify(given).length <= ALL_TEXTS, { params: { rule: "too-long" } })
      .default({}),
    confirm: z.boolean().default(false).meta({ description: "确认上报" }),
  })
  .meta({ id: "SubmissionBody" });

const work = z
  .partialRecord(z.enum(companyFunctionList satisfies readonly CompanyFunction[]), text(2000))
  .meta({ description: "公司重点工作, 人力资源, 品质管理, 经营管理, 其他 (D7)" });

/** `PUT /reports/{month}/company-texts`: the whole of what headquarters say. */
export const companyTextsBody = z
  .strictObject({
    version: z
      .int()
      .min(0)
      .exactOptional()
      .meta({ description: "The version that was seen, 0 for none; refused if stale" }),
    issue: z.int().min(1).max(9999).exactOptional().meta({ description: "第 n 期; else the month's number" }),
    bulletin: z
      .strictObject({
        year: z.int().min(2000).max(2199).exactOptional(),
        number: z.int().min(1).max(9999).exactOptional(),
        title: text(80).exactOptional(),
      })
      .exactOptional()
      .meta({
        description: "[year] 第 n 期 and title of the bulletin (D14); a number is refused if another has it",
      }),
    hot: z.record(id, text(2000)).exactOptional().meta({
      description: "Paragraph and advice for a hot project of the bulletin, instead of the prefilled one",
    }),
    sections: work.default({}),
  })
  .meta({ id: "CompanyTextsBody" });

export const reason = z.enum(contestReasons).meta({ description: "非我方责任, 重复, 恶意" });

/** `PUT …/contests/{number}` */
export const contestBody = z.strictObject({ reason, text: text(500) }).meta({ id: "ContestBody" });

/** `PUT …/contests/{number}/ruling` */
export const rulingBody = z.strictObject({ upheld: z.boolean(), text: text(500) }).meta({ id: "RulingBody" });
