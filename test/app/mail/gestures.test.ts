import { describe, expect, test } from "vitest";
import { parseMail } from "../../../lib/adapters/mail-in/index.ts";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import { at } from "../../support/builders.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
let count = 0;

/** Takes a raw mail as it stands on the wire; what became of it. */
async function took(subject: string, ...lines: readonly string[]): Promise<string> {
  const w: World = world(now);
  count += 1;
  const head = [
    "From: wang@home.example",
    "To: project-1@desk.example",
    `Message-ID: <g${count}@home.example>`,
    "Date: Mon, 02 Mar 2026 09:00:00 +0800",
    `Subject: =?utf-8?B?${Buffer.from(subject).toString("base64")}?=`,
  ];
  const rawKey = `raw/gesture-${count}`;
  await w.mailbox.put(rawKey, new TextEncoder().encode([...head, ...lines, ""].join("\r\n")));
  await takeMail({ ...w.ports, parseMail }, { rawKey, receivedAt: now });
  return w.quarantined[0]?.reason ?? (w.complaints.items.size === 1 ? "complaint" : "nothing");
}

const text = (body: string) => ["Content-Type: text/plain; charset=utf-8", "", body];
const calendar = (type: string, ...ics: readonly string[]) => [
  'Content-Type: multipart/alternative; boundary="b"',
  "",
  "--b",
  ...text("已接受"),
  "--b",
  `Content-Type: text/calendar; charset=utf-8${type}`,
  "Content-Transfer-Encoding: base64",
  "",
  Buffer.from(["BEGIN:VCALENDAR", ...ics, "END:VCALENDAR"].join("\r\n")).toString("base64"),
  "--b--",
];
const part = (head: string) => [
  'Content-Type: multipart/alternative; boundary="b"',
  "",
  "--b",
  ...text("👍"),
  "--b",
  head,
  "",
  '{"emoji":"👍","version":1}',
  "--b--",
];

describe("what a mail program sends at one tap is no complaint, and is listed", () => {
  test.each([
    ["an accepted meeting", "已接受: 上门", calendar("; method=REPLY", "METHOD:REPLY"), "meeting-answer"],
    ["one whose label lost the method", "Accepted: visit", calendar("", "METHOD:REPLY"), "meeting-answer"],
    ["another time proposed", "新时间: 上门", calendar("; method=COUNTER"), "meeting-answer"],
    ["a recall by Outlook", "Recall: leak", text('Wang would like to recall the message, "leak".'), "recall"],
    ["a recall in Chinese", "撤回: 漏水", text("王女士希望撤回邮件“漏水”。"), "recall"],
    ["a reaction by RFC 9078", "Re: 漏水", part("Content-Disposition: reaction"), "reaction"],
    ["a reaction of Gmail", "Re: x", part("Content-Type: text/vnd.google.email-reaction+json"), "reaction"],
    ["a reaction of Outlook", "Re: x", text("Wang reacted to your message: 👍"), "reaction"],
  ])("%s", async (_, subject, lines, reason) => {
    expect(await took(subject, ...lines)).toBe(reason);
  });
});

describe("letters that look like it are complaints", () => {
  test.each([
    ["an invitation: somebody wants to meet", "上门", calendar("; method=REQUEST", "METHOD:REQUEST")],
    ["a meeting called off", "取消: 上门", calendar("; method=CANCEL", "METHOD:CANCEL")],
    ["a recall by words of the subject alone", "撤回：装修许可", text("物业擅自撤回了我家的装修许可。")],
    [
      "a recall of something else",
      "Recall: lift parts",
      text("The lift maker recalls its brakes, and ours are old."),
    ],
    [
      "one that tells of a reaction",
      "x",
      text("After three weeks nobody reacted to your message on the board."),
    ],
  ])("%s", async (_, subject, lines) => {
    expect(await took(subject, ...lines)).toBe("complaint");
  });
});
