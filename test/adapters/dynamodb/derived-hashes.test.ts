import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { complaintItem, complaintOf } from "../../../lib/adapters/dynamodb/complaints/complaint-codec.ts";
import { packedJson, packJson } from "../../../lib/adapters/dynamodb/core/packed-json.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { erasedRefs, verifyChain } from "../../../lib/domain/document/chain.ts";
import { after, at, closed, later, plain, registered } from "../../support/builders.ts";
import { sha256 } from "../../support/crypto.ts";

/* A complaint is written without the hashes that follow from the rest (ADR 0021) and comes back with them. */

const received = at("2026-02-13 10:00");
const stored = (complaint: Complaint) => complaintItem(complaint, 8, "slim");
const faults = ({ events, personal }: Complaint) =>
  verifyChain(events, personal, sha256, { erased: erasedRefs(events) });

interface Loose {
  readonly personal: Record<string, { value: string }>;
  readonly events: { occurredAt: string }[];
}

/** What somebody with access to the table makes of an item. */
function tampered(item: Record<string, unknown>, change: (document: Loose) => void): Complaint {
  const document = packedJson.parse(item["doc"]) as Loose;
  change(document);
  return complaintOf({ ...item, doc: packJson(document) });
}

test("a whole life is the same after being stored and is a quarter smaller", () => {
  const life = closed(received);
  const item = stored(life);
  expect(complaintOf(item)).toEqual(life);
  expect(item.doc.length).toBeLessThan(0.75 * complaintItem(life, 8).doc.length);
});

test("what was stored whole before is read, and goes on without", () => {
  const life = closed(received);
  const read = complaintOf(complaintItem(life, 8));
  expect(complaintOf(stored(read))).toEqual(life);
});

test("whatever is erased, however often it is stored in between: the chain holds and nothing else is missing", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5 }), { maxLength: 6 }), (steps) => {
      let complaint = complaintOf(stored(registered(received)));
      for (const [n, step] of steps.entries()) {
        const when = later(received, n + 1);
        const refs = Object.keys(complaint.personal);
        complaint =
          step === 0 && refs.length > 0
            ? after(complaint, { type: "erase", fields: [refs[n % refs.length]!] }, when)
            : after(complaint, step % 2 === 0 ? plain.note() : plain.urge(), when);
        const back = complaintOf(stored(complaint));
        expect(back).toEqual(complaint);
        expect(faults(back)).toEqual([]);
        complaint = back;
      }
    }),
    { numRuns: 40 },
  );
});

describe("a change in the table is found", () => {
  const item = stored(closed(received));

  test.each([
    ["a value", (d: Loose) => (d.personal["1.matter"]!.value = "x")],
    ["an event", (d: Loose) => (d.events[3]!.occurredAt = at("2026-01-01 10:00"))],
    ["an event that is gone", (d: Loose) => d.events.splice(4, 1)],
  ])("%s", (_, change) => {
    expect(faults(tampered(item, change))).not.toEqual([]);
  });

  test("also where it was stored whole when that happened, and written slim since", () => {
    const whole = complaintItem(closed(received), 8);
    const changed = tampered(whole, (d) => {
      d.personal["1.matter"]!.value = "x";
    });
    expect(faults(complaintOf(stored(changed)))).toEqual(faults(changed));
    expect(faults(changed)).toEqual([{ seq: 1, fault: "personal" }]);
  });
});
