import { describe, expect, test } from "vitest";
import { audit } from "../../../lib/app/complaints/audit.ts";
import { searchComplaints } from "../../../lib/app/complaints/search.ts";
import { carryOnPersonData, startPersonData } from "../../../lib/app/erasure/job.ts";
import { auditGroups } from "../../../lib/app/groups/audit.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { followerKey } from "../../../lib/app/residents/follower.ts";
import type { PersonDataRequest } from "../../../lib/domain/person-data/request.ts";
import { omit } from "../../../lib/domain/present.ts";
import { sightings } from "../../support/bytes.ts";
import { otherProject, people, project } from "../../support/organisation.ts";
import type { World } from "../../support/world.ts";
import { deskWithPerson, MARKS, marked } from "./a-person.ts";

/** Every store, file and log; not what was sent: that is with its recipients. */
function everything(w: World) {
  return omit(w, "sent", "texts", "clock", "ports");
}

/** What ends by itself, as the receipt says: uploads that nobody took within two days, a reply that could not leave within seven. */
const ending = [".attachments.items.uploads/", ".held."];
const leftOf = (w: World) => marks(w).filter((path) => !ending.some((place) => path.startsWith(place)));

const marks = (w: World) => [...new Set(sightings(everything(w), MARKS).map(({ path }) => path))];

async function begun(ports: Ports, number: string, evenOpen = true): Promise<PersonDataRequest> {
  const id = await ports.complaints.idByNumber(number);
  const complaint = await ports.complaints.load(id ?? "");
  if (complaint === undefined) throw new Error(`no complaint ${number}`);
  const by = { kind: "person", id: people.headquarters.id } as const;
  const request = await startPersonData(ports, { complaint }, { kind: "erasure", evenOpen, by });
  if (isProblem(request)) throw new Error(request.problem);
  return request;
}

async function faults(ports: Ports) {
  const found = [];
  for await (const progress of audit(ports)) found.push(...progress.faults);
  for await (const progress of auditGroups(ports)) found.push(...progress.faults);
  return found;
}

