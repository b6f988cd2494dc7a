import { describe, expect, test } from "vitest";
import { fullView, rowView } from "../../../lib/adapters/http/complaints/complaint-view.ts";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import { discloseComplainant } from "../../../lib/app/complaints/disclose.ts";
import { history, listComplaints, showComplaint } from "../../../lib/app/complaints/read.ts";
import { reactTo } from "../../../lib/app/dispatch/reactions.ts";
import { ring } from "../../../lib/app/dispatch/ring.ts";
import { sweep } from "../../../lib/app/dispatch/sweep.ts";
import { sendNotice } from "../../../lib/app/notices/send.ts";
import { printForComplaint } from "../../../lib/app/papers/print.ts";
import type { ReportWriter } from "../../../lib/app/ports/document-input.ts";
import type { PlainCommand } from "../../../lib/app/ports/plain-command.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { ledgerRow } from "../../../lib/app/reports/content/ledger-row.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { startRun } from "../../../lib/app/reports/run/start.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import { at } from "../../support/builders.ts";
import { people, project } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const who = { name: "隐名业主", phone: "13700001234", email: "hidden@home.example" };
const location = { area: "二期", building: "12", unit: "2", room: "903" };
const secrets = [...Object.values(who), "903", "call-77", "13700005678"];

async function desk(anonymous: boolean) {
  const w = world(now);
  const complaint = await w.receive({
    complainant: { ...who, anonymous },
    location,
    against: { text: "秩序队长", personId: people.handler.id },
    channelData: { callId: "call-77", caller: "13700005678" },
  });
  const { id } = complaint.registration;
  await w.give(
    id,
    { type: "correct", told: { complainant: { name: who.name }, location }, reason: "核对" },
    { person: people.manager },
  );
  return { w, id };
}

/** Documents as what they are written from. */
function jsonDocuments(reported: string[]): ReportWriter {
  const write = async (input: object) => {
    reported.push(JSON.stringify(input));
    return new Uint8Array();
  };
  return { analysis: write, bulletin: write, classification: write, monthly: write };
}

/** Everything that the pages and the API show a person of it, and what they show when they are asked to. */
async function seen(w: World, id: string, person: Person): Promise<string> {
  const shown = await showComplaint(w.ports, person, id);
  const inFull = await discloseComplainant(w.ports, person, id, "contact");
  const told = await history(w.ports, person, id);
  const list = await listComplaints(w.ports, person, { projectId: project.id, limit: 10 });
  if (isProblem(shown) || isProblem(told) || isProblem(list)) throw new Error("refused");
  const rows = list.items.map(({ complaint }) => rowView(complaint, { ...list, project }));
  return JSON.stringify([fullView(shown), told.events, told.complaint, rows, inFull]);
}

const found = async (w: World, person: Person, q: string) => {
  const list = await listComplaints(w.ports, person, { projectId: project.id, limit: 10, q });
  return isProblem(list) ? -1 : list.items.length;
};

describe("anonymous is anonymous", () => {
  test.each([people.clerk, people.handler, people.engineeringHead, people.supervisor])(
    "$id sees no name, number, address, flat, call or link, and finds it by none of them",
    async (person) => {
      const { w, id } = await desk(true);
      const text = await seen(w, id, person);
      for (const secret of secrets) expect(text).not.toContain(secret);
      expect(text).toContain("12");
      for (const q of [who.phone, who.email, "12-2-903", "903"]) expect(await found(w, person, q)).toBe(0);
      expect(await found(w, person, "001")).toBe(1);
    },
  );

  test.each([people.manager, people.projectManager])(
    "$id may know, when asking to be shown it",
    async (person) => {
      const { w, id } = await desk(true);
      const text = await seen(w, id, person);
      for (const secret of [who.name, who.phone, "903"]) expect(text).toContain(secret);
      expect(await found(w, person, who.phone)).toBe(1);
    },
  );

  test.each([people.region, people.headquarters])(
    "$id may know that one who is known complained, and reads masks",
    async (person) => {
      const { w, id } = await desk(true);
      const text = await seen(w, id, person);
      for (const secret of [who.name, who.phone, "903"]) expect(text).not.toContain(secret);
      expect(text).toContain("137****1234");
      expect(await found(w, person, who.phone)).toBe(1);
    },
  );

  test("the ledger says 匿名 to everybody", async () => {
    const { w, id } = await desk(true);
    const row = ledgerRow(await w.complaint(id), project, now);
    expect(row).toMatchObject({ complainant: "匿名", contact: null, building: "12", unit: null, room: null });
  });

  test("the person complained of does not learn who complained, anonymous or not; others of the desk do", async () => {
    const { w, id } = await desk(false);
    for (const secret of secrets) expect(await seen(w, id, people.handler)).not.toContain(secret);
    expect(await seen(w, id, people.clerk)).toContain(who.phone);
  });
});

