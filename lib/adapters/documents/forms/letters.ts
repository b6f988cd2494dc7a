import type { PaperFacts } from "../../../app/ports/paper-facts.ts";
import { complaintClasses } from "../../../domain/classification/classes.ts";
import { personalValue } from "../../../domain/complaint/document.ts";
import { standingPlan, writingOf } from "../../../domain/complaint/rules/plans.ts";
import { filledFrom } from "../filled.ts";
import { heading, prose, type SheetBlock } from "../sheet.ts";

const line = "＿＿＿＿＿＿＿＿";
const longLine = "＿".repeat(34);
const day = "＿＿＿＿年＿＿月＿＿日";

/** 投诉处理回复函 (D6): concern and apology, the result, the next measures with their time nodes. */
export function replyLetter(facts: PaperFacts): SheetBlock[] {
  const { complaint } = facts;
  const filled = filledFrom(facts);
  const received = filled.at(complaint?.registration.receivedAt) ?? day;
  const number = complaint?.registration.number ?? line;
  return [
    prose(`尊敬的${filled.name === "匿名" ? "客户" : (filled.name ?? line)}：`, "greeting"),
    prose(
      `您好！您于${received}反映的问题（编号${number}）我们已收悉并进行了调查。感谢您对我们工作的监督，对此事给您带来的不便，我们深表歉意。`,
    ),
    heading("您反映的问题", 2),
    prose(filled.value("matter") ?? `${longLine}\n${longLine}`),
    heading("处理结果", 2),
    prose(result(facts) ?? `${longLine}\n${longLine}\n${longLine}`),
    heading("下一步措施和时间", 2),
    prose(nextSteps(facts)),
    prose(
      "如您对处理结果有不同意见，请随时与我们联系；扫描右上方二维码可以查询办理进度。我们将对您进行回访，听取您的意见。",
    ),
    prose("此致\n敬礼！", "greeting"),
    ...signedBy(facts),
  ];
}

/**
 * 公示回复 (D6): where there is no contact the answer hangs in public. It names the matter by its class only: neither the
 * complainant, nor the flat, nor the words of the complaint stand on it.
 */
export function postedReply(facts: PaperFacts): SheetBlock[] {
  const { complaint } = facts;
  const filled = filledFrom(facts);
  const received = filled.at(complaint?.registration.receivedAt) ?? day;
  const number = complaint?.registration.number ?? line;
  const about = complaint?.classCode === undefined ? line : complaintClasses[complaint.classCode].zh;
  return [
    prose("各位业主、住户：", "greeting"),
    prose(
      `${received}我们收到一件关于“${about}”的投诉（编号${number}）。因未留下联系方式，现将处理情况公示如下。给大家带来的不便，我们深表歉意。`,
    ),
    heading("处理情况", 2),
    prose(posted(facts) ?? `${longLine}\n${longLine}\n${longLine}`),
    heading("下一步措施和时间", 2),
    prose(nextSteps(facts)),
    prose("投诉人或其他住户如有不同意见，请凭上述编号与客户服务部联系。"),
    prose(`公示期：自${day}至${day}`, "greeting"),
    ...signedBy(facts),
  ];
}

/** What was written for the public, else what was told the customer: the result, why it is invalid, the first reply. */
function posted(facts: PaperFacts): string | undefined {
  const notes = facts.complaint?.events.filter(
    ({ fact }) =>
      (fact.type === "replied" || fact.type === "resolved" || fact.type === "invalidExplained") &&
      fact.via === "posted",
  );
  const event = notes?.at(-1);
  if (facts.complaint === undefined || event === undefined) return result(facts);
  return personalValue(facts.complaint, event.seq, "text");
}

function result(facts: PaperFacts): string | undefined {
  const { last } = filledFrom(facts);
  return last("resolved") ?? last("invalidExplained") ?? last("replied");
}

/** Nodes of the plan that are still to come. */
function nextSteps(facts: PaperFacts): string {
  const filled = filledFrom(facts);
  const { complaint } = facts;
  const plan = complaint && standingPlan(complaint);
  const seq = plan && writingOf(complaint, plan)?.seq;
  const text = (id: string) =>
    complaint && seq !== undefined ? personalValue(complaint, seq, `node.${id}`) : undefined;
  const open = (plan?.nodes ?? []).filter(({ doneAt }) => doneAt === undefined);
  if (open.length === 0) return done(facts) ?? `${longLine}\n${longLine}`;
  return open
    .map(({ id, dueAt }, index) => `${index + 1}. ${text(id) ?? ""}（${filled.at(dueAt) ?? ""}前）`)
    .join("\n");
}

/** Nothing is left to do but to hear what the customer thinks of it. */
function done(facts: PaperFacts): string | undefined {
  if (facts.complaint?.resolvedAt === undefined) return undefined;
  const filled = filledFrom(facts);
  const due = filled.at(filled.due("followUp"));
  const ended = "上述处理已经完成，我们将继续关注效果。";
  return due === undefined ? ended : `${ended}我们将在${due}前回访，听取对处理结果的意见。`;
}

function signedBy({ company, project }: PaperFacts): SheetBlock[] {
  return [prose(`${company.name}\n${project?.name ?? line}客户服务部（盖章）\n${day}`, "right")];
}
