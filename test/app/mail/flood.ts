import { rawMailMessages } from "../../../lib/adapters/lambda/messages.ts";
import { queueConsumer } from "../../../lib/adapters/lambda/queue-consumer.ts";
import { parseMail } from "../../../lib/adapters/mail-in/index.ts";
import { sweep } from "../../../lib/app/dispatch/sweep.ts";
import { takeMails } from "../../../lib/app/mail/mail-intake.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import { at } from "../../support/builders.ts";
import { context } from "../../support/lambda-context.ts";
import { project } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const MAILBOX = "desk@jiesu.example";
const now = at("2026-03-02 10:00");
/** Where a mail is put aside whatever became of it before: after so many rounds it is the fault itself. */
const ROUNDS = 6;

/** One mail of the flood: a letter, or one that nobody can make a complaint of. */
export interface FloodMail {
  readonly key: string;
  readonly raw: Uint8Array;
  readonly poison?: Poison;
}
export type Poison = "unreadable" | "nobody's" | "machine" | "bounce" | "breaks-the-reader";

export interface FloodResult {
  readonly complaints: readonly string[];
  readonly quarantined: ReadonlyMap<string, string>;
  readonly dead: readonly string[];
  readonly left: number;
}

/** So many mails, every tenth of them poison of one kind or another. */
export function flood(size: number): FloodMail[] {
  const poisons: readonly Poison[] = ["unreadable", "nobody's", "machine", "bounce", "breaks-the-reader"];
  return Array.from({ length: size }, (_, n): FloodMail => {
    const poison = n % 10 === 7 ? poisons[Math.floor(n / 10) % poisons.length] : undefined;
    return {
      key: `raw/${n}`,
      raw: poison === undefined ? letter(n) : poisoned(n, poison),
      ...(poison === undefined ? {} : { poison }),
    };
  });
}

/**
 * Brings every mail `times` times, in any order and ten at the same moment, as the queue does: what fails comes back up to
 * five times and is then a dead letter; the sweep goes on with what still lies in the inbox.
 */
export async function takeFlood(
  mails: readonly FloodMail[],
  times: number,
  shuffled: <T>(items: readonly T[]) => readonly T[],
): Promise<FloodResult> {
  const w = world(now);
  w.organisation.projects.splice(0, 1, { ...project, mailbox: MAILBOX });
  for (const { key, raw } of mails) await w.mailbox.put(key, raw);
  const broken = new Set(
    mails.flatMap(({ raw, poison }) => (poison === "breaks-the-reader" ? [text(raw)] : [])),
  );
  const ports: Ports = {
    ...w.ports,
    parseMail: async (raw) => {
      // A reader that dies of a mail, whatever it is: no mail is known that does it, and one day there will be.
      if (broken.has(text(raw))) throw new RangeError("out of memory");
      return parseMail(raw);
    },
  };
  const consume = queueConsumer(async () => ports, rawMailMessages, takeMails);
  const dead: string[] = [];
  let waiting = shuffled(
    mails.flatMap(({ key }) => Array.from({ length: times }, () => ({ key, tries: 0 }))),
  );
  while (waiting.length > 0) {
    const back: { key: string; tries: number }[] = [];
    for (let from = 0; from < waiting.length; from += 10) {
      const batch = waiting.slice(from, from + 10);
      const records = batch.map(({ key }, index) => ({
        messageId: String(index),
        body: JSON.stringify({ Records: [{ eventTime: now, s3: { object: { key } } }] }),
      }));
      const answer = await consume({ Records: records } as never, context);
      for (const { itemIdentifier } of answer.batchItemFailures) {
        const { key, tries } = batch[Number(itemIdentifier)]!;
        if (tries === 4) dead.push(key);
        else back.push({ key, tries: tries + 1 });
      }
    }
    waiting = shuffled(back);
  }
  await sweepOn(w, ports);
  return {
    complaints: [...w.complaints.items.values()].map(
      ({ registration, personal }) => personal["1.matter"]?.value ?? registration.number,
    ),
    quarantined: new Map(w.quarantined.map(({ rawKey, reason }) => [rawKey, reason])),
    dead: [...new Set(dead)],
    left: (await w.mailbox.listOlderThan("raw/", at("2026-03-09 10:00"), 10_000)).length,
  };
}

/** Three hours of sweeps: what nobody could take is put aside for people. */
async function sweepOn(w: World, ports: Ports): Promise<void> {
  for (let round = 0; round < ROUNDS * 6; round += 1) {
    w.clock.advance(300);
    await sweep(ports);
    for (const message of w.mailInQueue.take()) await takeMails(ports, [message]).catch(() => undefined);
  }
}

const text = (raw: Uint8Array) => new TextDecoder("latin1").decode(raw);

function letter(n: number): Uint8Array {
  return mail([
    `From: =?utf-8?B?${Buffer.from(`业主${n}`).toString("base64")}?= <owner-${n}@home.example>`,
    `To: <${MAILBOX}>`,
    `Message-ID: <flood-${n}@home.example>`,
    `Subject: flood ${n}`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    `第${n}封：${n}栋电梯又停了。`,
  ]);
}

function poisoned(n: number, poison: Poison): Uint8Array {
  const from = `From: <sender-${n}@mail.example>`;
  const id = `Message-ID: <poison-${n}@mail.example>`;
  switch (poison) {
    case "unreadable":
      return Uint8Array.from({ length: 400 }, (_, i) => (i * 37 + n) % 256);
    case "nobody's":
      return mail([from, "To: <nobody@elsewhere.example>", id, `Subject: ${n}`, "", "随便说说"]);
    case "machine":
      return mail([
        from,
        `To: <${MAILBOX}>`,
        id,
        "Auto-Submitted: auto-replied",
        `Subject: Re: ${n}`,
        "",
        "我在休假",
      ]);
    case "bounce":
      return mail([
        "Return-Path: <>",
        "From: MAILER-DAEMON@mx.example",
        `To: <${MAILBOX}>`,
        id,
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
        "",
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.example",
        "",
        "Action: failed",
        "--b--",
      ]);
    case "breaks-the-reader":
      return letter(100_000 + n);
  }
}

function mail(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`${lines.join("\r\n")}\r\n`);
}
