import { describe, expect, test } from "vitest";
import { parseMail } from "../../../lib/adapters/mail-in/index.ts";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import { acceptQuarantined } from "../../../lib/app/mail/quarantine.ts";
import { registeredValue } from "../../../lib/domain/complaint/document.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const plain = ["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8"];
let count = 0;

/** Raw mails, as they stand on the wire, through the real parser. */
function desk(): World {
  const w = world(now);
  return { ...w, ports: { ...w.ports, parseMail } };
}

async function take(w: World, fields: readonly string[], body = "地下室水泵房夜里嗡嗡响。"): Promise<void> {
  count += 1;
  const has = (name: string) => fields.some((field) => field.toLowerCase().startsWith(`${name}:`));
  const head = [
    ...(has("from") ? [] : ["From: =?utf-8?B?546L?= <wang@home.example>"]),
    ...(has("to") ? [] : ["To: project-1@desk.example"]),
    ...(has("message-id") ? [] : [`Message-ID: <k${count}@home.example>`]),
    ...(has("subject") ? [] : ["Subject: pump"]),
    "Date: Mon, 02 Mar 2026 09:00:00 +0800",
  ];
  const raw = new TextEncoder().encode([...head, ...fields, ...plain, "", body, ""].join("\r\n"));
  const rawKey = `raw/kinds-${count}`;
  await w.mailbox.put(rawKey, raw);
  await takeMail(w.ports, { rawKey, receivedAt: now });
}

const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
const all = (w: World) => [...w.complaints.items.values()];
const reasons = (w: World) => w.quarantined.map(({ reason }) => reason);
/** Whom a complaint made of the mail may be answered to, and whether the desk does it by itself. */
async function answered(w: World) {
  await w.drain();
  return { address: registeredValue(all(w)[0]!, "email"), acknowledged: w.sent.map(({ to }) => to) };
}

describe("words alone make no machine", () => {
  test.each([
    "退信一大堆没人分拣",
    "邮件退回的事说了三遍",
    "无法投递：快递柜坏了",
    "Delivery failure of our newspapers",
    "Returned mail piles up at the gate",
    "不在办公室：物业前台整天没人",
    "Out of office hours nobody answers the intercom",
  ])("%s is a letter, answered to its writer", async (subject) => {
    const w = desk();
    await take(w, [`Subject: ${encoded(subject)}`]);
    expect(reasons(w)).toEqual([]);
    expect(await answered(w)).toEqual({ address: "wang@home.example", acknowledged: ["wang@home.example"] });
  });

  test("postmaster@ is a person unless it reports", async () => {
    const w = desk();
    await take(w, ["From: postmaster@home.example"]);
    expect(all(w)).toHaveLength(1);
    await take(w, ["From: postmaster@home.example", "Return-Path: <>", "Subject: Undelivered Mail"]);
    await take(w, ["From: MAILER-DAEMON@home.example", "Subject: failure notice"]);
    await take(w, ["X-Failed-Recipients: a@b.example"]);
    expect(all(w)).toHaveLength(1);
    expect(reasons(w)).toEqual(["bounce", "bounce", "bounce"]);
  });

  test.each([
    ["it says so", ["Auto-Submitted: auto-replied", "Subject: hello"]],
    ["it quotes the subject it answers", [`Subject: ${encoded("自动回复:Re: 您的投诉已登记")}`]],
    [
      "it names our thread",
      ["Subject: Automatic reply", "References: <complaint.abcdefghijklmnopqrstuvwxyz@desk.example>"],
    ],
  ])("an automatic answer is one when %s", async (_, fields) => {
    const w = desk();
    await take(w, fields);
    expect(reasons(w)).toEqual(["auto-reply"]);
  });

  test.each<[string, string[]]>([
    ...[
      "自动回复",
      "【自动回复】您好",
      "自动回复：您的投诉W001已登记",
      "自动回复。",
      "自动回覆",
      "自动邮件回复：投诉",
      "自動回覆郵件",
      "休假自动回复",
      "休假自動回覆",
      "节假日自动回复",
      "离职自动回复：投诉",
      "系统自动回复",
      "来自李某的自动回复：投诉",
      "Re: 自动回复: 投诉",
    ].map((subject): [string, string[]] => [subject, [`Subject: ${encoded(subject)}`]]),
    ["Auto-Submitted: auto-replied (vacation)", ["Auto-Submitted: auto-replied (vacation)"]],
    ["Auto-Submitted: auto-generated", ["Auto-Submitted: auto-generated", "Return-Path: <>"]],
    ["X-Autoreply: yes", ["X-Autoreply: yes"]],
    ["X-Auto-Reply-From: wang@home.example", ["X-Auto-Reply-From: wang@home.example"]],
    ["X-POST-MessageClass: 9; Autoresponder", ["X-POST-MessageClass: 9; Autoresponder"]],
    ["Precedence: auto_reply", ["Precedence: auto_reply"]],
    [
      "X-Auto-Response-Suppress: All",
      ["X-Auto-Response-Suppress: All", "Subject: Automatic reply: complaint"],
    ],
  ])(
    "%s on our mail says nothing for the customer, opens nothing again and is not answered",
    async (_, fields) => {
      const w = desk();
      await take(w, ["Message-ID: <first@home.example>"]);
      await w.drain();
      const before = JSON.stringify(all(w));
      const sent = w.sent.length;
      await take(w, [
        ...fields,
        "In-Reply-To: <complaint.abcdefghijklmnopqrstuvwxyz@desk.example>",
        "References: <first@home.example>",
      ]);
      await w.drain();
      expect([JSON.stringify(all(w)), reasons(w), w.sent.length]).toEqual([before, ["auto-reply"], sent]);
    },
  );

  test.each([
    "自动回复太慢，没人管",
    "系统自动回复让人生气",
    "自动回复、电话都没人理",
    "投诉自动回复",
    "来自业主的投诉",
  ])("%s is a letter, of whom we have written to as well", async (subject) => {
    const w = desk();
    await take(w, []);
    await take(w, [`Subject: ${encoded(subject)}`]);
    expect([all(w).length, reasons(w)]).toEqual([2, []]);
  });

  test("of whom we have written to, an automatic answer is one by its words", async () => {
    const w = desk();
    await take(w, []);
    await take(w, ["Subject: Out of office"]);
    expect([all(w).length, reasons(w)]).toEqual([1, ["auto-reply"]]);
  });
});

