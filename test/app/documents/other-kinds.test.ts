import { expect, test } from "vitest";
import { registerEvent } from "../../../lib/app/emergencies/register.ts";
import { reportEvent } from "../../../lib/app/emergencies/report.ts";
import { auditGroups } from "../../../lib/app/groups/audit.ts";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import { replyTag } from "../../../lib/app/notices/tags.ts";
import { openedSubmission } from "../../../lib/app/submissions/open.ts";
import { showSubmission } from "../../../lib/app/submissions/read.ts";
import { putSubmission } from "../../../lib/app/submissions/write.ts";
import { bytesOf } from "../../../lib/domain/document/archive.ts";
import { type ReportStage, versionOf } from "../../../lib/domain/emergencies/emergency.ts";
import { narrativesOf } from "../../../lib/domain/submissions/submission.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at } from "../../support/builders.ts";
import { leak } from "../../support/emergencies.ts";
import { confirmedCrowd, giveGroup, onlyGroup } from "../../support/groups.ts";
import { people, project } from "../../support/organisation.ts";
import { rawMail } from "../../support/plain-mail.ts";
import { world } from "../../support/world.ts";

const began = at("2026-03-02 10:00");

test("a group that answers its members 70 times stays small, tells all of it, and its chain holds", async () => {
  const w = world(began);
  const ids = await confirmedCrowd(w);
  const first = { type: "reply", via: "phone", text: `第一次${"答".repeat(1500)}` } as const;
  const key = { idempotencyKey: "the-first-answer", version: onlyGroup(w).version };
  const given = await giveGroup(w, first, key);
  for (let n = 0; n < 70; n += 1) {
    w.clock.advance(3600);
    await giveGroup(w, { type: "reply", via: "phone", text: `${n} ${"答".repeat(1500)}` });
    w.noticeQueue.take();
    await w.drain();
  }
  const group = onlyGroup(w);
  expect(group.archive?.length).toBeGreaterThan(0);
  expect(bytesOf(group)).toBeLessThan(60_000);
  const whole = await w.ports.groups.whole(group);
  expect(whole.events.map(({ seq }) => seq)).toEqual(whole.events.map((_, index) => index + 1));
  // What a member was told is the whole text, not its beginning.
  const member = await w.ports.complaints.whole(await w.complaint(ids[0]!));
  const told = member.events.filter(({ fact }) => fact.type === "replied");
  expect(told.map(({ seq }) => member.personal[`${seq}.text`]?.value)).toContain(first.text);
  for (const version of [key.version, group.version]) {
    expect((await giveGroup(w, first, { ...key, version })).results).toEqual(given.results);
    expect(onlyGroup(w).revision).toBe(group.revision);
  }
  const faults = [];
  for await (const progress of auditGroups(w.ports)) faults.push(...progress.faults);
  expect(faults).toEqual([]);
});

test("an emergency event with 400 follow-up reports stays small and forgets neither version, harm nor a report", async () => {
  const w = world(began);
  const registered = await registerEvent(w.ports, {
    emergency: leak,
    idempotencyKey: "key-1",
    person: people.clerk,
  });
  if ("problem" in registered) throw new Error(registered.problem);
  const { id } = registered.event.registration;
  const report = async (stage: ReportStage, n: number, more = {}) => {
    const version = versionOf(w.emergencies.items.get(id)!);
    const given = {
      eventId: id,
      report: { stage, text: `${n} ${"续".repeat(n % 20 === 0 ? 1900 : 40)}`, ...more },
      version,
      idempotencyKey: `report-${n}`,
      person: people.clerk,
    };
    const result = await reportEvent(w.ports, given);
    if ("problem" in result) throw new Error(result.problem);
    return { given, result };
  };
  await report("first", 1);
  await report("written", 2, { loss: 800, injury: { dead: 0, injured: 2 } });
  const early = await report("follow-up", 3);
  for (let n = 4; n <= 403; n += 1) await report("follow-up", n);
  const event = w.emergencies.items.get(id)!;
  expect(bytesOf(event)).toBeLessThan(60_000);
  expect(versionOf(event)).toBe(404);
  for (const version of [early.given.version, versionOf(event)]) {
    const again = await reportEvent(w.ports, { ...early.given, version });
    expect(again).toMatchObject({ reports: early.result.reports });
    expect(w.emergencies.items.get(id)?.revision).toBe(event.revision);
  }
  const whole = await w.ports.emergencies.whole(event);
  expect(whole.reports.map(({ seq }) => seq)).toEqual(Array.from({ length: 403 }, (_, n) => n + 2));
  expect(whole.personal["21.text"]?.value).toBe(`20 ${"续".repeat(1900)}`);
});

test("a submission with every section at its longest fits, is told whole, and the same again changes nothing", async () => {
  const w = world(at("2026-04-01 02:00"));
  await openedSubmission(w.ports, project, "2026-03");
  const place = { month: "2026-03", projectId: project.id, person: people.projectManager };
  const section = (name: string) => ({ stage: `${name}${"阶".repeat(3900)}`, problems: "题".repeat(3900) });
  const sections = {
    committee: section("业委会"),
    fee: section("费"),
    culture: section("文化"),
    "top-three": section("前三"),
  };
  const written = await putSubmission(w.ports, place, { sections, confirm: false });
  if ("problem" in written) throw new Error(written.problem);
  const stored = w.submissions.items.get("2026-03.project-1")!;
  expect(bytesOf(stored)).toBeLessThan(16_000);
  expect(narrativesOf(written)).toEqual(sections);
  await putSubmission(w.ports, place, { sections, confirm: false });
  expect(w.submissions.items.get("2026-03.project-1")).toEqual(stored);
  const shown = await showSubmission(w.ports, people.region, place);
  if ("problem" in shown) throw new Error(shown.problem);
  expect(narrativesOf(shown)).toEqual(sections);
});

test("a customer's twenty-first mail of a day is kept and listed, the next day's is taken again", async () => {
  const w = world(began);
  const take = async (n: number) => {
    const rawKey = `raw/${n}`;
    await w.mailbox.put(
      rawKey,
      rawMail({ messageId: `<${n}@home.example>`, text: `第 ${n} 封`, ...(n > 0 ? tag : {}) }),
    );
    await takeMail(w.ports, { rawKey, receivedAt: w.clock.text() });
  };
  let tag = {};
  await take(0);
  const [complaint] = [...w.complaints.items.values()];
  const { id, number } = complaint!.registration;
  tag = { to: [`project-1+${replyTag(w.ports, number)}@desk.example`] };
  for (let n = 1; n <= 21; n += 1) await take(n);
  const messages = async () =>
    (await w.complaint(id)).events.filter(({ fact }) => fact.type === "messageReceived").length;
  expect(await messages()).toBe(20);
  expect(w.complaints.items.size).toBe(1);
  expect(w.quarantined).toMatchObject([{ reason: "too-many-messages" }]);
  expect(w.telemetry.counts).toMatchObject({ MessagesOverCap: 1, MailsQuarantined: 1 });
  w.clock.set(plusSeconds(began, 86_400));
  await take(22);
  expect(await messages()).toBe(21);
});