describe("who may know is policy", () => {
  test("of the posts that the project's policy names, and of no other", async () => {
    const { w, id } = await desk(true);
    const identityPosts = ["supervisor", "headquarters"] as const;
    const disclosure = { shownTo: ["supervisor", "headquarters", "clerk"], homeOpenTo: [] } as const;
    const edition = {
      version: "p-1",
      number: 1,
      scope: "project:project-1",
      effectiveFrom: now,
      publishedAt: now,
    } as const;
    await w.ruleStore.publishPolicy(
      { ...edition, publishedBy: "hq" },
      { ...builtInPolicy, version: "p-1", identityPosts, disclosure },
    );
    w.clock.advance(120);
    for (const person of [people.supervisor, people.headquarters])
      expect(await seen(w, id, person)).toContain(who.phone);
    for (const person of [people.clerk, people.manager, people.projectManager])
      for (const secret of secrets) expect(await seen(w, id, person)).not.toContain(secret);
  });
});

describe("nothing that leaves the desk says who an anonymous complainant is", () => {
  test("no mail to anybody of ours, no file of the month, no paper, no figure's list", async () => {
    const { w: plain, id } = await desk(true);
    const papers: string[] = [];
    const reported: string[] = [];
    const w = {
      ...plain,
      ports: {
        ...plain.ports,
        renderer: noticeRenderer,
        papers: async (_: unknown, facts: object) => {
          papers.push(JSON.stringify(facts));
          return new Uint8Array();
        },
        documents: jsonDocuments(reported),
      },
    };
    const deliver = async () => {
      for (const message of w.reactQueue.take()) await reactTo(w.ports, message);
      for (const message of w.alarmQueue.take()) await ring(w.ports, message);
      for (const ref of w.noticeQueue.take()) await sendNotice(w.ports, ref);
    };
    const act = async (command: PlainCommand, person: Person = people.supervisor) => {
      await w.give(id, command, { person });
      await deliver();
    };
    await deliver();
    await act({ type: "classify", classCode: "1.3.1", level: "C" }, people.manager);
    await act({ type: "assign", departmentId: "service" });
    await act({ type: "urge", text: "还没有人来，保安冒烟了" }, people.clerk);
    await act({ type: "plan", act: { kind: "write", text: "换岗", nodes: [] } }, people.serviceHead);
    for (const days of [1, 2, 4, 8]) {
      w.clock.advance(days * 86_400);
      await sweep(w.ports);
      await deliver();
    }
    const staffMails = w.sent.filter(({ to }) => to.endsWith("@desk.example"));
    expect(staffMails.length).toBeGreaterThan(10);
    for (const form of ["complaint-record", "reply-letter"] as const)
      await printForComplaint(w.ports, people.manager, id, form);
    expect(papers).toHaveLength(2);
    w.clock.set(at("2026-04-01 02:00"));
    const run = await startRun(w.ports, { month: "2026-03", by: "headquarters-1", key: "k" });
    if (isProblem(run)) throw new Error(run.problem);
    for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take())
      for (const part of parts) await buildReportPart(w.ports, part);
    const files = [...w.reportFiles.items.values()].map((file) => new TextDecoder().decode(file.body));
    expect(files.length).toBeGreaterThan(2);
    const out = [...staffMails.map((mail) => JSON.stringify(mail)), ...papers, ...files, ...reported];
    for (const text of out)
      for (const secret of [...Object.values(who), '"room":"903"', "2单元", "call-77", "13700005678"])
        expect(text).not.toContain(secret);
  });
});
