import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readersOf, sightOf } from "../../../lib/domain/complaint/disclosure.ts";
import { masked } from "../../../lib/domain/complaint/masked.ts";
import { hiddenText } from "../../../lib/domain/organisation/free-text.ts";
import { maskedName } from "../../../lib/domain/organisation/masking.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { at, personal, registered } from "../../support/builders.ts";
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

describe("a complaint that is read without asking who complained", () => {
  const sights = [
    { mayShow: false, homeOpen: false },
    { mayShow: true, homeOpen: false },
  ] as const;
  const complaint = (values: Readonly<Record<string, string>>) => {
    const plain = registered(at("2026-03-02 10:00"));
    const more = Object.entries(values).map(([field, value]) => [`1.${field}`, personal(value)]);
    return { ...plain, personal: { ...plain.personal, ...Object.fromEntries(more) } };
  };
  const read = (values: Readonly<Record<string, string>>, sight: (typeof sights)[number]) =>
    JSON.stringify(masked(complaint(values), sight).personal);

  test.each(sights)("names nobody who signed a joint letter: %j", (sight) => {
    const told = read({ signatories: "王建国、欧阳娜娜，李小明" }, sight);
    for (const name of ["王建国", "欧阳娜娜", "李小明"]) expect(told).not.toContain(name);
    expect(told).toContain("王**、欧阳**、李**");
  });

  test.each(sights)("leads to no recording of the call and shows no number of it: %j", (sight) => {
    const call = {
      callId: "c-1",
      caller: "13812345678",
      agent: "07",
      recordingUrl: "https://rec.calls.example/2026/a.mp3",
      duration: 13_812_345_678,
    };
    const told = read({ channelData: JSON.stringify(call) }, sight);
    expect(told).toContain("c-1");
    for (const secret of ["13812345678", "rec.calls.example", "recordingUrl"])
      expect(told).not.toContain(secret);
  });
});
