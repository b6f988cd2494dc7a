import { expect, test } from "vitest";
import { veiled } from "../../../lib/domain/complaint/rules/complained-of.ts";
import { after, at, later, personal, registered } from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
const by = (id: string) => ({ by: { kind: "person", id } }) as const;

test("D4: whoever is complained of now reads the own statement, not that of somebody who was before", () => {
  const before = registered(received, { againstPersonId: "handler-1" });
  const first = after(
    before,
    { type: "statement", text: personal("我当时不在岗") },
    later(received, 1),
    by("handler-1"),
  );
  const corrected = after(
    first,
    {
      type: "correct",
      changes: { againstPersonId: "handler-2" },
      personal: { reason: personal("听错") },
    },
    later(received, 2),
  );
  const both = after(
    corrected,
    { type: "statement", text: personal("我已道歉") },
    later(received, 3),
    by("handler-2"),
  );
  const read = Object.values(veiled(both).personal).map(({ value }) => value);
  expect(read).toEqual(["我已道歉"]);
  expect(Object.values(veiled(corrected).personal)).toEqual([]);
});
