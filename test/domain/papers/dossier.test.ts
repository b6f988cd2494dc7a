import { describe, expect, test } from "vitest";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import {
  DOSSIER_BYTES,
  dossierFileName,
  dossierFiles,
  dossierForms,
} from "../../../lib/domain/papers/dossier.ts";
import { at, registered } from "../../support/builders.ts";

const plain = registered(at("2026-03-02 10:00"));
const always = ["case-history", "complaint-record", "handling-record"];

/** Of what the forms are chosen by, only that it is there counts. */
const having = (more: object): Complaint => ({ ...plain, ...more });

describe("an inspection file (D10)", () => {
  test("has a sheet for what the complaint has, in this order", () => {
    expect(dossierForms(plain)).toEqual(always);
    expect(dossierForms(having({ plan: {} }))).toEqual([...always, "handling-plan"]);
    expect(dossierForms(having({ attempts: [{}] }))).toEqual([...always, "follow-up-record"]);
    expect(dossierForms(having({ group: {} }))).toEqual([...always, "joint-signatures"]);
    const registration = { ...plain.registration, channel: "government" };
    expect(dossierForms(having({ plan: {}, attempts: [{}], group: {}, registration }))).toEqual([
      ...always,
      "handling-plan",
      "follow-up-record",
      "joint-signatures",
      "ticket-reply",
    ]);
  });

  test("encloses files up to 60 MB, the oldest first; a smaller one after one that is too large still fits", () => {
    const file = (id: string, size: number) => ({ id, size, contentType: "image/png" });
    const sizes = [DOSSIER_BYTES - 10, 11, 10, 1];
    const [first] = plain.events;
    if (first === undefined) throw new Error("no event");
    const files = sizes.map((size, index) => file(`f${index}`, size));
    const event = { ...first, fact: { type: "attachmentsStored", files } };
    const found = dossierFiles({ ...plain, events: [event] } as Complaint);
    expect(found.enclosed.map(({ id }) => id)).toEqual(["f0", "f2"]);
    expect(found.left.map(({ id }) => id)).toEqual(["f1", "f3"]);
  });

  test("numbers its files, under names that every system can unpack", () => {
    const named = (name: string | undefined, index: number) =>
      dossierFileName(
        { id: "abc", size: 1, contentType: "image/png", ...(name === undefined ? {} : { name }) },
        index,
      );
    expect(named("现场 照片.png", 0)).toBe("01-现场 照片.png");
    expect(named(undefined, 9)).toBe("10-abc");
    expect(named("../../a\\b:c.png", 1)).toBe("02-.._.._a_b_c.png");
    expect(named(`${"长".repeat(200)}.png`, 99)).toBe(`100-${"长".repeat(76)}.png`);
  });
});