describe("not answering is not the same as not registering", () => {
  const nobody = { address: undefined, acknowledged: [] };
  const quietly = { address: "wang@home.example", acknowledged: [] };
  const at12345 = ["From: hotline <ticket@gov.example>", "Auto-Submitted: auto-generated"];
  test.each([
    ["a platform's letter", at12345, nobody],
    ["a form mailer's", ["X-Autogenerated: yes"], nobody],
    [
      "a letter that came by the company's own group",
      [
        "To: tousu@corp.example",
        "Delivered-To: project-1@desk.example",
        "List-Id: <tousu.corp.example>",
        "Precedence: list",
      ],
      quietly,
    ],
    [
      "a letter whose provider adds a way to unsubscribe",
      ["List-Unsubscribe: <mailto:u@esp.example>"],
      { address: "wang@home.example", acknowledged: ["wang@home.example"] },
    ],
    ["a letter that asks for no automatic answers", ["X-Auto-Response-Suppress: All"], quietly],
    ["a letter from no-reply", ["From: no-reply@site.example"], nobody],
  ])("%s", async (_, fields, expected) => {
    const w = desk();
    await take(w, fields);
    expect(reasons(w)).toEqual([]);
    expect(await answered(w)).toEqual(expected);
  });

  test("a newsletter is put aside; what we wrote ourselves never becomes a complaint", async () => {
    const w = desk();
    await take(w, [
      "List-Id: <news.shop.example>",
      "List-Unsubscribe: <mailto:u@shop.example>",
      "Precedence: bulk",
    ]);
    await take(w, ["From: project-2@desk.example", "Auto-Submitted: auto-generated"]);
    expect([all(w).length, reasons(w)]).toEqual([0, ["list", "auto-reply"]]);
  });

  test("accepted from quarantine, a letter keeps its address and is acknowledged", async () => {
    const w = desk();
    await take(w, ["List-Id: <news.shop.example>", "List-Unsubscribe: <mailto:u@shop.example>"]);
    await acceptQuarantined(w.ports, people.supervisor, w.quarantined[0]!.id, "project-1");
    expect(reasons(w)).toEqual(["list"]);
    for (const message of w.mailInQueue.take()) await takeMail(w.ports, message);
    expect(await answered(w)).toEqual({
      address: "wang@home.example",
      acknowledged: ["wang@home.example"],
    });
  });
});

