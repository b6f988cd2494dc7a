import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { dangerCheck } from "../../../lib/adapters/http/residents/danger-script.ts";
import { soundsDangerous } from "../../../lib/domain/residents/emergency.ts";
import { safetyPhrases } from "../../../lib/domain/triage/phrases.ts";

const sandbox: { isDangerous?: (text: string) => boolean } = {};
runInNewContext(dangerCheck, sandbox);

const pieces = fc.constantFrom(
  ...safetyPhrases.split(" "),
  ..."没有 不是 并未 没有发生 无 电梯 在 被 里 灯 坏 了 ， There is a fire . trapped smell of gas fireplace\n".split(
    " ",
  ),
);

it("the script of the first page warns of just what the server warns of (D6), whatever is typed in which order", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), fc.constantFrom("", " "), (words, between) => {
      const text = words.join(between);
      expect({ text, warns: sandbox.isDangerous?.(text) }).toEqual({ text, warns: soundsDangerous(text) });
    }),
    { numRuns: 2000 },
  );
  expect(
    ["电梯困人了", "The lift: two people trapped", "没有困人", "楼道灯坏了"].map(soundsDangerous),
  ).toEqual([true, true, false, false]);
});
