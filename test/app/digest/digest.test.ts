import { beforeEach, describe, expect, test, vi } from "vitest";
import { audit } from "../../../lib/app/complaints/audit.ts";
import {
  compareFiles,
  compareWithDigests,
  type DigestFault,
  readDigests,
} from "../../../lib/app/digest/compare.ts";
import { writeDigest } from "../../../lib/app/digest/write.ts";
import type { ReportEdition } from "../../../lib/app/ports/report-run.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { putSubmission } from "../../../lib/app/submissions/write.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { evolve } from "../../../lib/domain/complaint/evolve.ts";
import { chainHash } from "../../../lib/domain/document/chain.ts";
import { omit } from "../../../lib/domain/present.ts";
import type { Submission } from "../../../lib/domain/submissions/submission.ts";
import { at } from "../../support/builders.ts";
import { emergencyAt } from "../../support/emergencies.ts";
import { confirmedCrowd, onlyGroup } from "../../support/groups.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const monday = "2026-03-02";
const key = "reports/2026-02/0123456789abcdef/statistics-2026-02-edition-1.xlsx";
const encoded = (text: string) => new TextEncoder().encode(text);

/** Everything that `npm run audit -- --files` finds by the digests, as `what: which #seq`. */
async function found(w: World): Promise<string[]> {
  const { heads, faults } = await readDigests(w.ports);
  const all: DigestFault[] = [...faults];
  for await (const some of compareWithDigests(w.ports, heads)) all.push(...some.faults);
  for await (const some of compareFiles(w.ports, heads)) all.push(...some.faults);
  return all.map(({ fault, number, seq }) => `${fault}: ${number}${seq === undefined ? "" : ` #${seq}`}`);
}

const broken = async (w: World) => {
  const faults = [];
  for await (const some of audit(w.ports))
    faults.push(...some.faults.map(({ fault, rung }) => [fault, rung]));
  return faults;
};

/** An issued file of February. */
async function issue(w: World): Promise<void> {
  const body = encoded("the month's figures");
  await w.reportFiles.put(key, body);
  const file = {
    name: "statistics-2026-02-edition-1.xlsx",
    key,
    size: body.length,
    sha256: await w.ports.crypto.checksum(body),
    contentType: "application/x",
  };
  const edition = { month: "2026-02", edition: 1, runId: "r", madeAt: w.clock.text(), files: [file] };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of an edition only its files matter here
  await w.ports.reports.issueEdition(edition as unknown as ReportEdition);
}

const written = { month: "2026-02", projectId: "project-1" };

/** What the project writes about February. */
async function submit(w: World, stage: string): Promise<void> {
  const by = { ...written, person: people.projectManager };
  const put = await putSubmission(w.ports, by, {
    sections: { committee: { stage, measures: "" } },
    confirm: false,
  });
  if (isProblem(put)) throw new Error(put.problem);
}

async function submitted(w: World): Promise<Submission> {
  const found = await w.ports.submissions.load(written.month, written.projectId);
  if (found === undefined) throw new Error("nothing was submitted");
  return found;
}

/** Writes behind the back of every use case. */
async function forge(w: World, change: (one: Submission) => Submission): Promise<void> {
  const stands = await submitted(w);
  await w.ports.submissions.replace({ ...change(stands), revision: stands.revision + 1 }, stands.revision);
}

/** The complaint with a history that says something else, and every hash computed anew over it. */
function rewritten(complaint: Complaint, hash: (text: string) => string): Complaint {
  let last = "";
  const events = complaint.events.map((event) => {
    const { hash: _, ...rest } = event;
    const earlier = event.seq === 2 ? { ...rest, request: "another" } : rest;
    last = chainHash(last, earlier, hash);
    return { ...earlier, hash: last };
  });
  let anew: Complaint | undefined;
  for (const event of events) anew = evolve(anew, event);
  const { personal, armed, outbox, writtenAt, revision } = complaint;
  return { ...anew!, personal, armed, outbox, writtenAt, revision };
}

describe("a digest of every history is written once a day", () => {
  let w: World;
  let complaint: Complaint;
  beforeEach(async () => {
    w = world(at(`${monday} 10:00`));
    complaint = await w.receive();
    await confirmedCrowd(w);
    await w.ports.emergencies.insert(emergencyAt(at(`${monday} 09:00`)));
    await submit(w, "三月没有大事");
    await issue(w);
    w.clock.advance(600);
    await writeDigest(w.ports);
  });

  test("with what changed since the one before, each holding the checksum of the one before; nothing disagrees", async () => {
    const [first] = [await w.ports.digests.read(1)];
    const kinds = first?.digest.heads.map(({ kind }) => kind) ?? [];
    expect(new Set(kinds)).toEqual(new Set(["complaint", "group", "emergency", "submission", "file"]));
    expect(kinds.filter((kind) => kind === "complaint")).toHaveLength(6);
    // Not twice a day, however often the schedule calls.
    w.clock.set(at(`${monday} 18:00`));
    expect(await writeDigest(w.ports)).toEqual({ heads: 0 });
    expect(await w.ports.digests.numbers()).toEqual([1]);
    await w.give(complaint.registration.id, { type: "note", text: "看过现场" });
    w.clock.set(at("2026-03-03 01:00"));
    await writeDigest(w.ports);
    const second = await w.ports.digests.read(2);
    expect(second?.digest).toMatchObject({ number: 2, previous: first?.sha256 });
    const { number } = complaint.registration;
    expect(second?.digest.heads.map(({ label }) => label)).toEqual([number]);
    expect(await found(w)).toEqual([]);
  });

  test("a history that goes on, and one that was erased, still agree", async () => {
    await w.give(complaint.registration.id, { type: "note", text: "又看过" });
    expect(await found(w)).toEqual([]);
  });

  test("a forged event is found and named though every hash was computed anew and the audit finds nothing else", async () => {
    const { id, number } = complaint.registration;
    const stands = await w.complaint(id);
    w.complaints.items.set(
      id,
      rewritten(stands, (text) => w.ports.crypto.digest(text)),
    );
    expect(await broken(w)).toEqual([]);
    expect(await found(w)).toEqual([`head: ${number} #${stands.events.length}`]);
  });

  test("a removed complaint, a removed group and an emptied history are found and named", async () => {
    const { id, number } = complaint.registration;
    const group = onlyGroup(w);
    w.complaints.items.delete(id);
    w.groups.items.delete(group.identity.id);
    expect(await found(w)).toEqual([
      `removed: ${number} #${complaint.events.length}`,
      `removed: ${group.identity.code} #${group.events.length}`,
    ]);
    const { events } = complaint;
    let shorter: Complaint | undefined;
    for (const event of events.slice(0, -1)) shorter = evolve(shorter, event);
    w.complaints.items.set(id, { ...complaint, ...shorter!, revision: complaint.revision });
    expect(await found(w)).toContain(`lost: ${number} #${events.length}`);
  });

  test("what was reported of an emergency cannot be written anew", async () => {
    const event = emergencyAt(at(`${monday} 09:00`));
    const { id } = event.registration;
    const stands = await w.ports.emergencies.load(id);
    const harmless = { ...event.registration, injury: { dead: 0, injured: 0 } };
    await w.ports.emergencies.replace(
      { ...stands!, registration: harmless, revision: stands!.revision + 1 },
      stands!.revision,
    );
    expect(await found(w)).toEqual(["head: equipment.water #1"]);
  });

  test("a month's submission that was forged, taken back or removed is found and named; one that goes on or was erased is none", async () => {
    const named = "2026-02.project-1";
    const { version, personal } = await submitted(w);
    const [ref = ""] = Object.keys(personal);
    const value = (text: string) => ({ [ref]: { ...personal[ref]!, value: text } });
    await forge(w, (one) => ({ ...one, personal: { ...one.personal, ...value("三月一切正常") } }));
    expect(await found(w)).toEqual([`head: ${named} #${version}`]);
    await forge(w, (one) => ({ ...one, personal: { ...one.personal, ...value("业主〔已删除〕来访") } }));
    expect(await found(w)).toEqual([]);
    await forge(w, (one) => ({ ...one, personal, confirmed: { at: one.openedAt, by: "x", late: false } }));
    expect(await found(w)).toEqual([`head: ${named} #${version}`]);
    await forge(w, (one) => ({ ...omit(one, "confirmed"), version: version - 1 }));
    expect(await found(w)).toEqual([`lost: ${named} #${version}`]);
    await forge(w, (one) => ({ ...one, version }));
    expect(await found(w)).toEqual([]);
    await submit(w, "补充：三月换了物业主任");
    expect(await found(w)).toEqual([]);
    w.submissions.items.clear();
    expect(await found(w)).toEqual([`removed: ${named} #${version}`]);
  });

  test("the last digests cannot be taken away unnoticed, even on the day they were written", async () => {
    w.clock.set(at("2026-03-03 01:00"));
    await writeDigest(w.ports);
    w.digestFiles.items.delete("heads/00000002.json");
    expect(await found(w)).toEqual(["digest-gone: 摘要 digest 2"]);
    w.digestFiles.items.clear();
    expect(await found(w)).toEqual(["digest-gone: 摘要 digest 1–2"]);
  });

  test("a changed and a removed file are found and named; one that an erasure has issued again masked is none", async () => {
    const name = "statistics-2026-02-edition-1.xlsx";
    w.reportFiles.items.set(key, { body: encoded("other figures"), at: w.clock.text() });
    expect(await found(w)).toEqual([`file: ${name}`]);
    w.reportFiles.items.delete(key);
    expect(await found(w)).toEqual([`file-gone: ${name}`]);
    const [edition] = await w.ports.reports.editions("2026-02");
    await w.ports.reports.maskEdition(edition!, { ...edition!, masked: 1 });
    expect(await found(w)).toEqual([]);
  });

  test("a digest that was written anew, is gone or is late is found and named", async () => {
    w.clock.set(at("2026-03-03 01:00"));
    await writeDigest(w.ports);
    w.clock.set(at("2026-03-04 01:00"));
    await writeDigest(w.ports);
    const second = (await w.ports.digests.read(2))?.digest;
    const body = encoded(JSON.stringify({ ...second, heads: [] }));
    w.digestFiles.items.set("heads/00000002.json", { body, at: w.clock.text() });
    expect(await found(w)).toEqual(["digest: 摘要 digest 2"]);
    const first = (await w.ports.digests.read(1))?.digest;
    const emptied = encoded(JSON.stringify({ ...first, heads: [] }));
    w.digestFiles.items.set("heads/00000001.json", { body: emptied, at: w.clock.text() });
    expect(await found(w)).toEqual(["digest: 摘要 digest 1", "digest: 摘要 digest 2"]);
    w.digestFiles.items.set("heads/00000002.json", { body: encoded("{"), at: w.clock.text() });
    expect(await found(w)).toEqual(["digest: 摘要 digest 2"]);
    w.digestFiles.items.delete("heads/00000002.json");
    expect(await found(w)).toEqual(["digest-gone: 摘要 digest 2"]);
    w.clock.set(at("2026-03-06 02:00"));
    expect(await found(w)).toContain("digest-late: 摘要 digest 3");
  });

  test("two runs at once write one digest, and a damaged one is not built upon", async () => {
    w.clock.set(at("2026-03-03 01:00"));
    await Promise.all([writeDigest(w.ports), writeDigest(w.ports)]);
    expect(await w.ports.digests.numbers()).toEqual([1, 2]);
    w.digestFiles.items.set("heads/00000002.json", { body: encoded("{}"), at: w.clock.text() });
    w.clock.set(at("2026-03-04 01:00"));
    await expect(writeDigest(w.ports)).rejects.toThrow("digest 2 cannot be read");
  });

  test("a run that has no time left goes on with the next one: no project is left out, none comes twice", async () => {
    const slow = world(at(`${monday} 10:00`));
    await slow.receive();
    const { organisation } = slow.ports;
    const projects = await organisation.projects();
    const read = slow.ports.complaints.receivedInMonth.bind(slow.ports.complaints);
    vi.spyOn(slow.ports.complaints, "receivedInMonth").mockImplementation((...given) => {
      slow.clock.advance(400);
      return read(...given);
    });
    await writeDigest(slow.ports);
    const begun = (await slow.ports.digests.read(1))?.digest.until ?? {};
    expect(Object.keys(begun)).toEqual([projects[0]?.id]);
    vi.restoreAllMocks();
    await writeDigest(slow.ports);
    const rest = await slow.ports.digests.read(2);
    expect(Object.keys(rest?.digest.until ?? {}).sort()).toEqual(projects.map(({ id }) => id).sort());
    expect(rest?.digest.heads).toEqual([]);
  });
});
