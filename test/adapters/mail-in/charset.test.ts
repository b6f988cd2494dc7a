import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../lib/adapters/mail-in/charset.ts";
import { DefectList } from "../../../lib/adapters/mail-in/defects.ts";

/** Encoder made by reading the decoder's own table backwards; two-byte characters and ASCII. */
function encoder(label: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(label);
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && Array.from(character).length === 1 && !table.has(character))
        table.set(character, [lead, trail]);
    }
  }
  return (text) => Uint8Array.from(Array.from(text).flatMap((one) => table.get(one) ?? [one.charCodeAt(0)]));
}

const simplified =
  "物业客户投诉处理规程要求客服中心在二十四小时内答复业主并说明下一步措施电梯渗漏噪音垃圾清运停车收费绿化养护消防通道堵塞";
const traditional =
  "請問社區電梯什麼時候維修我們已經等了三天這個問題還沒有人處理請儘快回覆謝謝您停車場的燈壞了樓道漏水保全人員態度惡劣";

const piece = (text: string): fc.Arbitrary<string> =>
  fc
    .integer({ min: 0, max: text.length - 8 })
    .chain((at) => fc.integer({ min: 6, max: 30 }).map((length) => text.slice(at, at + length)));

describe("a wrong or missing charset label does not garble Chinese", () => {
  it.each([
    {
      bytes: "gb18030",
      text: simplified,
      labels: [null, "gb2312", "iso-8859-1", "us-ascii", "utf-8", "x-nonsense", "unknown-8bit"],
    },
    {
      bytes: "big5",
      text: traditional,
      labels: [null, "big5", "us-ascii", "utf-8", "x-nonsense", "unknown-8bit"],
    },
    {
      bytes: "utf-8",
      text: simplified,
      labels: [null, "utf8", "gb2312", "gb18030", "big5", "iso-8859-1", "us-ascii", "koi8-r", "euc-kr"],
    },
  ])("$bytes under the labels $labels", ({ bytes, text, labels }) => {
    const encode = bytes === "utf-8" ? (one: string) => Buffer.from(one) : encoder(bytes);
    fc.assert(
      fc.property(piece(text), fc.constantFrom(...labels), (written, label) => {
        expect(decodeText(encode(written), label, new DefectList())).toBe(written);
      }),
      { numRuns: 500 },
    );
  });

  it.each(["José García", "Größe", "“quoted”", "20° C", "São Paulo", "Ça va très bien"])(
    "leaves Latin text alone: %s",
    (text) => {
      const bytes = Uint8Array.from(
        Array.from(text).map((one) => ({ "“": 0x93, "”": 0x94 })[one] ?? one.charCodeAt(0)),
      );
      const defects = new DefectList();
      expect(decodeText(bytes, "iso-8859-1", defects)).toBe(text);
      expect(defects.list()).toEqual([]);
    },
  );

  it.each([
    ["koi8-r", "f0d2c9d7c5d4", "Привет"],
    ["windows-1251", "cff0e8e2e5f2", "Привет"],
    ["iso-8859-7", "cae1ebe7ecdd", "Καλημέ"],
  ])("believes a declared %s that decodes without a fault", (label, hex, text) => {
    expect(decodeText(Buffer.from(hex, "hex"), label, new DefectList())).toBe(text);
  });
});
