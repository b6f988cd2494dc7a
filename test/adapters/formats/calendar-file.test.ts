import fc from "fast-check";
import { expect, it } from "vitest";
import { calendarFile } from "../../../lib/adapters/formats/calendar-file.ts";

const textOf = (title: string) =>
  new TextDecoder().decode(
    calendarFile(
      [
        {
          uid: "u",
          at: "2026-02-25T10:00:00.000Z",
          title,
          text: "a;b,c\n\\",
          url: "https://desk.example/t/1",
        },
      ],
      "2026-02-13T02:00:00.000Z",
    ),
  );

it("a calendar's lines have at most 75 bytes, no character is parted, and every word comes back when they are joined again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), (title) => {
      fc.pre(!/[\r\n\\;,]/.test(title));
      const file = textOf(title);
      expect(file.endsWith("\r\n")).toBe(true);
      for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(file.replaceAll("\r\n ", "")).toContain(`SUMMARY:${title}\r\n`);
    }),
  );
  expect(textOf("x")).toContain("DTSTART:20260225T100000Z\r\n");
  expect(textOf("x")).toContain("DESCRIPTION:a\\;b\\,c\\n\\\\\r\n");
});