describe("erasing what is known of a person (个人信息保护法 47)", () => {
  test("reaches every store, file and log, byte by byte; the neighbour's things and all figures stay, and the audit agrees", async () => {
    const { w, ports, numbers, neighbour } = await deskWithPerson();
    const before = marks(w);
    // Unless the person is in all of these, the rest of this test proves nothing.
    const places = [
      "complaints",
      "besideDocuments",
      "attachments",
      "mailbox",
      "quarantined",
      "senderRules",
      "dropped",
      "households",
      "groups",
      "submissions",
      "companyTexts",
      "emergencies",
      "reportFiles",
      "held",
    ];
    expect(places.filter((place) => !before.some((path) => path.startsWith(`.${place}`)))).toEqual([]);
    expect(before.some((path) => path.includes(".xlsx"))).toBe(true);
    // A recording among the files, and what nobody outside or in the locked bucket is ever told.
    expect(before.some((path) => path.startsWith(".attachments.items.complaints/"))).toBe(true);
    expect([w.posted.length > 0, [...w.digestFiles.items.keys()].length > 0]).toEqual([true, true]);
    for (const place of [
      ".webhooks",
      ".posted",
      ".digestFiles",
      ".searchIndex",
      ".webhookQueue",
      ".errandQueue",
    ])
      expect(before.filter((path) => path.startsWith(place))).toEqual([]);
    const figures = w.reports.issued.map(({ figures: one }) => one);

    expect(await ports.complaints.idsByContact(followerKey(ports, "wx-app", marked.openId), 10)).toHaveLength(
      1,
    );

    const done = await carryOnPersonData(ports, await begun(ports, numbers[0] ?? ""));
    await w.drain();
    expect(done).toMatchObject({ decided: { outcome: "done" }, job: { receipt: { waiting: [] } } });
    expect(done.job?.receipt.removed).toMatchObject({
      complaints: 4,
      mails: 5,
      quarantine: 1,
      senders: 1,
      households: 1,
      groups: 1,
      texts: 3,
    });
    // What nobody took ends by itself within two days; everything else is gone now.
    expect(leftOf(w)).toEqual([]);

    const follower = followerKey(ports, "wx-app", marked.openId);
    expect(await ports.complaints.idsByContact(follower, 10)).toEqual([]);
    expect(await faults(ports)).toEqual([]);
    const other = await ports.complaints.load((await ports.complaints.idByNumber(neighbour)) ?? "");
    expect(other?.personal["1.matter"]?.value).toBe("邻居的事");
    const rows = await ports.households.households("project-1", "import-1");
    expect(rows.map(({ room, name }) => [room, name])).toEqual([
      ["888", undefined],
      ["889", "别人"],
    ]);
    expect(w.reports.issued.map(({ figures: one }) => one)).toEqual(figures);
    for (const { files } of w.reports.issued)
      for (const { key, size, sha256 } of files) {
        const body = await w.reportFiles.get(key);
        expect([body?.byteLength, body && (await ports.crypto.checksum(body))]).toEqual([size, sha256]);
      }
    const submission = await ports.submissions.load("2026-02", "project-1");
    expect(JSON.stringify(submission?.personal)).toContain("多次来访");
  });

  test("the process may die at any write: carried on, everything is gone", async () => {
    const { w, ports, numbers } = await deskWithPerson();
    const request = await begun(ports, numbers[0] ?? "");
    let attempts = 0;
    let done = request;
    // Dies at the first write, then at the second … and goes on from what stands each time.
    for (let point = 1; done.decided === undefined; point += 1) {
      attempts += 1;
      const standing = await ports.personRequests.find(request.id);
      if (standing === undefined) throw new Error("the request is gone");
      try {
        done = await carryOnPersonData(dyingAt(ports, point), standing);
      } catch (cause) {
        if (!(cause instanceof Death)) throw cause;
      }
      done = (await ports.personRequests.find(request.id)) ?? done;
    }
    await w.drain();
    expect(attempts).toBeGreaterThan(10);
    expect(leftOf(w)).toEqual([]);
    expect(await faults(ports)).toEqual([]);
  });

  test("what is still being handled waits until it is over, and then goes by itself", async () => {
    const { w, ports, numbers } = await deskWithPerson();
    const request = await begun(ports, numbers[0] ?? "", false);
    const waiting = await carryOnPersonData(ports, request);
    expect(waiting.job?.receipt).toMatchObject({ waiting: expect.arrayContaining([...numbers]) });
    expect(waiting.job?.receipt.kept).toContain("open");
    expect(marks(w)).not.toEqual([]);
    for (const number of numbers) {
      const id = (await ports.complaints.idByNumber(number)) ?? "";
      await w.give(id, { type: "refer", reason: "已起诉" }, { person: people.projectManager });
    }
    const done = await carryOnPersonData(ports, waiting);
    await w.drain();
    expect(done.decided?.outcome).toBe("done");
    expect(done.job?.receipt.waiting).toEqual([]);
    expect(leftOf(w)).toEqual([]);
    expect(await faults(ports)).toEqual([]);
  });

  test("whoever asks for the number afterwards is told nothing", async () => {
    const { w, ports, numbers } = await deskWithPerson();
    await carryOnPersonData(ports, await begun(ports, numbers[0] ?? ""));
    await w.drain();
    const projects = [project, otherProject];
    for (const q of [marked.phone, marked.email, marked.name, marked.phone.slice(-4)]) {
      const found = await searchComplaints(ports, people.headquarters, { projects, q, limit: 20 });
      expect([q, found.items]).toEqual([q, []]);
    }
  });
});

class Death extends Error {}

const writing = /^(?:put|replace|remove|write|rewrite|maskEdition|insert)$/;

/** The ports of a process that dies right after its nth write. */
function dyingAt(ports: Ports, point: number): Ports {
  let writes = 0;
  const mortal = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name, receiver) {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value !== "function") return value;
        return async (...given: unknown[]) => {
          const result: unknown = await value.apply(target, given);
          if (typeof name === "string" && writing.test(name)) {
            writes += 1;
            if (writes === point) throw new Death(`after ${name}`);
          }
          return result;
        };
      },
    });
  return {
    ...ports,
    complaints: mortal(ports.complaints),
    groups: mortal(ports.groups),
    mailbox: mortal(ports.mailbox),
    attachments: mortal(ports.attachments),
    besideDocuments: mortal(ports.besideDocuments),
    reportFiles: mortal(ports.reportFiles),
    reports: mortal(ports.reports),
    submissions: mortal(ports.submissions),
    companyTexts: mortal(ports.companyTexts),
    emergencies: mortal(ports.emergencies),
    households: mortal(ports.households),
    quarantine: mortal(ports.quarantine),
    senderRules: mortal(ports.senderRules),
    personRequests: mortal(ports.personRequests),
  };
}
