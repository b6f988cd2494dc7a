import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { registeredValue } from "../../../lib/domain/complaint/document.ts";
import { people } from "../../support/organisation.ts";
import { encoded, parts, plain, taken } from "./written.ts";

/* Letters within letters: what other desks' users reported as unread, as in public-kinds.test.ts. */

describe("a letter passed on as a file", () => {
  const inner = [
    "From: =?utf-8?B?5p2O?= <li@home.example>",
    `Subject: ${encoded("三楼漏水")}`,
    ...plain,
    "",
    "天花板掉了，插座冒烟",
  ].join("\r\n");
  const passedOn = (from: string, own: string) =>
    parts(
      "mixed",
      [
        [plain, own],
        [["Content-Type: message/rfc822", "Content-Disposition: attachment"], inner],
      ],
      [`From: ${from}`, `Subject: ${encoded("转发: 三楼漏水")}`],
    );

  test("without a word of one's own: what it says is read, and its danger heard", async () => {
    const { w, complaint } = await taken(passedOn("wang@home.example", ""));
    expect(registeredValue(complaint!, "matter")).toContain("天花板掉了，插座冒烟");
    expect(w.sent.map(({ subject }) => subject).join()).toContain("possible-danger");
  });

  test("by one of our people: its writer is the complainant, and is not written to", async () => {
    const { w, complaint } = await taken(passedOn(people.clerk.email, ""));
    expect(registeredValue(complaint!, "email")).toBe("li@home.example");
    expect(w.sent.map(({ to }) => to)).not.toContain("li@home.example");
  });

  test("with words of one's own these are the matter, and the file's danger is heard all the same", async () => {
    const { w, complaint } = await taken(passedOn("wang@home.example", "请看附件"));
    expect(registeredValue(complaint!, "matter")).toBe("请看附件");
    expect(w.sent.map(({ subject }) => subject).join()).toContain("possible-danger");
  });

  test("an answer attaches what it answers: its danger was heard when it was written", async () => {
    const raw = passedOn("wang@home.example", "请看附件").toString("latin1");
    const { w } = await taken(Buffer.from(`In-Reply-To: <x@y.example>\r\n${raw}`, "latin1"));
    expect(w.sent.map(({ subject }) => subject).join()).not.toContain("possible-danger");
  });
});

describe("a letter in a wrapping", () => {
  const recorded = (name: string) => {
    const raw = readFileSync(new URL(`../../corpus/mail/${name}.eml`, import.meta.url), "latin1");
    return Buffer.from(raw.replace("service@wuye.example", "project-1@desk.example"), "latin1");
  };

  test.each(["smime-signed", "smime-signed-streamed", "smime-signed-twice"])(
    "%s: its words are read, its files kept, its danger heard",
    async (name) => {
      const { w, complaint } = await taken(recorded(name));
      expect(registeredValue(complaint!, "matter")).toBe("三单元电梯冒烟，有人被困");
      expect(Object.values(complaint!.personal).map(({ value }) => value)).toContain("冒烟.png");
      expect(w.sent.map(({ subject }) => subject).join()).toContain("possible-danger");
    },
  );

  test("an encrypted one is registered and says that its writer is to be asked", async () => {
    const { complaint } = await taken(recorded("smime-encrypted"));
    expect(registeredValue(complaint!, "matter")).toMatch(/^电梯故障（来信已加密.*ask its writer）$/);
  });

  test("a mail within a mail, not as a file: what it says is read, and its danger heard", async () => {
    const inner = [
      "From: li@home.example",
      "Date: Mon, 02 Mar 2026 08:00:00 +0800",
      "Subject: x",
      ...plain,
      "",
      "插座冒烟",
    ];
    const raw = parts("mixed", [
      [plain, "请看"],
      [["Content-Type: message/rfc822"], inner.join("\r\n")],
    ]);
    const { w, complaint } = await taken(raw);
    expect(registeredValue(complaint!, "matter")).toMatch(/^请看[^]*插座冒烟$/);
    expect(w.sent.map(({ subject }) => subject).join()).toContain("possible-danger");
  });
});
