import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readersOf, sightOf } from "../../../lib/domain/complaint/disclosure.ts";
import { hiddenText } from "../../../lib/domain/organisation/free-text.ts";
import { maskedName } from "../../../lib/domain/organisation/masking.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { people, project } from "../../support/organisation.ts";

describe("a mask", () => {
  test.each([
    ["王建国", "王**"],
    ["欧阳娜娜", "欧阳**"],
    ["王先生", "王先生"],
    ["Anna", "A***"],
    ["李", "*"],
  ])("of the name %s is %s", (name, told) => expect(maskedName(name)).toBe(told));

  test("of a text leaves every character where it was, and no number, address, room or known name", () => {
    const pieces = fc.constantFrom(
      "王建国",
      "电话 13812345678，",
      "138-1234-5678",
      "（021）62345678",
      "1208室漏水",
      "3-2-502 ",
      "owner.li@mail.example ",
      "电梯又停了。",
      "１３８１２３４５６７８",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
        const text = parts.join("。");
        const told = hiddenText(text, ["王建国"]);
        expect(told).toHaveLength(text.length);
        for (const secret of [
          "王建国",
          "12345678",
          "1234-5678",
          "62345678",
          "1208",
          "502",
          "owner.li",
          "３４５６７８",
        ])
          expect(told.includes(secret) && text.includes(secret)).toBe(false);
        expect(hiddenText(told, ["王建国"])).toBe(told);
      }),
    );
  });
});

describe("as whom somebody reads a complaint", () => {
  const calm = { registration: { safety: false, urgency: "general" } } as const;
  const pressing = { registration: { safety: true, urgency: "urgent" } } as const;
  const given = { ...calm, departmentId: "engineering" };
  const named = { ...given, handlerId: people.handler.id };
  const isHandler = (person: Person, complaint: Parameters<typeof readersOf>[2]) =>
    readersOf(person, project, complaint).includes("its-handler");

  test("whoever it was given to: the one named, else the department, and its head", () => {
    expect(isHandler(people.handler, calm)).toBe(false);
    expect(isHandler(people.handler, given)).toBe(true);
    expect(isHandler(people.engineeringHead, named)).toBe(true);
    expect(isHandler(people.handler, { ...named, handlerId: "another" })).toBe(false);
    expect(isHandler(people.serviceHead, given)).toBe(false);
    expect(isHandler({ ...people.dutyHandler, standsInFor: [people.handler.id] } as Person, named)).toBe(
      true,
    );
  });

  test("D6: what presses and is nobody's yet is every handler's of the project", () => {
    expect(isHandler(people.dutyHandler, pressing)).toBe(true);
    expect(isHandler(people.dutyHandler, { ...pressing, departmentId: "service" })).toBe(false);
  });

  test("a flat is open to nobody who may not be shown it", () => {
    const lines = { shownTo: ["clerk"], homeOpenTo: ["clerk", "region"] } as const;
    expect(sightOf(lines, people.region, project, calm)).toEqual({ mayShow: false, homeOpen: false });
    expect(sightOf(lines, people.clerk, project, calm)).toEqual({ mayShow: true, homeOpen: true });
  });
});
