import { expect, test } from "vitest";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import { attachmentLink } from "../../../lib/app/complaints/attachment-link.ts";
import { history, listComplaints, showComplaint } from "../../../lib/app/complaints/read.ts";
import { reactTo } from "../../../lib/app/dispatch/reactions.ts";
import { groupHistory } from "../../../lib/app/groups/read.ts";
import { sendNotice } from "../../../lib/app/notices/send.ts";
import { printForComplaint } from "../../../lib/app/papers/print.ts";
import { uploadKey } from "../../../lib/app/ports/upload.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { announceUpload } from "../../../lib/app/uploads/announce.ts";
import { decide } from "../../../lib/domain/complaint/decide.ts";
import { filesOf } from "../../../lib/domain/complaint/files.ts";
import { complainedOfMay, staffCommandNames } from "../../../lib/domain/complaint/transitions.ts";
import { recipientsOf } from "../../../lib/domain/escalation/recipients.ts";
import { nextHigher } from "../../../lib/domain/notices/fallback.ts";
import { COMPLAINED_OF, plannedNotice } from "../../../lib/domain/notices/notice.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { at, contextAt, plain } from "../../support/builders.ts";
import { crowd, giveGroup, onlyGroup } from "../../support/groups.ts";
import { everybody, people, project } from "../../support/organisation.ts";
import { world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const told = {
  complainant: { name: "姓名甲", phone: "13911112222", kind: "owner" as const },
  matter: "事由乙",
  place: "地点丙",
  location: { building: "栋丁", unit: "2", room: "室戊" },
};
const secrets = /姓名甲|13911112222|事由乙|地点丙|栋丁|室戊|owner/;

/** A complaint against this person, and what is needed to read it. */
async function against(person: Person) {
  const w = world(now);
  const complaint = await w.receive({ ...told, against: { text: "态度差", personId: person.id } });
  return { w, complaint, id: complaint.registration.id };
}

test("D4: the complained-of person sees that it exists, and nothing of who complained or what was said", async () => {
  const { w, id } = await against(people.handler);
  const reads = async (person: Person) =>
    JSON.stringify([
      await showComplaint(w.ports, person, id),
      await history(w.ports, person, id),
      await listComplaints(w.ports, person, { projectId: project.id, limit: 10 }),
      await listComplaints(w.ports, person, { projectId: project.id, limit: 10, q: "001" }),
    ]);
  expect(await reads(people.clerk)).toMatch(secrets);
  const seen = await reads(people.handler);
  expect(seen).toContain(id);
  expect(seen.match(secrets)).toBeNull();
  const byPhone = (person: Person) =>
    listComplaints(w.ports, person, { projectId: project.id, limit: 10, q: told.complainant.phone });
  expect(await byPhone(people.clerk)).toMatchObject({ items: [{ id }] });
  expect(await byPhone(people.handler)).toMatchObject({ items: [], people: [] });
  expect(await attachmentLink(w.ports, people.handler, id, "a")).toMatchObject({ problem: "unknown-file" });
  expect(await printForComplaint(w.ports, people.handler, id, "reply-letter")).toMatchObject({
    problem: "complained-of",
  });
});

test("D4: a file of the complaint is no more theirs to open than its words", async () => {
  const { w, id } = await against(people.handler);
  const content = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
  const file = { fileName: "现场.png", contentType: "image/png", size: content.byteLength };
  const upload = await announceUpload(w.ports, { kind: "person", id: people.supervisor.id }, file);
  if (isProblem(upload)) throw new Error(upload.problem);
  await w.attachments.put(uploadKey(upload.uploadId), content);
  await w.give(id, { type: "note", text: "照片" }, { attachments: [upload.uploadId] });
  const [stored] = filesOf(await w.complaint(id));
  expect(await attachmentLink(w.ports, people.supervisor, id, stored?.id ?? "")).toContain("complaints/");
  expect(await attachmentLink(w.ports, people.handler, id, stored?.id ?? "")).toMatchObject({
    problem: "unknown-file",
  });
});

test("D4: whoever registered a complaint against the own person is shown nothing of it afterwards", async () => {
  const w = world(now);
  const by = { kind: "person", id: people.clerk.id } as const;
  const { registration } = await w.receive({
    ...told,
    by,
    against: { text: "前台态度差", personId: people.clerk.id },
  });
  const seen = JSON.stringify([
    await showComplaint(w.ports, people.clerk, registration.id),
    await history(w.ports, people.clerk, registration.id),
  ]);
  expect(seen).toContain(registration.number);
  expect(seen.match(secrets)).toBeNull();
  expect(seen).not.toContain("前台态度差");
});

test("D4: of all commands the complained-of person may give one, whatever the post", async () => {
  for (const person of [people.clerk, people.handler, people.manager, people.projectManager, people.region]) {
    const { w, complaint, id } = await against(person);
    expect(await showComplaint(w.ports, person, id)).toMatchObject({ allowed: ["statement"] });
    const posts = person.assignments.map(({ post }) => post);
    const context = { ...contextAt(now), by: { kind: "person", id: person.id }, posts } as const;
    for (const name of staffCommandNames) {
      const command = (plain as Partial<Record<string, () => Parameters<typeof decide>[1]>>)[name]?.();
      if (command === undefined) continue;
      const decided = decide(complaint, command, context);
      expect([name, "refused" in decided]).toEqual([name, !complainedOfMay.includes(name)]);
    }
  }
});

test("D4: the next post decides in the place of a project manager, and hears instead", async () => {
  const { w, complaint, id } = await against(people.projectManager);
  const allowed = async (person: Person) => {
    const shown = await showComplaint(w.ports, person, id);
    return "allowed" in shown ? (shown.allowed ?? []) : [];
  };
  expect(await allowed(people.region)).toEqual(expect.arrayContaining(["assign", "judge", "withdraw"]));
  const other = await against(people.handler);
  const ordinary = await showComplaint(other.w.ports, people.region, other.id);
  expect("allowed" in ordinary && ordinary.allowed).not.toContain("judge");
  const heard = recipientsOf(["project-manager"], complaint, project, now, { people: everybody, shifts: [] });
  expect(heard).toMatchObject([{ personId: people.region.id, insteadOf: "project-manager" }]);
});

test("D4: nobody is given a complaint about oneself to handle", async () => {
  const { complaint } = await against(people.handler);
  const context = { ...contextAt(now), by: { kind: "person" as const, id: people.supervisor.id } };
  const given = (handlerId: string) =>
    decide(complaint, { type: "assign", departmentId: "engineering", handlerId }, context);
  expect(given(people.handler.id)).toEqual({ refused: "complained-of", missing: ["handlerId"] });
  expect(given("somebody-else")).toHaveProperty("drafts");
});

test("D4: whoever holds it and turns out to be complained of: supervisor and manager hear at once, the holder does not", async () => {
  const w = world(now);
  const complaint = await w.receive(told);
  const { id } = complaint.registration;
  await w.give(id, { type: "assign", departmentId: "engineering", handlerId: people.handler.id });
  await w.drain();
  const before = w.sent.length;
  const correct = (personId: string, more: object = {}) =>
    w.give(
      id,
      { type: "correct", told: { against: { text: "态度差", personId } }, reason: "来电补充" },
      { person: people.clerk, ...more },
    );
  await correct(people.engineeringHead.id);
  await w.drain();
  const heard = () => w.sent.slice(before).map(({ to }) => to.split("@")[0]);
  expect(heard()).toEqual(["engineering-head"]);
  await correct(people.handler.id);
  await w.drain();
  // The one complained of hears of it once, asked for a statement.
  expect(new Set(heard())).toEqual(new Set(["engineering-head", "handler-1", "manager-1", "supervisor-1"]));
  expect(heard()).toHaveLength(4);
  await correct(people.handler.id);
  await w.drain();
  expect(w.sent).toHaveLength(before + 4);
});

test("D4: handed over to the person complained of, it is the department's", async () => {
  const w = world(now);
  const complaint = await w.receive({
    ...told,
    against: { text: "态度差", personId: people.dutyHandler.id },
  });
  const { id } = complaint.registration;
  await w.give(id, { type: "assign", departmentId: "engineering", handlerId: people.handler.id });
  const before = await w.complaint(id);
  const reason = { value: "离岗", salt: "s" };
  const command = { type: "hand-over", from: people.handler.id, to: people.dutyHandler.id, reason } as const;
  const decided = decide(before, command, contextAt(now));
  const facts = "drafts" in decided ? decided.drafts.map(({ fact }) => fact) : [];
  expect(facts[0]).toEqual({ type: "transferred", departmentId: "engineering" });
});

test("D4: whoever is complained of is asked for a statement, once, and nothing of who complained stands in what is sent", async () => {
  const w = world(now);
  const rendered = { ...w, ports: { ...w.ports, renderer: noticeRenderer } };
  const { registration } = await w.receive({
    ...told,
    against: { text: "态度差", personId: people.handler.id },
  });
  for (const message of w.reactQueue.take()) await reactTo(rendered.ports, message);
  for (const ref of w.noticeQueue.take()) await sendNotice(rendered.ports, ref);
  const asked = w.sent.filter(({ to }) => to === people.handler.email);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.text).toContain(`/c/${registration.id}?do=statement`);
  for (const part of [asked[0]?.subject, asked[0]?.text, asked[0]?.html]) expect(part).not.toMatch(secrets);
});

