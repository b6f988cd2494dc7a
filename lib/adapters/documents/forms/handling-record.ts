import type { PaperFacts } from "../../../app/ports/paper-facts.ts";
import { gradesOf, isAsked } from "../../../domain/complaint/grades.ts";
import {
  gradeNamed,
  gradeOriginWords,
  gradeWords,
  recordKindWords,
} from "../../../domain/words/complaint.ts";
import { className } from "../../messages/names.ts";
import { choices, eventsOf, filledFrom, signature } from "../filled.ts";
import { one, prose, type SheetBlock, two } from "../sheet.ts";

const { complaint: complaintWord, repair, help } = recordKindWords;

/**
 * 《客户报修/投诉/求助记录》 (D4): the department is told with a limit (限期), the result is written in, and the head of the
 * department that solved it signs (签字认可). A photo of the signed sheet belongs to the complaint named by its code.
 */
export function handlingRecord(facts: PaperFacts): SheetBlock[] {
  const { complaint } = facts;
  const registration = complaint?.registration;
  const filled = filledFrom(facts);
  const opinion = [opinionWords(complaint), filled.last("opinionRecorded")].filter(
    (part) => part !== undefined,
  );
  return [
    {
      kind: "grid",
      rows: [
        two(
          ["编号", registration?.number],
          [
            "类别",
            choices({ repair, complaint: complaintWord, help }, (kind) => kind === registration?.recordKind),
          ],
        ),
        two(["姓名", filled.name], ["联系电话", filled.value("phone")]),
        two(["单元号码", filled.unit], ["受理时间", filled.at(registration?.receivedAt)]),
        two(
          ["事项", complaint?.classCode === undefined ? undefined : className(complaint).zh],
          ["投诉对象", filled.value("against") ?? filled.department(registration?.againstDepartmentId)],
        ),
        one("内容", filled.value("matter"), 4),
        one(
          "核实情况",
          filled.texts("stepRecorded", ({ fact }) => fact.step === "investigate"),
          2,
        ),
        two(
          ["通知部门", filled.department(complaint?.departmentId)],
          ["限期", filled.at(filled.due("department") ?? filled.due("result"))],
        ),
        one("处理结果", filled.last("resolved"), 4),
        two(["完成时间", filled.at(complaint?.resolvedAt)], ["处理人", filled.person(complaint?.handlerId)]),
        one("解决部门负责人签字认可", signedOff(facts) ?? signature, 2),
        one("客户对处理的意见", opinion.length === 0 ? choices(gradeWords) : opinion.join("："), 2),
        one("回访情况", followUp(facts), 2),
        one("效果检查（客户服务经理）", filled.last("effectChecked") ?? signature, 2),
        one(
          "恶意投诉",
          complaint?.malicious === true ? "☑是（坚持原则并耐心解释）" : "☐是（坚持原则并耐心解释）",
        ),
      ],
    },
    prose("签字后请扫右上角二维码，按提示附上本页照片即完成签认；原件由客户服务部保管。", "note"),
  ];
}

/** The customer's grade and where it comes from (D4): by the customer's own link or written down by somebody of ours. */
function opinionWords(complaint: PaperFacts["complaint"]): string | undefined {
  const given = complaint && gradesOf(complaint).findLast(({ origin }) => !isAsked(origin));
  const grade = gradeNamed(complaint?.opinion)?.zh;
  return given === undefined || grade === undefined
    ? grade
    : `${grade}（${gradeOriginWords[given.origin].zh}）`;
}

/** By whom and when it was signed off in the system; the hand's signature stands beside it. */
function signedOff(facts: PaperFacts): string | undefined {
  const event = facts.complaint === undefined ? undefined : eventsOf(facts.complaint, "signedOff").at(-1);
  if (event === undefined) return undefined;
  const filled = filledFrom(facts);
  const { sheet } = event.fact;
  if (sheet !== undefined)
    return `${filled.person(sheet.signerId) ?? ""}　${sheet.signedOn}（签字件照片已存）`;
  return `${filled.actor(event.by) ?? ""}　${filled.at(event.occurredAt) ?? ""}\n${signature}`;
}

function followUp(facts: PaperFacts): string | undefined {
  const { complaint } = facts;
  const attempt = complaint?.attempts.find(({ outcome }) => outcome === "reached");
  if (complaint === undefined || attempt === undefined) return undefined;
  const given = gradesOf(complaint).find(({ at, origin }) => at === attempt.at && isAsked(origin));
  const asked = given === undefined ? "" : `（${gradeOriginWords[given.origin].zh}）`;
  return `${filledFrom(facts).at(attempt.at) ?? ""}　${gradeNamed(attempt.grade)?.zh ?? "已接通"}${asked}`;
}
