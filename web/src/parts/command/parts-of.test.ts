import fc from "fast-check";
import { expect, it } from "vitest";
import { filesAtOnce, partsOf } from "./parts-of.ts";

it("however many files are chosen, each goes once, in order, with no more to a command than it takes", () => {
  fc.assert(
    fc.property(fc.array(fc.uuid(), { maxLength: 130 }), (attachments) => {
      const { values, rest } = partsOf({ text: "见照片", attachments });
      const batches = [values["attachments"], ...rest];
      expect(batches.flat()).toEqual(attachments);
      for (const batch of batches) expect(batch).toHaveProperty("length", expect.toSatisfy(fits));
      expect(values["text"]).toBe("见照片");
    }),
  );
  expect(partsOf({ text: "无" })).toEqual({ values: { text: "无" }, rest: [] });
});

const fits = (length: number) => length <= filesAtOnce;
