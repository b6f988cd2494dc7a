import type { PaperFacts } from "../../../app/ports/paper-facts.ts";
import { followUpViaWords } from "../../../domain/words/channels.ts";
import {
  endingWords,
  followUpOutcomeWords,
  gradeNamed,
  gradeWords,
} from "../../../domain/words/complaint.ts";
import { choices, eventsOf, filledFrom, signature, textsOf } from "../filled.ts";
import { heading, one, prose, type SheetBlock, two } from "../sheet.ts";

/**
 * 回访记录 (D4, D8): every attempt with its outcome; only one that reached the customer counts, the first such grade is
 * the first follow-up. A reason is compulsory below 满意; neither the handler nor whom it is against may make the call.
 */
export function followUpRecord(facts: PaperFacts): SheetBlock[] {
  const { complaint } = facts;
  const filled = filledFrom(facts);
  return [
    {
      kind: "grid",
      rows: [
        two(["编号", complaint?.registration.number], ["回访时限", filled.at(filled.due("followUp"))]),
        two(["客户", filled.name], ["联系电话", filled.value("phone")]),
        two(["单元号码", filled.unit], ["解决部门", filled.department(complaint?.departmentId)]),
        one("投诉内容", filled.value("matter"), 3),
        one("处理结果", filled.last("resolved"), 3),
      ],
    },
    heading("回访经过", 2),
    {
      kind: "list",
      head: ["次数", "时间", "方式", "结果", "满意度", "不满意原因/客户意见", "回访人"],
      widths: [7, 19, 11, 9, 12, 28, 14],
      centred: [0, 1, 2, 3, 4, 6],
      rows: attempts(facts),
      empty: complaint === undefined || complaint.attempts.length === 0 ? 3 : 0,
    },
    prose(`满意度：${choices(gradeWords)}。“满意”以下须写明原因；三次（跨两天）未接通记为无法回访。`, "note"),
    {
      kind: "grid",
      rows: [
        one("客户其他意见", filled.last("opinionRecorded"), 2),
        one(
          "不满意时的决定",
          choices(
            { reopened: "返单重新处理", explained: endingWords.explained.zh },
            (decision) =>
              (decision === "reopened" && (complaint?.cycle ?? 1) > 1) ||
              (decision === "explained" && complaint?.ending === "explained"),
          ),
        ),
        one("决定理由", filled.last("reopened", "reason") ?? filled.last("closed", "reason"), 2),
        one("回访人", signature),
        one("客户服务经理", signature),
      ],
    },
  ];
}

function attempts(facts: PaperFacts): string[][] {
  const { complaint } = facts;
  if (complaint === undefined) return [];
  const filled = filledFrom(facts);
  return eventsOf(complaint, "followUpAttempted").map((event, index) => [
    String(index + 1),
    filled.at(event.occurredAt) ?? "",
    event.fact.via === undefined ? "" : followUpViaWords[event.fact.via].zh,
    followUpOutcomeWords[event.fact.outcome].zh,
    gradeNamed(event.fact.grade)?.zh ?? "",
    textsOf(complaint, [event], "reason").join(""),
    filled.actor(event.by) ?? "",
  ]);
}
