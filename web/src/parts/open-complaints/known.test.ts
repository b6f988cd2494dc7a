import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aRow } from "./a-row.ts";
import { nothingKnown, withChanges, withPage } from "./known.ts";

describe("what a list knows of the open complaints", () => {
  it("keeps the newest version of each and drops those that are over, in whatever order pages and changes come", () => {
    const change = fc.record({ id: fc.integer({ min: 0, max: 8 }), closes: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), fc.boolean(), (changes, again) => {
        const server = new Map<string, ReturnType<typeof aRow>>();
        let known = withPage(nothingKnown, { items: [] });
        const told = changes.map(({ id, closes }) => {
          const key = `c-${id}`;
          const version = (server.get(key)?.version ?? 0) + 1;
          const row = aRow({ id: key, version, status: closes ? "closed" : "handling" });
          server.set(key, row);
          return row;
        });
        for (const row of told) known = withChanges(known, { stamp: String(row.version), items: [row] });
        // Rows of the last ten seconds are told once more.
        if (again) {
          const items = told.slice(-3).map(({ id }) => server.get(id) ?? aRow({ id }));
          known = withChanges(known, { stamp: "again", items });
        }
        const open = [...server.values()].filter(({ status }) => status !== "closed");
        expect(new Map([...known.rows].map(([id, { version }]) => [id, version]))).toEqual(
          new Map(open.map(({ id, version }) => [id, version])),
        );
      }),
    );
  });

  it("keeps the very row where nothing changed: it is not drawn again", () => {
    const row = aRow({ version: 3 });
    const known = withPage(nothingKnown, { items: [row] });
    const same = withChanges(known, { stamp: "later", items: [aRow({ version: 3 })] });
    expect(same.rows.get(row.id)).toBe(row);
    expect(same.stamp).toBe("later");
  });
});
