import { describe, expect, test } from "vitest";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import { arrivalOf, pollMails } from "../../../lib/app/mail/poll.ts";
import { at } from "../../support/builders.ts";
import { rawMail } from "../../support/plain-mail.ts";
import { MemoryPolledMailbox, MemoryPollPositions } from "../../support/polled-mailbox.ts";
import { world } from "../../support/world.ts";

const arrived = at("2026-03-02 08:30");

function polled(mails: number) {
  const w = world(at("2026-03-02 10:00"));
  const polledMailbox = new MemoryPolledMailbox();
  polledMailbox.mails = Array.from({ length: mails }, (_, index) => ({
    uid: index + 1,
    raw: rawMail({ messageId: `<${index}@resident.example>` }),
    arrivedAt: arrived,
  }));
  const puts: string[] = [];
  const mailbox = {
    put: async (...[key, body, type]: Parameters<typeof w.mailbox.put>) => {
      puts.push(key);
      await w.mailbox.put(key, body, type);
    },
  };
  return {
    w,
    puts,
    polledMailbox,
    ports: { ...w.ports, mailbox, polledMailbox, pollPositions: new MemoryPollPositions() },
  };
}

describe("a mailbox that is polled", () => {
  test("gives each mail once, at most fifty a round, and only then is it marked", async () => {
    const { ports, puts, polledMailbox } = polled(60);
    expect(await pollMails(ports)).toEqual({ taken: 50 });
    expect(await pollMails(ports)).toEqual({ taken: 10 });
    expect(await pollMails(ports)).toEqual({ taken: 0 });
    expect(new Set(puts).size).toBe(60);
    expect(polledMailbox.seen).toHaveLength(60);
  });

  test("stops at a mail that cannot be stored and goes on with it in the next round", async () => {
    const { ports, polledMailbox } = polled(3);
    const failing = { put: () => Promise.reject(new Error("no storage")) };
    await expect(pollMails({ ...ports, mailbox: failing })).rejects.toThrow("no storage");
    expect(polledMailbox.seen).toEqual([]);
    expect(await pollMails(ports)).toEqual({ taken: 3 });
  });

  test("numbered anew by its server is taken again under the same names: nothing is registered twice", async () => {
    const { w, ports, puts, polledMailbox } = polled(2);
    await pollMails(ports);
    const take = async () => {
      for (const rawKey of puts.splice(0))
        await takeMail(w.ports, { rawKey, receivedAt: at("2026-03-02 10:00") });
    };
    await take();
    polledMailbox.uidValidity = "2";
    expect(await pollMails(ports)).toEqual({ taken: 2 });
    await take();
    expect([...w.complaints.items.values()]).toHaveLength(2);
  });

  test("the 24 hours run from the mail's arrival in the mailbox, not from the poll", async () => {
    const { w, ports, puts } = polled(1);
    await pollMails(ports);
    const [rawKey = ""] = puts;
    expect(arrivalOf(rawKey)).toBe(arrived);
    await takeMail(w.ports, { rawKey, receivedAt: at("2026-03-02 10:00") });
    expect([...w.complaints.items.values()]).toMatchObject([{ registration: { receivedAt: arrived } }]);
    expect(arrivalOf("raw/0a1b2c")).toBeUndefined();
  });
});
