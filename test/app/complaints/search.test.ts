import { describe, expect, test } from "vitest";
import { erase } from "../../../lib/app/complaints/erase.ts";
import { indexAllWords } from "../../../lib/app/complaints/index-words.ts";
import { foundComplaints, type ListedPage, listComplaints } from "../../../lib/app/complaints/read.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { at } from "../../support/builders.ts";
import { otherProject, people, project } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");

const flat = (building: string, unit: string, room: string) => ({ location: { building, unit, room } });

/** A desk with complaints of many words, rooms and numbers. */
async function desk(): Promise<World> {
  const w = world(now);
  const all = [
    {
      matter: "电梯又停了，老人爬不动楼",
      ...flat("5", "1", "103"),
      complainant: { name: "王小明", phone: "13912345678" },
    },
    {
      matter: "楼道灯坏了",
      ...flat("8", "2", "103"),
      complainant: { name: "陈女士", phone: "021-58886666" },
    },
    {
      matter: "物业费收据 INVOICE 没开",
      ...flat("5", "1", "203"),
      complainant: { anonymous: true, phone: "13700001111" },
    },
    {
      matter: "报修水管",
      recordKind: "repair" as const,
      ...flat("9", "1", "901"),
      complainant: { phone: "13655554444" },
    },
  ];
  for (const [n, one] of all.entries()) await w.receive({ sourceId: String(n), body: String(n), ...one });
  await w.drain();
  return w;
}

async function page(w: World, q: string, more: { person?: Person; cursor?: string; limit?: number } = {}) {
  const { person = people.clerk, limit = 10, ...rest } = more;
  const found = await listComplaints(w.ports, person, { projectId: project.id, q, limit, ...rest });
  if (isProblem(found)) throw new Error(found.problem);
  return found;
}

const numbers = ({ items }: ListedPage) => items.map(({ fact }) => fact.number);
const find = async (w: World, q: string, person?: Person) =>
  numbers(await page(w, q, person === undefined ? {} : { person })).sort();

