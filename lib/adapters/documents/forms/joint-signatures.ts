import type { PaperFacts } from "../../../app/ports/paper-facts.ts";
import { className } from "../../messages/names.ts";
import { filledFrom, signature } from "../filled.ts";
import { heading, one, prose, type SheetBlock, two } from "../sheet.ts";

/** 群诉签名页 (D11 B and D): everyone signs for a household of their own; who is on the letter already is named. */
export function jointSignatures(facts: PaperFacts): SheetBlock[] {
  const { complaint } = facts;
  const registration = complaint?.registration;
  const filled = filledFrom(facts);
  const named = (filled.value("signatories") ?? "")
    .split(/[\n、,，;；]+/)
    .flatMap((name) => name.trim() || []);
  return [
    {
      kind: "grid",
      rows: [
        two(["编号", registration?.number], ["受理时间", filled.at(registration?.receivedAt)]),
        two(
          ["投诉事项", complaint?.classCode === undefined ? undefined : className(complaint).zh],
          ["人数", registration?.headcount === undefined ? undefined : `${registration.headcount}人`],
        ),
        one("投诉内容", filled.value("matter"), 4),
        two(["客户代表", filled.name], ["联系电话", filled.value("phone")]),
      ],
    },
    heading("签名（每户一人）", 2),
    {
      kind: "list",
      head: ["序号", "姓名", "单元号码", "联系电话", "签名", "日期"],
      widths: [8, 18, 22, 20, 18, 14],
      centred: [0],
      rows: rows(named),
    },
    prose("个人信息仅用于核实和回复本次投诉，由客户服务部保管，不对外公开。", "note"),
    { kind: "grid", rows: [one("核实人", signature)] },
  ];
}

/** Fifteen lines, what fits on one page, to sign at least; more if more are named. */
const AT_LEAST = 15;

function rows(names: readonly string[]): string[][] {
  return Array.from({ length: Math.max(AT_LEAST, names.length) }, (_, index) => [
    String(index + 1),
    names[index] ?? "",
    "",
    "",
    "",
    "",
  ]);
}
