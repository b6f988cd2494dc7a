import { expect, test } from "vitest";
import { plainFileName } from "../../../lib/domain/attachments/file-name.ts";

test("a file's name is no folder, no device and shows what it is; its end stays, which says the type", () => {
  expect(plainFileName(`漏水/..\\a:b*?"<>|\u0000\r\n\u202Egnp.exe`)).toBe("漏水_.._a_b__________gnp.exe");
  expect(plainFileName("楼道 (1).JPG")).toBe("楼道 (1).JPG");
  expect(plainFileName(`${"很".repeat(200)}.pdf`)).toBe(`${"很".repeat(96)}.pdf`);
  expect(plainFileName("123456.pdf", 7)).toBe("456.pdf");
});
