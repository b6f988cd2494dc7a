import { expect, test } from "vitest";
import { wordDocument } from "../../../lib/adapters/documents/document.ts";
import type { SheetBlock } from "../../../lib/adapters/documents/sheet.ts";
import { partOf } from "./paper.ts";

const list = (rows: number): SheetBlock => ({
  kind: "list",
  head: ["项目", "件数"],
  widths: [1, 1],
  rows: Array.from({ length: rows }, (_, index) => [`第${index + 1}行`, "1"]),
});

/** The texts of the paragraphs that stay on a page with what follows them. */
async function staying(blocks: readonly SheetBlock[]): Promise<string[]> {
  const xml = partOf(await wordDocument({ title: "月报", subtitle: "公司", blocks }), "word/document.xml");
  return xml
    .split("</w:p>")
    .filter((paragraph) => paragraph.includes("<w:keepNext/>"))
    .map((paragraph) => paragraph.replace(/<[^>]+>/g, ""))
    .filter((text) => text !== "" && text !== "公司" && text !== "1");
}

test("a heading never ends a page, nor does the note under it; other notes may", async () => {
  const blocks: SheetBlock[] = [
    { kind: "heading", level: 1, text: "四、典型案例" },
    { kind: "prose", look: "note", text: "选取规则" },
    { kind: "heading", level: 2, text: "案例 1" },
    { kind: "grid", rows: [{ fields: [{ label: "投诉要点", value: "电梯" }] }] },
    { kind: "prose", look: "note", text: "数据截止" },
  ];
  expect(await staying(blocks)).toEqual(["四、典型案例", "选取规则", "案例 1"]);
});

test("a short list stands whole on a page; of a longer one neither the first row nor the last stands alone", async () => {
  expect(await staying([list(3)])).toEqual(["项目", "件数", "第1行", "第2行"]);
  expect(await staying([list(20)])).toEqual(["项目", "件数", "第1行", "第19行"]);
  expect(await staying([list(0)])).toEqual([]);
});
