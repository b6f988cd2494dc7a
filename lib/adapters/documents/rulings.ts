import type { BulletinDocument } from "../../app/ports/document-input.ts";
import { percent } from "./figures.ts";
import { heading, prose, type SheetBlock } from "./sheet.ts";

type Ruled = NonNullable<BulletinDocument["rulings"]>;

/** 四、异议裁定: what the projects contest, and both figures; nothing where nothing is contested. */
export function rulingSection({ rulings }: Pick<BulletinDocument, "rulings">): SheetBlock[] {
  if (rulings === undefined) return [];
  const { lines, upheld, rejected, pending } = rulings;
  return [
    heading("四、异议裁定情况"),
    prose(
      `各管理处对${lines.length}起投诉提出异议，区域裁定成立${upheld}起、不成立${rejected}起，未裁定${pending}起，详见附件3。以上各项数字均为裁定前数字；剔除裁定成立的投诉后，两组数字对照如下：`,
    ),
    bothFigures(rulings),
  ];
}

/** Annex 3: the cases, without what was written about them. */
export function rulingAnnex({ rulings }: Pick<BulletinDocument, "rulings">): SheetBlock[] {
  if (rulings === undefined) return [];
  return [
    heading("附件3　异议案件"),
    {
      kind: "list",
      head: ["项目", "投诉编号", "异议理由", "裁定"],
      widths: [40, 20, 22, 18],
      centred: [1, 2, 3],
      rows: rulings.lines.map(({ project, number, reason, ruling }) => [project, number, reason, ruling]),
    },
  ];
}

function bothFigures({ before, after }: Ruled): SheetBlock {
  const row = (name: string, value: (figures: Ruled["before"]) => string) => [
    name,
    value(before),
    value(after),
  ];
  return {
    kind: "list",
    head: ["指标", "裁定前", "裁定后"],
    widths: [50, 25, 25],
    centred: [1, 2],
    rows: [
      row("公司直接受理投诉（起）", ({ companyReceived }) => String(companyReceived)),
      row("有效投诉（起）", ({ valid }) => String(valid)),
      row("任务（起）", ({ received }) => String(received)),
      row("其中已处理（起）", ({ done }) => String(done)),
      row("其中未处理（起）", ({ open }) => String(open)),
      row("处理完成率", ({ handlingRate }) => percent(handlingRate)),
      row("完成及时率", ({ timelyRate }) => percent(timelyRate)),
      row("首次回访满意率", ({ firstFollowUpSatisfaction }) => percent(firstFollowUpSatisfaction)),
    ],
  };
}
