import { describe, expect, test } from "vitest";
import { rate } from "../../../lib/app/complaints/rating.ts";
import { trackingSecret } from "../../../lib/app/complaints/tracking.ts";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import { replyTag } from "../../../lib/app/notices/tags.ts";
import type { PlainCommand } from "../../../lib/app/ports/plain-command.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { at, later } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { rawMail } from "../../support/plain-mail.ts";
import { type World, world } from "../../support/world.ts";

const start = at("2026-03-02 10:00");
const danger = "配电箱漏电，我被电到了，快来人！";
const calm = "请问什么时候能修好？";
const statuses = ["registered", "handling", "resolved", "closed"] as const;
type Status = (typeof statuses)[number];

const address = (...who: readonly Person[]) => who.map(({ email }) => email).sort();
const alarmed = (status: Status) =>
  address(status === "registered" ? people.dutyHandler : people.handler, people.supervisor, people.manager);

async function complaintIn(status: Status): Promise<{ readonly w: World; readonly id: string }> {
  const w = world(start);
  const { registration } = await w.receive({ matter: "单元门关不上", classCode: "1.1.5", level: "C" });
  const { id } = registration;
  const way: (readonly [PlainCommand, Person])[] = [
    [{ type: "assign", departmentId: "engineering", handlerId: "handler-1" }, people.supervisor],
    [{ type: "accept" }, people.handler],
    [{ type: "judge", validity: "valid", reason: "属实" }, people.supervisor],
    [{ type: "investigate", text: "现场查看" }, people.handler],
    [{ type: "consult", text: "更换闭门器" }, people.handler],
    [{ type: "plan", act: { kind: "write", text: "更换闭门器", nodes: [] } }, people.handler],
    [{ type: "reply", via: "phone", text: "今天来修" }, people.clerk],
    [{ type: "resolve", via: "phone", text: "已修复" }, people.handler],
    [{ type: "follow-up", outcome: "reached", grade: 5 }, people.clerk],
    [{ type: "sign-off" }, people.engineeringHead],
    [{ type: "close" }, people.manager],
  ];
  const steps = { registered: 0, handling: 7, resolved: 8, closed: 11 }[status];
  for (const [command, person] of way.slice(0, steps)) await w.give(id, command, { person });
  await w.drain();
  expect((await w.complaint(id)).status).toBe(status);
  w.sent.length = 0;
  return { w, id };
}

async function mailed(w: World, id: string, text: string): Promise<void> {
  const { number } = (await w.complaint(id)).registration;
  const to = [`project-1+${replyTag(w.ports, number)}@desk.example`];
  await w.mailbox.put("raw/heard", rawMail({ to, text, messageId: `<${text}@home.example>` }));
  await takeMail(w.ports, { rawKey: "raw/heard", receivedAt: start });
}

/** The ways a customer's words come in later, and in which states. */
const entrances: readonly (readonly [
  string,
  readonly Status[],
  (w: World, id: string, text: string) => Promise<unknown>,
])[] = [
  ["an answer by mail", statuses, mailed],
  [
    "a message that the desk takes down",
    statuses,
    (w, id, text) => w.give(id, { type: "customer-message", text }, { person: people.clerk }),
  ],
  [
    "what the desk notes of a call",
    statuses,
    (w, id, text) => w.give(id, { type: "note", text }, { person: people.clerk }),
  ],
  [
    "an urge",
    ["registered", "handling", "resolved"],
    (w, id, text) => w.give(id, { type: "urge", text }, { person: people.clerk }),
  ],
  [
    "a rating on the page",
    ["resolved"],
    async (w, id, text) =>
      rate(w.ports, (await w.complaint(id)).registration.number, trackingSecret(w.ports, id), {
        grade: 1,
        text,
      }),
  ],
  [
    "an answer at the follow-up",
    ["resolved"],
    (w, id, reason) =>
      w.give(id, { type: "follow-up", outcome: "reached", grade: 2, reason }, { person: people.clerk }),
  ],
  [
    "a corrected matter",
    statuses,
    (w, id, matter) =>
      w.give(id, { type: "correct", told: { matter }, reason: "补记" }, { person: people.clerk }),
  ],
];
const cases = entrances.flatMap(([name, states, come]) => states.map((status) => ({ name, status, come })));

