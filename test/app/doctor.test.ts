import { describe, expect, test } from "vitest";
import { examine } from "../../lib/app/doctor/examine.ts";
import { publishPolicy } from "../../lib/app/rules/publish.ts";
import { completed } from "../../lib/contracts/rules/policy-presets.ts";
import { plusSeconds } from "../../lib/domain/time/instant.ts";
import { at } from "../support/builders.ts";
import { people } from "../support/organisation.ts";
import { world } from "../support/world.ts";

const now = at("2026-03-02 10:00");

describe("the doctor", () => {
  test("finds that an empty table has no company, the gravest first", async () => {
    const w = world(now);
    w.organisation.company = undefined;
    w.organisation.projects = [];
    const { lacks } = await examine(w.ports, people.headquarters);
    expect(lacks[0]).toMatchObject({ code: "no-company", weight: "must" });
    const weights = lacks.map(({ weight }) => weight);
    expect(weights).toEqual(weights.toSorted());
  });

  test("counts quarantined mails that wait, and names where rules are their own", async () => {
    const w = world(now);
    await w.ports.quarantine.put({ id: "m-1", at: now, reason: "list", rawKey: "raw/m-1" });
    const make = (version: string) => completed(version, "D6", {});
    const later = plusSeconds(now, 86_400);
    for (const effectiveFrom of [undefined, later]) {
      await publishPolicy(w.ports, people.headquarters, {
        scope: "company",
        make: (version) => ({ ...make(version), periodStartDay: effectiveFrom === undefined ? 2 : 3 }),
        ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
      });
    }
    const found = await examine(w.ports, people.headquarters);
    expect(found.work).toMatchObject({ waitingMails: 1, aside: 0 });
    expect(found.ownPolicies.map(({ version }) => version)).toEqual(["company@1"]);
    w.clock.set(later);
    const then = await examine(w.ports, people.headquarters);
    expect(then.ownPolicies.map(({ version }) => version)).toEqual(["company@2"]);
  });
});
