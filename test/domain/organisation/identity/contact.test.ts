import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalContact } from "../../../../lib/domain/organisation/identity/contact.ts";

const prefix = fc.constantFrom(
  "",
  "+86",
  "0086",
  "(+86)",
  "（+86）",
  " +86",
  "+86 ",
  "86",
  "+86-",
  "00 86 ",
  "０",
  "0",
);
const digits = (length: number) =>
  fc.string({ minLength: length, maxLength: length, unit: fc.constantFrom(..."0123456789".split("")) });
const mobile = fc
  .tuple(fc.constantFrom("13", "15", "17", "18", "19"), digits(9))
  .map((parts) => parts.join(""));
const wide = (text: string) =>
  text.replace(/\d/g, (char) => String.fromCodePoint(char.charCodeAt(0) + 0xfee0));

describe("the normal form of a contact", () => {
  it("is one for every way of writing a mobile number", () => {
    const spelt = mobile.chain((number) =>
      fc
        .tuple(
          prefix,
          fc.constantFrom(
            number,
            `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`,
            `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`,
            wide(number),
            `\u200b${number}\u3000`,
          ),
        )
        .map(([before, rest]) => ({ number, text: before + rest })),
    );
    fc.assert(
      fc.property(spelt, ({ number, text }) => {
        expect(normalContact(text)).toBe(number);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["0371-6600 1234", "037166001234"],
    ["(0371)66001234", "037166001234"],
    ["+86 371 6600 1234", "037166001234"],
    ["+86(0)371-66001234", "037166001234"],
    ["0086-10-8800 1234", "01088001234"],
    ["0371-66001234转801", "037166001234#801"],
    ["0371-66001234-801", "037166001234#801"],
    ["037166001234 ext. 801", "037166001234#801"],
    ["0371-66001234 分机８０１", "037166001234#801"],
    ["+86 0371 66001234 x801", "037166001234#801"],
    ["400-800-1234", "4008001234"],
    ["+86 400 800 1234", "4008001234"],
    ["86123456", "86123456"],
    ["+852 2345 6789", "+85223456789"],
    ["00852-23456789", "+85223456789"],
    [" Wang@Mail.Example ", "wang@mail.example"],
    ["ｗａｎｇ＠mail.example", "wang@mail.example"],
  ])("of %s is %s", (written, is) => {
    expect(normalContact(written)).toBe(is);
  });

  it("keeps two doors of one switchboard apart, and from the switchboard", () => {
    const all = ["0371-66001234", "0371-66001234-801", "0371-66001234-802"].map(normalContact);
    expect(new Set(all).size).toBe(3);
  });

  it("is idempotent, whatever was written", () => {
    const any = fc.oneof(
      fc.string({ maxLength: 20, unit: fc.constantFrom(..."0123456789+-() 转x#,;.８".split("")) }),
      fc.tuple(prefix, mobile, fc.constantFrom("", "-12", "转3", "#4")).map((parts) => parts.join("")),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(any, (text) => {
        const once = normalContact(text);
        expect(normalContact(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });
});
