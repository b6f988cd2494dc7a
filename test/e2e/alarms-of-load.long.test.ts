/*
 * Alarms of too much: of functions at once, of what one document holds. As the others each is caused once and ended by its
 * runbook's own commands.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Night } from "./alarms/night.ts";
import { follow, type Named, ops } from "./alarms/runbook.ts";
import { causes } from "./alarms/table.ts";
import { mailsAbout, removeDirectory } from "./desk.ts";

/** From so many bytes on a document is told to people (lib/adapters/archive/archive.ts). */
const NEAR_BOUND = 200 * 1024;

let night: Night;
let named: Named;
beforeAll(async () => {
  // Monday 09:10 in Shanghai.
  night = await Night.open("2026-12-07T01:10:00.000Z");
  const { id, number } = await night.complaintBy("call-1");
  named = { complaintId: id, number, jobId: "", month: "2026-11" };
  await night.pass(5);
}, 240_000);
afterAll(async () => {
  await night.desk.close();
  await removeDirectory(night.desk.directory);
});

test("these are the alarms of too much, and each is caused below", () => {
  const ofLoad = Object.keys(causes).filter((alarm) =>
    ["concurrency-used-up", "growing"].includes(causes[alarm]?.during ?? ""),
  );
  expect(ofLoad.sort()).toEqual(["documents-near-bound", "function-throttles"]);
});

describe("another application takes up the account's concurrency", { timeout: 240_000 }, () => {
  let from: number;
  let waiting: { readonly id: string };
  const refused = { projectId: "forest-lake", sourceId: "call-7", matter: "夜里停水" };
  const register = () => night.desk.client.asSystem("call-centre", "/channels/phone/complaints", refused);

  test("functions are throttled, intake is refused, and the alarm says so", async () => {
    from = night.now;
    waiting = await night.complaintBy("call-8");
    night.takeUp(1000);
    expect((await night.asked(register())).status).toBe(503);
    // What was accepted waits: its stream, its timers, its messages.
    await night.pass(15);
    expect(night.raisedSince(from)).toEqual(
      expect.arrayContaining(["function-throttles", "api-server-errors", "sweep-silent"]),
    );
    expect(mailsAbout(night.desk, waiting.id)).toEqual([]);
  });

  test("its runbook gives that application a bound; what waited is done, what was refused is taken once", async () => {
    const said = await follow(night, "function-throttles", named);
    expect(said[0]?.said).toBe("1000");
    await night.pass(30);
    expect(mailsAbout(night.desk, waiting.id).length).toBeGreaterThan(0);
    expect((await register()).status).toBe(201);
    expect((await register()).status).toBe(200);
    await night.pass(30);
    expect(night.raisedNow()).not.toContain("function-throttles");
    expect(night.raisedNow()).not.toContain("sweep-silent");
  });
});

describe("a complaint with more corrective actions than an item has room for", { timeout: 240_000 }, () => {
  const give = async (id: string, person: string, command: string, body: object) => {
    const { body: seen } = await night.desk.client.asPerson(person, "GET", `/complaints/${id}`);
    const { version } = seen as { version: number };
    const path = `/complaints/${id}/commands/${command}`;
    const key = `${command}-${version}`;
    const { status, body: said } = await night.desk.client.asPerson(
      person,
      "POST",
      path,
      { version, ...body },
      key,
    );
    expect([status, said]).toEqual([200, expect.anything()]);
  };
  const action = () => ({
    ownerId: "lake-engineering",
    dueAt: new Date(night.now + 90 * 24 * 3_600_000).toISOString(),
    cause: "保养不到位",
    measure: "每周检查一次",
  });
  let complaint: { readonly id: string; readonly number: string };
  let actions = 0;
  const near = () => night.raisedNow().includes("documents-near-bound");

  test("as reviews add to it, the alarm rings long before nothing could be written", async () => {
    complaint = await night.complaintBy("call-9");
    const { id } = complaint;
    await give(id, "lake-front-desk", "register-and-close", { text: "已当面解释", classCode: "1.2.7" });
    for (let reviews = 0; reviews < 30 && !near(); reviews += 1) {
      await give(id, "lake-manager", "review", {
        text: "检讨会",
        actions: Array.from({ length: 20 }, action),
      });
      actions += 20;
      await night.pass(5);
    }
    expect(night.raisedNow()).toContain("documents-near-bound");
  });

  test("its runbook finds what is so large; once enough of it is verified the document is small again", async () => {
    const its = { ...named, complaintId: complaint.id, number: complaint.number };
    const [parts, owed] = await follow(night, "documents-near-bound", its);
    expect(parts?.said).toMatch(new RegExp(`^ +\\d+ {2}clocks: \\d+ \\(corrective ${actions}`, "m"));
    expect(owed?.said).toContain(complaint.id);
    const bytes = (said = "") => Number.parseInt(said, 10);
    let now = bytes(parts?.said);
    for (let n = 1; n <= actions && now > NEAR_BOUND; n += 1) {
      await give(complaint.id, "lake-engineering", "evidence", { actionId: `z${n}`, text: "已检查" });
      await give(complaint.id, "lake-manager", "verify", { actionId: `z${n}`, passed: true, text: "属实" });
      if (n % 10 === 0) now = bytes(await ops(night, ["document", complaint.number, "--sizes"]));
    }
    expect(now).toBeLessThan(NEAR_BOUND);
    await night.pass(30);
    expect(night.raisedNow()).not.toContain("documents-near-bound");
  });
});
