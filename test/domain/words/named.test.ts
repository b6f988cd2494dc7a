import { expect, test } from "vitest";
import { clockNamed, isSigningKey } from "../../../lib/domain/words/clocks.ts";
import { gradeNamed } from "../../../lib/domain/words/complaint.ts";
import { placeWords } from "../../../lib/domain/words/place.ts";
import { putAsideWords } from "../../../lib/domain/words/put-aside.ts";
import { labelOf } from "../../../lib/domain/words/words.ts";

test("a flat is called as people call it: 栋, 单元 and 室 behind bare numbers, nothing for what is not known", () => {
  expect(placeWords({ area: "一期", building: "3", unit: "1", room: "502" })).toBe("一期 3栋 1单元 502室");
  expect(placeWords({ building: "12A", room: "B1" })).toBe("12A栋 B1室");
  expect(placeWords({ building: "3号楼", unit: "东门", room: "地下室" })).toBe("3号楼 东门 地下室");
  expect(placeWords({ room: "502" })).toBe("502室");
  expect(placeWords({})).toBe("");
});

test("the clock of a ticket is its signature's where its key says so, a group's too", () => {
  for (const key of ["sign", "member-1/sign"]) {
    expect(isSigningKey({ key })).toBe(true);
    expect(clockNamed({ name: "external", key }).zh).toBe("转办签收");
  }
  for (const more of [{}, { key: "sign/member-1" }, { key: "t1" }]) {
    expect(isSigningKey(more)).toBe(false);
    expect(clockNamed({ name: "external", ...more }).zh).toBe("转办时限");
  }
  expect(clockNamed({ name: "result", key: "sign" }).zh).toBe("处理结果");
});

test("five grades have a word; no grade and any other number have none", () => {
  expect([5, 4, 3, 2, 1].map((grade) => gradeNamed(grade)?.zh)).toEqual([
    "非常满意",
    "满意",
    "一般",
    "不满意",
    "非常不满意",
  ]);
  expect([undefined, 0, 6, 4.5].map(gradeNamed)).toEqual([undefined, undefined, undefined, undefined]);
});

test("a label begins with a capital letter; a reason without words stands by its code", () => {
  expect(labelOf({ zh: "登记", en: "record of all" })).toEqual({ zh: "登记", en: "Record of all" });
  expect(putAsideWords("bounce")).toEqual({ zh: "退信", en: "returned mail" });
  expect(putAsideWords("unknown-department")).toEqual({ zh: "unknown-department", en: "unknown-department" });
});

test.each([
  "bounce",
  "auto-reply",
  "list",
  "spam",
  "virus",
  "meeting-answer",
  "recall",
  "reaction",
  "sender-rule",
  "unreadable",
  "empty",
  "unknown-project",
  "too-many-messages",
  "failed-repeatedly",
])("why a mail was put aside is told in words of both languages: %s", (reason) => {
  const { zh, en } = putAsideWords(reason);
  expect(zh).toMatch(/^\p{Script=Han}+$/u);
  expect(en).toMatch(/^[a-z][a-z ]+$/);
});
