import { expect, test } from "vitest";
import { documentAt, partsOf } from "../../../infra/ops/document-parts.ts";
import { UsageError } from "../../../infra/usage-error.ts";
import { bytesOf } from "../../../lib/domain/document/archive.ts";
import { at } from "../../support/builders.ts";
import { confirmedCrowd, onlyGroup } from "../../support/groups.ts";
import { world } from "../../support/world.ts";

test("a document is found by its number or by its place in the log, whatever kind it is", async () => {
  const w = world(at("2026-03-02 10:00"));
  const [id = ""] = await confirmedCrowd(w);
  const { registration } = await w.complaint(id);
  expect(await documentAt(w.ports, registration.number)).toEqual(await w.complaint(id));
  expect(await documentAt(w.ports, `complaint/${id}`)).toEqual(await w.complaint(id));
  const group = onlyGroup(w);
  expect(await documentAt(w.ports, `group/${group.identity.id}`)).toEqual(group);
  for (const unknown of ["999", "complaint/none", "submission/2026-03/none", "emergency/none", "notice/1"])
    await expect(documentAt(w.ports, unknown)).rejects.toThrow(UsageError);
});

test("its parts are told with their bytes, the largest first, and with nobody's values", async () => {
  const w = world(at("2026-03-02 10:00"));
  const matter = "电梯困人".repeat(100);
  const complaint = await w.receive({ matter, complainant: { name: "王女士", phone: "13800000001" } });
  const lines = partsOf(complaint);
  expect(lines[0]).toBe(`${String(bytesOf(complaint)).padStart(8)}  合计 in all`);
  const sizes = lines.map((line) => Number.parseInt(line, 10));
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  expect(lines.join("\n")).toMatch(/clocks: \d+ \(.*firstReply 1/);
  expect(lines.join("\n")).not.toMatch(/王女士|13800000001|困人/);
});
