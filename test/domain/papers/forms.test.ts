import { expect, test } from "vitest";
import { isPaperForm, paperFormNames, paperForms } from "../../../lib/domain/papers/forms.ts";

test("D4, D9, D11: the forms on paper, by the regulations' titles; all but the notice of channels are about a complaint", () => {
  expect(paperFormNames.map((name) => `${paperForms[name].zh} ${paperForms[name].about}`)).toEqual([
    "客户投诉记录表 complaint",
    "客户报修/投诉/求助记录 complaint",
    "投诉处理方案 complaint",
    "投诉回访记录 complaint",
    "群体投诉签名页 complaint",
    "投诉处理回复函 complaint",
    "投诉处理公示回复 complaint",
    "转办工单办理情况回复 complaint",
    "投诉处理经过 complaint",
    "投诉渠道公示牌 project",
  ]);
});

test.each(["receipt", "toString", ""])("%s is no form", (name) => {
  expect(isPaperForm(name)).toBe(false);
});
