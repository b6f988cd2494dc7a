import type { PaperFacts } from "../../../app/ports/paper-facts.ts";
import { replyViaWords } from "../../../domain/words/channels.ts";
import { difficultyWords } from "../../../domain/words/complaint.ts";
import { choices, filledFrom, signature } from "../filled.ts";
import { heading, one, type SheetBlock, two } from "../sheet.ts";

/**
 * 处理方案: the written solution after the investigation, reported to the superior and to the complainant (D9), with its time
 * nodes (D2) and the assessment before settling (D12).
 */
export function handlingPlan(facts: PaperFacts): SheetBlock[] {
  const { complaint } = facts;
  const registration = complaint?.registration;
  const filled = filledFrom(facts);
  const agreed = complaint?.events.findLast(({ fact }) => fact.type === "planAgreed")?.fact;
  const plan = complaint?.plan;
  const via = agreed?.type === "planAgreed" && plan?.agreedAt !== undefined ? agreed.via : undefined;
  return [
    {
      kind: "grid",
      rows: [
        two(["编号", registration?.number], ["方案日期", filled.at(plan?.writtenAt)]),
        two(["投诉人", filled.name], ["单元号码", filled.unit]),
        two(
          ["责任部门", filled.department(complaint?.departmentId)],
          ["处理责任人", filled.person(complaint?.handlerId)],
        ),
        one("投诉内容", filled.value("matter"), 3),
        one(
          "调查核实情况",
          filled.texts("stepRecorded", ({ fact }) => fact.step === "investigate"),
          2,
        ),
        two(
          ["处理难度", choices(difficultyWords, (difficulty) => difficulty === complaint?.difficulty)],
          ["合理性评估", filled.last("judged", "reason")],
        ),
        one("解决方案", filled.last("planWritten"), 4),
      ],
    },
    heading("时间节点", 2),
    {
      kind: "list",
      head: ["序号", "措施", "完成时限", "完成情况"],
      widths: [8, 46, 24, 22],
      centred: [0, 2, 3],
      rows: nodes(facts),
      empty: plan === undefined ? 4 : 0,
    },
    {
      kind: "grid",
      rows: [
        one(
          "专业意见",
          filled.texts("stepRecorded", ({ fact }) => fact.step === "consult"),
          2,
        ),
        one(
          "领导指示",
          filled.texts("stepRecorded", ({ fact }) => fact.step === "instruct"),
          2,
        ),
        one("上级审批", approved(facts) ?? signature),
        two(
          ["客户意见", `${plan?.agreedAt === undefined ? "☐" : "☑"}同意　☐不同意`],
          ["协商方式", choices(replyViaWords, (one) => one === via)],
        ),
        one("客户确认", signature),
      ],
    },
  ];
}

function nodes(facts: PaperFacts): string[][] {
  const { complaint } = facts;
  const filled = filledFrom(facts);
  return (complaint?.plan?.nodes ?? []).map(({ id, dueAt, doneAt }, index) => [
    String(index + 1),
    filled.last("planWritten", `node.${id}`) ?? "",
    filled.at(dueAt) ?? "",
    doneAt === undefined ? "" : `已完成\n${filled.at(doneAt) ?? ""}`,
  ]);
}

function approved(facts: PaperFacts): string | undefined {
  // An earlier plan's approval is not this one's.
  if (facts.complaint?.plan?.approvedAt === undefined) return undefined;
  const event = facts.complaint.events.findLast(({ fact }) => fact.type === "planApproved");
  if (event === undefined) return undefined;
  const filled = filledFrom(facts);
  return `${filled.actor(event.by) ?? ""}　${filled.at(event.occurredAt) ?? ""}　批准`;
}