describe("search that people type", () => {
  test.each([
    ["a room alone", "103", ["001", "002"]],
    ["building, unit and room with hyphens", "5-1-103", ["001"]],
    ["as it is said", "5栋1单元103", ["001"]],
    ["with 室 and full width", "５栋1单元103室", ["001"]],
    ["words of the matter", "电梯", ["001"]],
    ["more of them", "停了，老人", ["001"]],
    ["Latin letters in any case", "invoice", ["003"]],
    ["the name", "王小明", ["001"]],
    ["the end of a phone number", "5678", ["001"]],
    ["its middle, with blanks", "1234 56", ["001"]],
    ["a landline without area code", "58886666", ["002"]],
    ["a whole phone number", "139 1234 5678", ["001"]],
    ["blanks around a number", " 004 ", ["004"]],
    ["words that nobody used", "游泳池", []],
    ["one character", "停", []],
    ["three digits of a phone number", "567", []],
  ])("%s: %s", async (_, q, expected) => {
    expect(await find(await desk(), q)).toEqual(expected);
  });

  test("a number after its conversion, and the one before (报修转投诉)", async () => {
    const w = await desk();
    const id = (await w.complaints.idByNumber("004")) ?? "";
    await w.give(id, { type: "convert", recordKind: "complaint", reason: "要求投诉" });
    const { convertedNumber = "" } = await w.complaint(id);
    expect(convertedNumber).toMatch(/^\d{3}$/);
    expect([await find(w, convertedNumber), await find(w, "004")]).toEqual([["004"], ["004"]]);
  });

  test("what is corrected is found by its new words, what is erased by none", async () => {
    const w = await desk();
    const id = (await w.complaints.idByNumber("001")) ?? "";
    await w.give(id, { type: "correct", told: { matter: "扶梯异响" }, reason: "听错了" });
    await w.drain();
    expect([await find(w, "电梯"), await find(w, "扶梯")]).toEqual([[], ["001"]]);
    const bits = () => Buffer.from(w.searchIndex.items.get(id)?.bits ?? []).toString("hex");
    const before = bits();
    await erase(w.ports, { number: "001", fields: ["phone", "matter", "name"] });
    await w.drain();
    expect(bits()).not.toBe(before);
    for (const q of ["扶梯", "5678", "王小明"]) expect(await find(w, q)).toEqual([]);
  });

  test("twelve months back, newest first, page by page without gap or repetition; older than that by number only", async () => {
    const w = world(at("2025-01-10 10:00"));
    for (let month = 0; month < 15; month += 1) {
      await w.receive({ sourceId: `m${month}`, body: `m${month}`, matter: `第${month}次漏水` });
      await w.drain();
      w.clock.advance(30 * 86_400);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const one: ListedPage = await page(w, "漏水", {
        limit: 2,
        ...(cursor === undefined ? {} : { cursor }),
      });
      seen.push(...numbers(one));
      cursor = one.cursor;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(seen.toSorted().reverse());
    expect([seen.length > 10, seen.includes("001")]).toEqual([true, false]);
    expect(await find(w, "001")).toEqual(["001"]);
    for (const damaged of [
      "x",
      Buffer.from("2026-13~").toString("base64url"),
      Buffer.from("2026-01~#").toString("base64url"),
    ])
      await expect(page(w, "漏水", { cursor: damaged })).rejects.toThrow("not a cursor of a search");
  });

  test("complaints from before are indexed by the operator, once or again", async () => {
    const w = await desk();
    w.searchIndex.items.clear();
    expect(await find(w, "电梯")).toEqual([]);
    for (const _ of [1, 2]) {
      let indexed = 0;
      for await (const { changed } of indexAllWords(w.ports)) indexed += changed;
      expect(indexed).toBe(4);
    }
    expect(await find(w, "电梯")).toEqual(["001"]);
  });
});

describe("nobody finds what they may not see", () => {
  test("of an anonymous complaint a clerk finds the matter, not flat, number or name; the manager finds them", async () => {
    const w = await desk();
    expect(await find(w, "收据")).toEqual(["003"]);
    for (const q of ["203", "5-1-203", "0000111", "13700001111"]) expect(await find(w, q)).toEqual([]);
    for (const q of ["203", "5-1-203", "00001111"]) expect(await find(w, q, people.manager)).toEqual(["003"]);
  });

  test("the complained-of person finds nothing of it by words (D4)", async () => {
    const w = world(now);
    await w.receive({ matter: "张师傅态度恶劣", against: { text: "张师傅", personId: people.handler.id } });
    await w.drain();
    expect(await find(w, "态度恶劣", people.handler)).toEqual([]);
    expect(await find(w, "态度恶劣")).toEqual(["001"]);
  });

  test("headquarters and a region search over their projects, others over their own", async () => {
    const w = await desk();
    await w.receive({ sourceId: "there", body: "there", projectId: otherProject.id, matter: "电梯门夹人" });
    await w.drain();
    const all = [project, otherProject];
    const over = async (person: Person, q: string) =>
      numbers(await foundComplaints(w.ports, person, { projects: all, q, limit: 10 })).sort();
    expect(await over(people.headquarters, "电梯")).toEqual(["001", "005"]);
    // Many projects are read as one month of the company.
    const many = [...all, ...Array.from({ length: 30 }, (_, n) => ({ ...project, id: `none-${n}` }))];
    const found = await foundComplaints(w.ports, people.headquarters, {
      projects: many,
      q: "电梯",
      limit: 10,
    });
    expect(numbers(found).sort()).toEqual(["001", "005"]);
    expect(await over(people.headquarters, "5栋1单元103")).toEqual(["001"]);
    expect(numbers(await page(w, "电梯", { person: people.headquarters }))).toEqual(["001"]);
  });
});
