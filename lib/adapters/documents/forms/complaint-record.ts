import type { PaperFacts } from "../../../app/ports/paper-facts.ts";
import { channelWords } from "../../../domain/words/channels.ts";
import {
  complainantKindWords,
  levelLabels,
  recordKindWords,
  validityWords,
} from "../../../domain/words/complaint.ts";
import { className } from "../../messages/names.ts";
import { blankTime, choices, filledFrom, signature } from "../filled.ts";
import { one, type SheetBlock, two } from "../sheet.ts";

/**
 * 《客户投诉记录表》 (D11 2.1): the desk writes it first; the reply time the customer asks for is recorded; the
 * 班长/主管/经理 analyses the cause, judges valid or invalid, and sets the level.
 */
export function complaintRecord(facts: PaperFacts): SheetBlock[] {
  const { complaint } = facts;
  const registration = complaint?.registration;
  const filled = filledFrom(facts);
  const steps = filled.texts(
    "stepRecorded",
    ({ fact }) => fact.step === "instruct" || fact.step === "consult",
  );
  return [
    {
      kind: "grid",
      rows: [
        two(["编号", registration?.number], ["记录时间", filled.at(registration?.receivedAt) ?? blankTime]),
        two(["投诉人姓名", filled.name], ["联系电话", filled.value("phone")]),
        two(
          ["客户类别", choices(complainantKindWords, (kind) => kind === registration?.complainantKind)],
          ["单元号码", filled.unit],
        ),
        two(
          ["投诉来源", registration === undefined ? undefined : channelWords[registration.channel].zh],
          ["投诉对象", filled.value("against") ?? filled.department(registration?.againstDepartmentId)],
        ),
        one(
          "记录类别",
          choices(recordKindWords, (kind) => kind === registration?.recordKind),
        ),
        one("投诉事项", complaint?.classCode === undefined ? undefined : className(complaint).zh),
        two(["发生时间", filled.at(registration?.occurredAt)], ["发生地点", filled.value("place")]),
        one("投诉内容", filled.value("matter"), 4),
        one("证据", evidence(facts)),
        two(
          ["客户要求回复时间", filled.at(registration?.requestedReplyAt) ?? blankTime],
          ["涉及人数", registration?.headcount === undefined ? undefined : `${registration.headcount}人`],
        ),
        one("能否立即处理", "☐能，已处理　　☐不能，转交客服班长/主管"),
        one("值班人员", signature),
        one(
          "原因分析及调查经过",
          filled.texts("stepRecorded", ({ fact }) => fact.step === "investigate"),
          3,
        ),
        two(
          ["有效性判断", choices(validityWords, (validity) => validity === complaint?.validity)],
          ["判断说明", filled.last("judged", "reason")],
        ),
        one("无效解释（24小时内回访）", filled.last("invalidExplained")),
        one(
          "分级",
          choices(levelLabels, (level) => level === complaint?.level),
        ),
        one("领导指示/专业意见", steps, 2),
        one("客服班长/主管/经理", signature),
      ],
    },
  ];
}

/** Names of the files that came with it. */
function evidence({ complaint }: PaperFacts): string | undefined {
  const files = complaint?.events.flatMap(({ seq, fact }) =>
    fact.type === "attachmentsStored"
      ? fact.files.map(({ id }) => complaint.personal[`${seq}.name.${id}`]?.value ?? id)
      : [],
  );
  return files === undefined || files.length === 0 ? undefined : files.join("、");
}
