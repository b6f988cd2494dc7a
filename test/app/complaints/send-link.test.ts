import { expect, test } from "vitest";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import { history, showComplaint } from "../../../lib/app/complaints/read.ts";
import { trackingSecret } from "../../../lib/app/complaints/tracking.ts";
import { reactTo } from "../../../lib/app/dispatch/reactions.ts";
import { sendNotice } from "../../../lib/app/notices/send.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");

async function desk(
  complainant: object = { name: "示例业主", phone: "13911112222", email: "owner@home.example" },
) {
  const w = world(now);
  const { registration } = await w.receive({ complainant });
  const ports = { ...w.ports, renderer: noticeRenderer };
  const deliver = async () => {
    for (const message of w.reactQueue.take()) await reactTo(ports, message);
    for (const ref of w.noticeQueue.take()) await sendNotice(ports, ref);
  };
  await deliver();
  const give = (via: "email" | "sms", person = people.clerk) =>
    w.give(registration.id, { type: "send-link", via }, { person });
  return { w, id: registration.id, give, deliver };
}

test("the link goes to the customer alone: whoever sends it never sees it", async () => {
  const { w, id, give, deliver } = await desk();
  const before = w.sent.length;
  await give("email");
  await deliver();
  const [mail, ...more] = w.sent.slice(before);
  expect(more).toEqual([]);
  expect(mail?.to).toBe("owner@home.example");
  expect(mail?.text).toContain(trackingSecret(w.ports, id));
  for (const person of [people.clerk, people.manager]) {
    const seen = JSON.stringify([
      await showComplaint(w.ports, person, id),
      await history(w.ports, person, id),
    ]);
    expect(seen).toContain("linkSent");
    expect(seen).not.toContain(trackingSecret(w.ports, id));
  }
});

test("three times a day of the project, and again the next day", async () => {
  const { w, give } = await desk();
  for (const _ of [1, 2, 3]) await give("email");
  await expect(give("email", people.manager)).rejects.toThrow(/link-sent-often/);
  w.clock.set(at("2026-03-03 00:00"));
  await give("email");
});

test("a way that does not lead to the customer is refused, not promised", async () => {
  const nobody = await desk({ name: "示例业主", phone: "021-62345678" });
  await expect(nobody.give("email")).rejects.toThrow(/no-address/);
  await expect(nobody.give("sms")).rejects.toThrow(/way-not-set-up/);
  const { w, give } = await desk();
  Object.assign(w.ports, { adapters: ["email"] });
  await expect(give("sms")).rejects.toThrow(/way-not-set-up/);
});
