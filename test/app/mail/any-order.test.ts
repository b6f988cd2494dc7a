import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMail } from "../../../lib/adapters/mail-in/index.ts";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import { type Complaint, registeredValue } from "../../../lib/domain/complaint/document.ts";
import { loadCorpus } from "../../adapters/mail-in/corpus.ts";
import { at } from "../../support/builders.ts";
import { project } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-30 10:00");
const cases = new URL("../../corpus/cases/", import.meta.url);

const types = (complaint: Complaint | undefined) => complaint?.events.map(({ fact }) => fact.type) ?? [];

/** A desk whose first project has this mailbox, with the real parser. */
function desk(mailbox: string): World {
  const w = world(now);
  w.organisation.projects.splice(0, 1, { ...project, mailbox });
  return { ...w, ports: { ...w.ports, parseMail } };
}

/** Brings mails as a queue does: some at the same moment, and once more what failed. */
async function bring(w: World, raws: readonly Uint8Array[], together: number): Promise<void> {
  let waiting = await Promise.all(
    raws.map(async (raw, index) => {
      await w.mailbox.put(`raw/${index}`, raw);
      return `raw/${index}`;
    }),
  );
  for (let round = 0; waiting.length > 0 && round < 5; round += 1) {
    const failed: string[] = [];
    for (let first = 0; first < waiting.length; first += together) {
      const batch = waiting.slice(first, first + together);
      const taken = await Promise.allSettled(
        batch.map((rawKey) => takeMail(w.ports, { rawKey, receivedAt: now })),
      );
      failed.push(...batch.filter((_, index) => taken[index]?.status === "rejected"));
    }
    waiting = failed;
  }
  expect(waiting).toEqual([]);
}

/**
 * What became of the mails. Of two that say the same either may be the one that was taken; an answer that comes before its
 * mail is a complaint of its own.
 */
function outcome(w: World) {
  const all = [...w.complaints.items.values()];
  const quarantined = new Map(w.quarantined.map(({ rawKey, reason }) => [rawKey, reason]));
  return {
    inbox: [...w.mailbox.items.keys()].filter((key) => key.startsWith("raw/")),
    kept: [...w.mailbox.items.keys()].filter((key) => key.startsWith("mail/")).toSorted(),
    complaintsAndMessages:
      all.length + all.flatMap(types).filter((type) => type === "messageReceived").length,
    quarantined: [...quarantined].toSorted(([a], [b]) => a.localeCompare(b)),
  };
}

test("every letter of the corpus that answers none, five times in any order and at once, is what it is when it comes once", async () => {
  const all = loadCorpus().map(({ raw }) => raw);
  const read = await Promise.all(all.map(parseMail));
  // What answers another mail, or says 自动回复 to a sender known by then, is taken by which of the two came first.
  const raws = all.filter((_, index) => {
    const mail = read[index];
    if (mail === undefined || mail.inReplyTo !== null) return false;
    return mail.references.length === 0 && !mail.signs.includes("auto-subject");
  });
  const once = desk("service@wuye.example");
  await bring(once, raws, 1);
  const expected = outcome(once);
  expect(expected.complaintsAndMessages).toBeGreaterThan(100);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(
        Array.from({ length: raws.length * 5 }, (_, n) => n % raws.length),
        { minLength: raws.length * 5 },
      ),
      fc.integer({ min: 2, max: 40 }),
      async (order, together) => {
        const w = desk("service@wuye.example");
        await bring(
          w,
          order.map((index) => raws[index] ?? new Uint8Array()),
          together,
        );
        expect(outcome(w)).toEqual(expected);
      },
    ),
    { numRuns: 2 },
  );
});

/** The mails of one folder of test/corpus/cases, in the order of their names. */
async function taken(folder: string): Promise<{ w: World; all: Complaint[] }> {
  const files = readdirSync(new URL(`${folder}/`, cases)).toSorted();
  const w = desk("senlinhu@jiesu.example");
  await bring(
    w,
    files.map((file) => readFileSync(new URL(`${folder}/${file}`, cases))),
    1,
  );
  const all = [...w.complaints.items.values()];
  return { w, all: await Promise.all(all.map((complaint) => w.ports.complaints.whole(complaint))) };
}

const emails = (all: readonly Complaint[]) => all.map((complaint) => registeredValue(complaint, "email"));

describe("mails that other help desks' users reported as lost or wrong", () => {
  test("two letters scanned on one copier are two complaints, each with its own letter", async () => {
    const { w, all } = await taken("01-scanner-no-message-id");
    expect(all).toHaveLength(2);
    const files = all.flatMap((complaint) =>
      complaint.events.flatMap(({ fact }) => (fact.type === "attachmentsStored" ? fact.files : [])),
    );
    expect(new Set(files.map(({ id }) => id)).size).toBe(2);
    expect(outcome(w).kept).toHaveLength(2);
  });

  test("ordinary words are no machine's", async () => {
    const { w, all } = await taken("09-ordinary-words-taken-for-machines");
    expect(w.quarantined).toEqual([]);
    expect(emails(all)).toEqual([1, 2, 3, 4].map((n) => `li${n}@mail.example`));
  });

  test("a platform's letter, one with a way to unsubscribe, one by the company's own group are registered", async () => {
    const { w, all } = await taken("10-machine-made-but-a-letter");
    expect(w.quarantined).toEqual([]);
    expect(all).toHaveLength(3);
    await w.drain();
    expect(w.sent.map(({ to }) => to)).toEqual(["w@mail.example"]);
  });

  test("an answer to one's own mail, and the family's, belong to the complaint", async () => {
    const { all } = await taken("12-answer-to-own-mail");
    expect(all).toHaveLength(1);
    expect(types(all[0]).filter((type) => type === "messageReceived")).toHaveLength(2);
  });

  test("answers go to Reply-To: a form's person, whoever wrote to a group", async () => {
    const { all } = await taken("13-reply-to-ignored");
    expect(emails(all)).toEqual(["sun@mail.example", "wang2@mail.example"]);
  });

  test("a long letter: the cut is marked, the whole lies beside it, danger at its end is told", async () => {
    const { all } = await taken("16-tail-of-a-long-letter");
    expect(registeredValue(all[0]!, "matter")).toContain("全文见附件");
    expect(types(all[0])).toEqual(expect.arrayContaining(["attachmentsStored", "hinted"]));
  });
});

test("a letter that was registered before its sender was known stays one when it comes again", async () => {
  const letter = (id: string, subject: string) =>
    new TextEncoder().encode(
      [
        "From: li@mail.example",
        "To: senlinhu@jiesu.example",
        `Message-ID: <${id}@mail.example>`,
        `Subject: ${subject}`,
        "Content-Type: text/plain; charset=utf-8",
        "",
        "保安室夜里没有人。",
      ].join("\r\n"),
    );
  const away = letter("1", "Out of office hours nobody answers");
  const w = desk("senlinhu@jiesu.example");
  await bring(w, [away, letter("2", "again"), away], 1);
  expect(w.complaints.items.size).toBe(2);
  expect(w.quarantined).toEqual([]);
});
