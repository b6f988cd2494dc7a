import { expect, test } from "vitest";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { findRecurrence } from "../../../lib/domain/groups/recurrence.ts";
import { after, at, local, plain, registered, timer } from "../../support/builders.ts";

const from = (id: string, day: string, more = {}) =>
  registered(at(`2026-${day} 10:00`), {
    id,
    classCode: "1.2.2",
    location: { building: "3", room: id },
    ...more,
  });
const first = from("a", "03-02");
const second = from("b", "03-20");
const third = from("c", "03-31");

test("D15: the same point in the same building for the third time in 30 days opens a corrective action", () => {
  expect(findRecurrence(third, [first, second])).toEqual(["a", "b"]);
  expect(findRecurrence(second, [first, third])).toBeUndefined();
  expect(findRecurrence(from("d", "04-01"), [first, second, third])).toBeUndefined();
});

test.each([
  ["another building", from("b", "03-20", { location: { building: "4" } })],
  ["another point", from("b", "03-20", { classCode: "1.2.6" })],
  ["31 days before", from("b", "02-27")],
  ["another project", from("b", "03-20", { projectId: "project-2" })],
] as [string, Complaint][])("%s does not count", (_, other) => {
  expect(findRecurrence(third, [first, other])).toBeUndefined();
});

test("D15: it has an owner, ten working days, a clock, and is verified by somebody else; asking twice opens one", () => {
  const open = { type: "correct-recurrence", complaintIds: ["a", "b"], ownerId: "head-1" } as const;
  const opened = after(third, open, at("2026-03-31 10:00"), { by: timer });
  expect(opened.actions).toMatchObject([{ id: "z1", ownerId: "head-1" }]);
  expect(local(opened.actions?.[0]?.dueAt ?? "")).toBe("2026-04-15 18:00");
  expect(opened.clocks.at(-1)).toMatchObject({ name: "corrective", key: "z1" });
  expect(after(opened, open, at("2026-04-01 10:00"), { by: timer })).toBe(opened);
  expect(findRecurrence(from("e", "04-05"), [second, opened])).toBeUndefined();
  const evidenced = after(opened, plain.evidence(), at("2026-04-10 10:00"));
  const verified = after(evidenced, plain.verify(), at("2026-04-10 11:00"));
  expect(verified.actions?.[0]?.verifiedAt).toBe(at("2026-04-10 11:00"));
});