describe("D6: danger is heard whenever it comes", () => {
  test.each(cases)(
    "$name on a complaint that is $status alerts whom a new complaint would",
    async ({ status, come }) => {
      const { w, id } = await complaintIn(status);
      await come(w, id, danger);
      const after = await w.complaint(id);
      const event = after.events.findLast(({ fact }) => fact.type === "hinted");
      const heard = event?.fact.type === "hinted" ? event.fact : undefined;
      const words = after.personal[`${(event?.seq ?? 0) - 1}.${heard?.heardIn}`]?.value ?? "";
      expect(heard?.evidence.map(({ from, to }) => words.slice(from, to))).toContain("漏电");
      await w.drain();
      const mails = w.sent.filter(({ subject }) => subject.startsWith("possible-danger#"));
      expect(mails.map(({ to }) => to).toSorted()).toEqual(alarmed(status));
      // What the words of the matter spoke for stays as it was.
      expect((await w.complaint(id)).hint?.safety).toBe(false);
    },
  );

  test("with the same words said again everybody hears again; the same mail twice alerts once", async () => {
    const { w, id } = await complaintIn("closed");
    await mailed(w, id, danger);
    await mailed(w, id, danger);
    await w.drain();
    expect(w.sent).toHaveLength(3);
  });

  test("a danger that is known and being seen to is not called one again", async () => {
    const { w, id } = await complaintIn("handling");
    await w.give(id, { type: "classify", classCode: "1.2.5", safety: true });
    await w.drain();
    w.sent.length = 0;
    await mailed(w, id, danger);
    await w.drain();
    expect(w.sent.map(({ to }) => to)).toEqual(address(people.handler));
  });
});

describe("what a customer says reaches whoever holds the complaint", () => {
  const holders = {
    registered: people.supervisor,
    handling: people.handler,
    resolved: people.manager,
    closed: people.manager,
  };
  const quiet = cases.filter(({ name }) => /mail|message|urge|page/.test(name));
  test.each(quiet)("$name, $status", async ({ status, come }) => {
    const { w, id } = await complaintIn(status);
    await come(w, id, calm);
    await w.drain();
    expect(w.sent.map(({ to }) => to)).toEqual(address(holders[status]));
  });

  test("a good rating tells nobody", async () => {
    const { w, id } = await complaintIn("resolved");
    await rate(w.ports, (await w.complaint(id)).registration.number, trackingSecret(w.ports, id), {
      grade: 5,
    });
    await w.drain();
    expect(w.sent).toEqual([]);
  });
});

describe("danger and a grave level set late are told at once, whatever clocks still run", () => {
  const late: readonly (readonly [string, PlainCommand, readonly Person[]])[] = [
    [
      "safety",
      { type: "classify", classCode: "1.2.5", safety: true },
      [people.supervisor, people.projectManager],
    ],
    [
      "紧急",
      { type: "classify", classCode: "1.2.5", urgency: "urgent" },
      [people.supervisor, people.projectManager],
    ],
    [
      "level A",
      { type: "classify", classCode: "1.2.5", level: "A" },
      [people.manager, people.projectManager],
    ],
  ];
  const states = statuses.filter((status) => status !== "closed");
  test.each(late.flatMap(([name, command, who]) => states.map((status) => ({ name, command, who, status }))))(
    "$name of a complaint that is $status",
    async ({ command, who, status }) => {
      const { w, id } = await complaintIn(status);
      const by = people.manager;
      await w.give(id, command, { person: status === "registered" ? people.supervisor : by });
      await w.run(later(start, 1));
      const handler = status === "registered" ? people.dutyHandler : people.handler;
      const told = [...who, ...("level" in command ? [] : [handler])].filter(
        (one) => one !== by || status === "registered",
      );
      for (const { email } of told) expect(w.sent.map(({ to }) => to)).toContain(email);
    },
  );
});
