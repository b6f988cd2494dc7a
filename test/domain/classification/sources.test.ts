import { expect, test } from "vitest";
import { complaintNumber, ticketNumber, ticketText } from "../../../lib/domain/classification/sources.ts";

test("D10: the source's prefix, and at least three digits", () => {
  expect([
    complaintNumber("phone", 466),
    complaintNumber("relay", 1),
    complaintNumber("wechat", 1234),
  ]).toEqual(["466", "Q001", "W1234"]);
});

test.each(["SQ-2026 001", "sq-2026001", "ＳＱ－２０２６　００１", " SQ-2026\t 0 01 "])(
  "a ticket typed as %j is found under one name, which is no number of ours",
  (typed) => {
    expect(ticketText(typed)).toBe("sq-2026001");
    expect(ticketNumber(typed)).toBe("ticket:sq-2026001");
  },
);