test("D4: nobody else hears of it where the request does not arrive", async () => {
  const failed = {
    key: "statement-request#handler-1#email",
    subject: { kind: "complaint", id: "c", seq: 1 },
    template: "statement-request",
    recipient: { kind: "person", id: people.handler.id, post: COMPLAINED_OF },
    adapter: "email",
  } as const;
  expect(nextHigher(plannedNotice(failed, now), project, everybody)).toBeUndefined();
});

test("D4: the statement is the complained-of person's alone; the next post hears it, and its author reads it again", async () => {
  const { w, id } = await against(people.manager);
  await w.drain();
  const before = w.sent.length;
  const give = (person: Person) =>
    w.give(id, { type: "statement", text: "陈述己：当时不在现场" }, { person });
  await expect(give(people.supervisor)).rejects.toThrow(/not-complained-of/);
  await give(people.manager);
  await w.drain();
  // Of the two who hear it one is complained of: the project manager stands in.
  expect(w.sent.slice(before).map(({ to }) => to.split("@")[0])).toEqual([
    "supervisor-1",
    "project-manager-1",
  ]);
  const own = JSON.stringify(await history(w.ports, people.manager, id));
  expect(own).toContain("陈述己");
  expect(own).not.toMatch(secrets);
  expect(JSON.stringify(await history(w.ports, people.supervisor, id))).toContain("陈述己");
});

test("D4: what was said in a group is not shown to whoever one of its members complains of", async () => {
  const w = world(now);
  await crowd({
    ...w,
    receive: (more) => w.receive({ ...more, against: { text: "态度差", personId: people.handler.id } }),
  });
  await giveGroup(w, { type: "confirm" }, { person: people.manager });
  await giveGroup(w, { type: "reply", via: "phone", text: "群体密语" }, { person: people.manager });
  const { id } = onlyGroup(w).identity;
  expect(JSON.stringify(await groupHistory(w.ports, people.clerk, id))).toContain("群体密语");
  const seen = await groupHistory(w.ports, people.handler, id);
  const texts = "events" in seen ? seen.events.map((event) => event.texts) : undefined;
  expect(texts?.every((one) => Object.keys(one).length === 0)).toBe(true);
});
