import { describe, expect, it } from "vitest";
import { parseMail, type WholeMail } from "../../../lib/adapters/mail-in/index.ts";
import { type CorpusMail, loadCorpus } from "./corpus.ts";

const among = (part: string, fragments: readonly string[] = []): string[] =>
  fragments.filter((one) => part.includes(one));

/** What the parser read, cut down to what the corpus says about this mail. */
function seen(mail: WholeMail, expected: CorpusMail["expected"]): CorpusMail["expected"] {
  const flags = [mail.autoReply && "auto", mail.bounce && "bounce", mail.list && "list"]
    .filter(Boolean)
    .join(",");
  const named =
    expected.defects?.length === 0
      ? mail.defects
      : mail.defects.filter((one) => expected.defects?.includes(one));
  return {
    ...expected,
    from: mail.from?.address ?? null,
    ...(expected.name === undefined ? {} : { name: mail.from?.name }),
    subject: mail.subject,
    text: among(mail.text, expected.text),
    quoted: among(mail.quoted, expected.quoted),
    notext: (expected.notext ?? []).filter((one) => !mail.text.includes(one)),
    html: mail.html !== null,
    files: mail.attachments.map((file) => file.filename),
    flags,
    noAnswer: mail.mustNotAnswer,
    ...(expected.date === undefined ? {} : { date: mail.date }),
    defects: named.sort(),
  };
}

describe("every mail of the corpus is read as a person reads it", () => {
  it.each(loadCorpus())("$name", async ({ raw, expected }) => {
    const mail = await parseMail(raw);
    const full = {
      ...expected,
      quoted: expected.quoted ?? [],
      notext: expected.notext ?? [],
      html: expected.html ?? false,
      files: expected.files ?? [],
      flags: expected.flags ?? "",
      noAnswer: expected.noAnswer ?? (expected.flags ?? "") !== "",
      defects: (expected.defects ?? []).toSorted(),
    };
    expect(seen(mail, expected)).toEqual(full);
    expect(mail.quoted === "").toBe(full.quoted.length === 0);
    expect(`${mail.text}${mail.quoted}${mail.subject}${mail.from?.name}`).not.toContain("\uFFFD");
  });
});