describe("Reply-To is read with care", () => {
  test.each([
    [
      "a contact form's person",
      ["From: form <no-reply@site.example>", `Reply-To: ${encoded("孙先生")} <sun@home.example>`],
      "sun@home.example",
      "孙先生",
    ],
    [
      "whoever wrote to a group that rewrites its senders",
      [`From: ${encoded("王先生 via 业主群")} <yezhu@groups.example>`, "Reply-To: wang2@home.example"],
      "wang2@home.example",
      "王先生",
    ],
    [
      "a person with another address",
      [`From: ${encoded("李")} <li@office.example>`, "Reply-To: li@home.example"],
      "li@home.example",
      "李",
    ],
    [
      "the sender, where it names our own mailbox",
      [`From: ${encoded("李")} <li@home.example>`, "Reply-To: project-1@desk.example"],
      "li@home.example",
      "李",
    ],
    [
      "the sender, where it names the list",
      [
        `From: ${encoded("李")} <li@home.example>`,
        "Reply-To: owners@list.example",
        "List-Post: <mailto:owners@list.example>",
      ],
      "li@home.example",
      "李",
    ],
  ])("%s is the complainant", async (_, fields, address, name) => {
    const w = desk();
    await take(w, fields);
    expect(registeredValue(all(w)[0]!, "email")).toBe(address);
    expect(registeredValue(all(w)[0]!, "name")).toBe(name);
  });

  test("a group that names nobody else never gets the link", async () => {
    const w = desk();
    await take(w, [`From: ${encoded("王先生 via 业主群")} <yezhu@groups.example>`]);
    expect(await answered(w)).toEqual({ address: undefined, acknowledged: [] });
    expect(registeredValue(all(w)[0]!, "name")).toBe("王先生");
  });
});

describe("one thread is one complaint", () => {
  const first = ["Message-ID: <first@home.example>"];
  const inThread = ["In-Reply-To: <first@home.example>", "References: <first@home.example>"];
  const told = (w: World) => {
    const [complaint] = all(w);
    return (complaint?.events ?? [])
      .filter(({ fact }) => fact.type === "messageReceived")
      .map(({ seq }) => [
        complaint?.personal[`${seq}.text`]?.value,
        complaint?.personal[`${seq}.author`]?.value,
      ]);
  };

  test("the sender's own reply is a message; one of the family's is a message by another person", async () => {
    const w = desk();
    await take(w, first);
    await take(w, inThread, "现在更响了");
    await take(
      w,
      ["From: Li <li@home.example>", "References: <first@home.example> <k2@home.example>"],
      "我是家人，下午在家",
    );
    await take(
      w,
      ["From: Li <li@home.example>", "References: <first@home.example> <k2@home.example>"],
      "我是家人，下午在家",
    );
    expect(all(w)).toHaveLength(1);
    expect(told(w)).toEqual([
      ["现在更响了", undefined],
      ["我是家人，下午在家", "Li li@home.example"],
      ["我是家人，下午在家", "Li li@home.example"],
    ]);
  });

  test("an answer to a mail that is no complaint here is one of its own", async () => {
    const w = desk();
    await take(w, inThread);
    expect(all(w)).toHaveLength(1);
    expect(told(w)).toEqual([]);
  });
});

describe("who is meant", () => {
  test("one mail to two projects: a complaint of each, linked, once", async () => {
    const w = desk();
    for (let n = 0; n < 2; n += 1)
      await take(w, [
        "To: project-1@desk.example, project-2@desk.example",
        "Message-ID: <both@home.example>",
      ]);
    const [one, other] = all(w).map(({ registration }) => registration);
    expect(all(w)).toHaveLength(2);
    expect([one?.projectId, other?.projectId, other?.linkedTo]).toEqual(["project-1", "project-2", one?.id]);
  });

  test("of a blind copy the envelope or the servers on the way say whom it was for", async () => {
    for (const field of [
      "Envelope-To: project-2@desk.example",
      "Received: from a by b for <project-2@desk.example>; Mon, 02 Mar 2026 09:00:00 +0800",
    ]) {
      const w = desk();
      await take(w, ["To: undisclosed-recipients:;", field]);
      expect(all(w)[0]?.registration.projectId).toBe("project-2");
    }
  });

  test("what one of our people passes on is its writer's; neither gets a link by itself", async () => {
    const w = desk();
    const body = [
      "请登记",
      "",
      "-----原始邮件-----",
      "发件人: 孙女士 <sun@home.example>",
      "主题: 水泵",
      "",
      "水泵响了一夜",
    ];
    await take(w, [`From: ${people.manager.email}`, `Subject: ${encoded("转发：水泵")}`], body.join("\r\n"));
    expect(await answered(w)).toEqual({ address: "sun@home.example", acknowledged: [] });
    expect(registeredValue(all(w)[0]!, "name")).toBe("孙女士");
  });
});
