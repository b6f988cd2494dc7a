import { describe, expect, test } from "vitest";
import { changesWords } from "../../../lib/domain/search/changes.ts";
import { gramsOf, gramsOfQuery, holdsWords } from "../../../lib/domain/search/grams.ts";
import { at, personal, registered } from "../../support/builders.ts";

const now = at("2026-03-02 10:00");

function complaint(
  values: Readonly<Record<string, string>>,
  location: { readonly building?: string; readonly unit?: string; readonly room?: string } = {},
) {
  return registered(
    now,
    { location },
    Object.fromEntries(Object.entries(values).map(([field, value]) => [field, personal(value)])),
  );
}

const one = complaint(
  { matter: "电梯，又 停了！", name: "Li 明", phone: "+86 138-1234-5678" },
  { building: "8栋", unit: "1单元", room: "601室" },
);

describe("by what a complaint is found", () => {
  test("pairs of characters of its words, without case, width, blanks and punctuation; four digits of the number; the flat", () => {
    expect(gramsOf(one)).toEqual({
      matter: ["电梯", "梯又", "又停", "停了"],
      name: ["li", "i明"],
      phone: ["1381", "3812", "8123", "1234", "2345", "3456", "4567", "5678"],
      room: ["601", "8/601", "8/1/601"],
    });
    expect(gramsOf(complaint({ matter: "Ａ１" })).matter).toEqual(["a1"]);
  });

  test("nothing of what is not there: no name, too short a word, a flat without its number or its building", () => {
    const bare = complaint({ matter: "灯" });
    expect(gramsOf(bare)).toEqual({ matter: [], name: [], phone: [], room: [] });
    expect(gramsOf(complaint({ matter: "漏水" }, { room: "601" })).room).toEqual(["601"]);
    expect(gramsOf(complaint({ matter: "漏水" }, { building: "8" })).room).toEqual([]);
  });
});

describe("what is typed", () => {
  test.each([
    ["电梯停", { matter: ["电梯", "梯停"], name: ["电梯", "梯停"] }],
    ["梯", {}],
    ["", {}],
    ["，。", {}],
  ])("%j may mean words of the matter or a name", (q, grams) => expect(gramsOfQuery(q)).toEqual(grams));

  test.each([
    ["5678", ["5678"]],
    ["138 1234", ["1381", "3812", "8123", "1234"]],
    ["+86 13812345678", ["1381", "3812", "8123", "1234", "2345", "3456", "4567", "5678"]],
  ])("%s may mean a telephone number", (q, phone) => expect(gramsOfQuery(q).phone).toEqual(phone));

  test.each(["567", "5678号", "W5678", "电话5678"])("%s means none", (q) => {
    expect(gramsOfQuery(q).phone).toBeUndefined();
  });

  test.each([
    ["8栋1单元601", ["8/1/601"]],
    ["8-1-601", ["8/1/601"]],
    ["8栋601", ["8/601"]],
    ["601室", ["601"]],
  ])("%s may mean a flat, as exactly as it is said", (q, room) => expect(gramsOfQuery(q).room).toEqual(room));

  test("words that name no flat mean none", () => expect(gramsOfQuery("电梯").room).toBeUndefined());
});

describe("a complaint really holds what was typed", () => {
  test.each(["电梯又", "停了", "电梯 又停", "LI明", "5678", "138 1234", "601室", "8栋1单元601", "8-1-601"])(
    "%s",
    (q) => {
      expect(holdsWords(one, q)).toBe(true);
    },
  );

  test.each(["停电梯", "梯", "电梯坏", "明李", "5679", "567", "602室", "9栋1单元601", "8-2-601", "", "，"])(
    "not %j",
    (q) => {
      expect(holdsWords(one, q)).toBe(false);
    },
  );
});

test("only what was registered, completed, corrected or erased changes what it is found by", () => {
  const types = ["registered", "registrationCompleted", "corrected", "erased"] as const;
  for (const type of types)
    expect(changesWords({ fact: { type } } as Parameters<typeof changesWords>[0])).toBe(true);
  for (const type of ["noted", "closed", "assigned", "urged", "rungFired"])
    expect(changesWords({ fact: { type } } as never)).toBe(false);
});
