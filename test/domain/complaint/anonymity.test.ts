import { describe, expect, test } from "vitest";
import { mayKnowComplainant, withoutComplainant } from "../../../lib/domain/complaint/anonymity.ts";
import { at, personal, registered } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";

const plain = registered(at("2026-03-02 10:00"));

/** A complaint with a value in every field that says who complained, and one that does not. */
const telling = ["name", "phone", "email", "signatories", "channelData", "author", "subject", "originalAt"];
const complaint = {
  ...plain,
  personal: {
    "1.matter": personal("事由"),
    ...Object.fromEntries(telling.map((field, index) => [`${index + 1}.${field}`, personal(`秘密${index}`)])),
  },
  registration: {
    ...plain.registration,
    anonymous: true,
    rawMail: "mail/2026-03/secret",
    contactKey: "contact-secret",
    householdKey: "household-secret",
    location: { area: "二期", building: "12", unit: "2", room: "秘密房" },
  },
};

describe("an anonymous complaint without whoever complained", () => {
  const told = withoutComplainant(complaint);

  test("says nothing of who it was: no name, address, subject or author of a letter, raw mail, key or flat", () => {
    expect(Object.keys(told.personal)).toEqual(["1.matter"]);
    const text = JSON.stringify(told);
    for (const secret of ["秘密", "mail/2026-03/secret", "contact-secret", "household-secret", "秘密房"])
      expect(text).not.toContain(secret);
  });

  test("is known to the posts that the policy names, and never to the person complained of", () => {
    const may = (id: string, post: "clerk" | "manager", more: object = {}) =>
      mayKnowComplainant(
        { ...complaint, registration: { ...complaint.registration, ...more } },
        { id },
        [post],
        ["manager"],
      );
    expect([may("a", "manager"), may("a", "clerk"), may("a", "clerk", { anonymous: false })]).toEqual([
      true,
      false,
      true,
    ]);
    for (const anonymous of [true, false])
      expect(may(people.manager.id, "manager", { anonymous, againstPersonId: people.manager.id })).toBe(
        false,
      );
  });
});
