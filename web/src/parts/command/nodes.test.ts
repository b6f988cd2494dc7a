import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moved, type PlanNode, planNodes, warningsOf } from "./nodes.ts";
import { sentOf } from "./schema.ts";

const node = (text: string, dueAt = ""): PlanNode => ({ text, dueAt });

describe("the time nodes of a plan (D2)", () => {
  it("are moved without one of them lost, doubled or changed, and moved back stand as before", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        (texts, a, b) => {
          const nodes = texts.map((text) => node(text));
          const [from, to] = [a % texts.length, b % texts.length];
          const after = moved(nodes, from, to);
          expect(after[to]).toEqual(nodes[from]);
          expect(after.toSorted((x, y) => (x.text < y.text ? -1 : 1))).toEqual(
            nodes.toSorted((x, y) => (x.text < y.text ? -1 : 1)),
          );
          expect(moved(after, to, from)).toEqual(nodes);
        },
      ),
    );
  });

  it("say what is past, out of order, or later than a limit that the customer or the platform counts by", () => {
    const now = Date.parse("2026-09-30T01:00:00.000Z");
    const clocks = [
      { name: "result", dueAt: "2026-10-10T10:00:00.000Z" },
      { name: "department", dueAt: "2026-09-30T04:00:00.000Z" },
    ];
    const nodes = [
      node("抽水", "2026-10-12T10:00:00.000Z"),
      node("封堵", "2026-10-09T10:00:00.000Z"),
      node("开工", "2026-09-29T10:00:00.000Z"),
      node("未定"),
    ];
    expect(nodes.map((_, index) => warningsOf(nodes, index, clocks, now).map(({ kind }) => kind))).toEqual([
      ["after"],
      ["order"],
      ["past", "order"],
      [],
    ]);
  });

  it("are read from a draft of any earlier form", () => {
    expect(planNodes([{}, { text: "抽水" }, undefined, "x", { dueAt: "2026-10-12T10:00:00.000Z" }])).toEqual([
      node(""),
      node("抽水"),
      node(""),
      node(""),
      node("", "2026-10-12T10:00:00.000Z"),
    ]);
  });
});

describe("the form of a plan", () => {
  const schema = {
    properties: {
      act: { enum: ["write", "approve", "agree"], default: "write" },
      text: {},
      nodes: {},
      via: {},
    },
  };
  it("sends what belongs to the act that is chosen, whatever was typed under another", () => {
    const typed = { text: "抽水", nodes: [{ text: "封堵" }], via: "phone" };
    expect(sentOf(schema, typed)).toEqual({ text: "抽水", nodes: [{ text: "封堵" }] });
    expect(sentOf(schema, { ...typed, act: "approve" })).toEqual({ act: "approve" });
    expect(sentOf(schema, { ...typed, act: "agree" })).toEqual({ act: "agree", via: "phone" });
    // Other forms have no such acts.
    expect(sentOf({ properties: { text: {}, via: {} } }, typed)).toEqual(typed);
  });
});
