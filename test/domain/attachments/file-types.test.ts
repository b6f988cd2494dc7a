import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOffered, isPicture, keptType } from "../../../lib/domain/attachments/file-types.ts";

test.each([
  "image/png",
  "image/jpeg",
  "audio/amr",
  "video/mp4",
  "application/pdf",
  "application/zip",
  "application/rtf",
  "application/msword",
  "application/x-rar-compressed",
  "application/x-7z-compressed",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "text/plain",
  "text/csv",
  "text/calendar",
  "message/rfc822",
])("%s is taken as evidence (D6)", (type) => {
  expect(isOffered(type)).toBe(true);
});

test.each([
  "image/svg+xml",
  "text/html",
  "text/xml",
  "application/javascript",
  "application/x-msdownload",
  "application/vnd.ms-word.document.macroEnabled.12",
  "application/vnd.ms-excel.sheet.macroenabled.12",
  "x-image/png",
  "image/png; charset=x",
  "image/",
  "x-text/plain",
  "text/plain+html",
  "application/pdf2",
  "",
])("%s may run something or is no type: not taken", (type) => {
  expect(isOffered(type)).toBe(false);
});

describe("the type a file is kept under", () => {
  test.each([
    ["image/jpeg", "image/png", "image/jpeg"],
    [
      "application/zip",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
    ["application/x-cfb", "application/msword", "application/msword"],
    ["application/zip", "image/png", "application/zip"],
    ["application/zip", "application/vnd.ms-excel.sheet.macroEnabled.12", "application/zip"],
    ["application/zip", "x-application/msword", "application/zip"],
    ["application/zip", "application/msword2", "application/zip"],
    ["application/pdf", "application/msword", "application/pdf"],
    ["application/x-msdownload", "image/png", undefined],
    ["image/svg+xml", "image/png", undefined],
    [undefined, "text/plain", "text/plain"],
    [undefined, "image/png", undefined],
    [undefined, "text/html", undefined],
  ])("bytes of %s called %s: %s", (found, announced, kept) => {
    expect(keptType(found, announced)).toBe(kept);
  });

  test("nothing is kept under a type that nobody may announce", () => {
    const types = fc.constantFrom(
      "text/html",
      "image/svg+xml",
      "application/javascript",
      "image/gif",
      "application/zip",
      "text/xml",
      "application/vnd.ms-word.document.macroEnabled.12",
      "application/msword",
      "text/plain",
    );
    fc.assert(
      fc.property(fc.option(types, { nil: undefined }), types, (found, announced) => {
        const kept = keptType(found, announced);
        expect(kept === undefined || isOffered(kept)).toBe(true);
      }),
    );
  });
});

test("a photograph or a scan is a picture; what runs something, a table or a recording is none", () => {
  expect(["image/png", "image/heic", "application/pdf"].filter(isPicture)).toHaveLength(3);
  for (const other of ["image/svg+xml", "application/zip", "audio/mpeg", "text/plain", ""])
    expect([other, isPicture(other)]).toEqual([other, false]);
});
