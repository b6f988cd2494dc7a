import { describe, expect, test } from "vitest";
import { emergencyNumbers, homeHint, soundsDangerous } from "../../../lib/domain/residents/emergency.ts";
import { nextPage } from "../../../lib/domain/residents/report-steps.ts";

describe("somebody in danger (D6 立即)", () => {
  test.each([
    "电梯困人，老人在里面",
    "Somebody is trapped on the 5th floor",
    "I am stuck in the lift",
    "stuck in elevator",
    "my neighbour got electrocuted",
    "I got an electric shock",
    "the bin is on FIRE",
    "smoke in the hall",
    "flames",
    "gas leak",
    "it smells of gas",
    "smell gas here",
    "an explosion",
    "the ceiling collapsed",
    "bleeding badly",
    "he is unconscious",
    "two people injured",
    "a child is drowning",
    "carbon monoxide",
  ])("is heard in either language: %s", (words) => {
    expect(soundsDangerous(words)).toBe(true);
  });

  test.each([
    "楼道灯不亮",
    "the lift is slow",
    "fired staff",
    "gasoline on the road",
    "smokers",
    "stuck in traffic",
  ])("is not heard in what only sounds like it: %s", (words) => {
    expect(soundsDangerous(words)).toBe(false);
  });

  test("calls the project's own emergency number first, else its hotline; then fire, ambulance, police", () => {
    const numbers = (project: Parameters<typeof emergencyNumbers>[0]) =>
      emergencyNumbers(project).map(({ number }) => number);
    expect(numbers({})).toEqual(["119", "120", "110"]);
    expect(numbers({ hotline: "4000000000" })).toEqual(["4000000000", "119", "120", "110"]);
    expect(numbers({ hotline: "4000000000", emergencyPhone: "13800000000" })[0]).toBe("13800000000");
    expect(emergencyNumbers({ hotline: "4" }).map(({ words }) => words.zh)).toEqual([
      "物业应急电话",
      "火警、被困救援",
      "急救",
      "报警",
    ]);
    expect(emergencyNumbers({ hotline: "4" }).map(({ words }) => words.en)).toEqual([
      "Property management",
      "Fire, rescue of trapped people",
      "Ambulance",
      "Police",
    ]);
  });
});

describe("a report at a sign's address", () => {
  test.each([
    ["8栋1单元电梯", { building: "8", unit: "1" }],
    ["8幢 2 单元", { building: "8" }],
    ["8幢 2单元", { building: "8", unit: "2" }],
    ["12号楼大堂", { building: "12" }],
    ["A座3单元", { building: "A", unit: "3" }],
    ["二期8栋", { building: "二期8" }],
    ["一二三四五六七八九十栋", { building: "一二三四五六七八九十" }],
    ["一二三四五六七八九十一栋", {}],
    ["游泳池", {}],
    ["东门 8栋", {}],
    ["栋", {}],
  ])("fills in the home that the sign names: %s", (place, home) => {
    expect(homeHint(place)).toStrictEqual(home);
  });

  test("asks one question after the other, then shows all answers", () => {
    expect(nextPage([])).toBe("photos");
    expect(nextPage(["photos"])).toBe("home");
    expect(nextPage(["photos", "neighbours"])).toBe("home");
    expect(nextPage(["photos", "home", "neighbours"])).toBe("contact");
    expect(nextPage(["contact", "photos", "home", "neighbours"])).toBe("check");
  });
});
