import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asking, fingerprint } from "../../../lib/domain/search/fingerprint.ts";
import { gramsOf, gramsOfQuery, holdsWords } from "../../../lib/domain/search/grams.ts";
import { at, personal, registered } from "../../support/builders.ts";
import { countedCrypto } from "../../support/crypto.ts";

const keyed = (text: string) => countedCrypto().keyedHash(text);

describe("fingerprints of words", () => {
  const text = fc.string({
    unit: fc.constantFrom(...Array.from("电梯停了老人爬楼道灯坏水管漏a1B9，。 ")),
    maxLength: 60,
  });

  test("never miss a complaint that holds the words", () => {
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(10), (matter, from, length) => {
        const complaint = withMatter(matter);
        const q = matter.slice(from, from + 2 + length);
        if (!holdsWords(complaint, q)) return;
        expect(asking(gramsOfQuery(q), keyed)(fingerprint(gramsOf(complaint), keyed))).toBe(true);
      }),
    );
  });

  test("err on a word of two characters less than once in five, and say nothing without the key", () => {
    const other = (one: string) => keyed(`another key ${one}`);
    const bits = Array.from({ length: 400 }, (_, n) =>
      fingerprint(gramsOf(withMatter(`第${n}号井盖松动，夜里响声很大，影响休息，已经反映过多次`)), keyed),
    );
    const hits = (hash: typeof keyed) => bits.filter(asking({ matter: ["电梯"] }, hash)).length;
    expect(hits(keyed)).toBeLessThan(80);
    const own = bits.filter(asking({ matter: ["井盖"] }, keyed)).length;
    expect([own, bits.filter(asking({ matter: ["井盖"] }, other)).length < 80]).toEqual([400, true]);
  });

  test("are small: an ordinary complaint's has 64 to 128 bytes, the longest letter's a kilobyte", () => {
    const size = (matter: string) => fingerprint(gramsOf(withMatter(matter)), keyed).length;
    expect(size("电梯又停了，老人爬不动楼，请尽快修")).toBeLessThanOrEqual(64);
    expect(size(Array.from({ length: 120 }, (_, n) => String.fromCharCode(0x4e00 + n)).join(""))).toBe(128);
    expect(size(Array.from({ length: 4000 }, (_, n) => String.fromCharCode(0x4e00 + n)).join(""))).toBe(1024);
  });
});

function withMatter(matter: string) {
  return registered(at("2026-03-02 10:00"), {}, { matter: personal(matter) });
}
