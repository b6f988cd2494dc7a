import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { searchIndexStore } from "../../../lib/adapters/dynamodb/complaints/search-index-store.ts";
import { UnknownCursor } from "../../../lib/app/ports/page.ts";
import { at, later } from "../../support/builders.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());

const received = at("2026-02-13 10:00");
const until = at("2027-03-20 10:00");

function entry(n: number, projectId: string) {
  return {
    id: `id-${n}`,
    projectId,
    receivedAt: later(received, n),
    bits: new Uint8Array([n, 255, 0, 128]),
  };
}

describe("what complaints may be found by", () => {
  test("a month of the company, or of one project alone, comes page by page; what is written again replaces", async () => {
    const index = searchIndexStore(await local.newTable());
    // The name of one project begins like that of another.
    for (const n of [1, 2, 3]) await index.put("2026-02", entry(n, "lake"), until);
    await index.put("2026-02", entry(4, "lake-2"), until);
    await index.put("2026-03", entry(5, "lake"), until);
    await index.put("2026-02", { ...entry(1, "lake"), bits: new Uint8Array([7]) }, until);

    const first = await index.inMonth("2026-02", "lake", { limit: 2 });
    expect(first.items).toEqual([entry(3, "lake"), entry(2, "lake")]);
    const { cursor = "" } = first;
    const rest = await index.inMonth("2026-02", "lake", { limit: 2, cursor });
    expect(rest.items).toEqual([{ ...entry(1, "lake"), bits: new Uint8Array([7]) }]);
    const all = await index.inMonth("2026-02", undefined, { limit: 9 });
    expect(all.items.map(({ id }) => id).sort()).toEqual(["id-1", "id-2", "id-3", "id-4"]);
    expect((await index.inMonth("2025-12", undefined, { limit: 9 })).items).toEqual([]);
    await expect(index.inMonth("2026-03", "lake", { limit: 2, cursor })).rejects.toThrow(UnknownCursor);
  });
});
