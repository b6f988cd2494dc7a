import { S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { complaintArchive } from "../../../lib/adapters/archive/archives.ts";
import { complaintStore } from "../../../lib/adapters/dynamodb/complaints/complaint-store.ts";
import { objectStore } from "../../../lib/adapters/storage/object-store.ts";
import { seal } from "../../../lib/app/complaints/seal.ts";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { verifyChain } from "../../../lib/domain/document/chain.ts";
import { after, at, later, personal, plain, registered } from "../../support/builders.ts";
import { sha256 } from "../../support/crypto.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";
import { MemoryTelemetry } from "../../support/memory/telemetry.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());

const DAYS = 1095;
const A_DAY = 5;
const began = at("2026-03-02 10:00");
const hour = (day: number) => later(began, day * 24);

async function shelf() {
  const table = await local.newTable();
  local.services.objects.defineBucket({ name: "documents", notifications: [] });
  const objects = objectStore(new S3Client({ ...local.aws, forcePathStyle: true }), "documents");
  const telemetry = new MemoryTelemetry();
  const store = complaintStore(table, 8, complaintArchive({ objects: () => objects, telemetry }));
  return { store, meter: table.meter };
}

/** What people note in a day, in one write. */
function withNotes(complaint: Complaint, day: number): Complaint {
  const recordedAt = hour(day);
  const drafts = Array.from({ length: A_DAY }, (_, n) => ({
    fact: { type: "noted" } as const,
    occurredAt: recordedAt,
    personal: { text: personal(`记录${"录".repeat(n % 5 === 0 ? 600 : 120)}${day}-${n}`) },
  }));
  const by = { kind: "person", id: "clerk-1" } as const;
  return seal(complaint, drafts, { recordedAt, by, commandId: `notes:${day}`, request: "" }, sha256);
}

test("a complaint of 5,000 events costs each command at most twice what it cost on the first day, on an engine that keeps the 400 KB", async () => {
  const { store, meter } = await shelf();
  await store.insert(registered(began, {}, { matter: personal(`${"水".repeat(3000)}漏到地下车库`) }));
  const { id } = registered(began).registration;
  const read = async () => (await store.load(id))!;
  const write = async (change: (complaint: Complaint) => Complaint) => {
    const before = await read();
    // What has been reacted to may leave the document.
    const reacted = { ...change(before), outbox: [] };
    expect(await store.replace(reacted, before.revision)).toEqual({});
  };
  const costs: number[] = [];
  const command = async (given: Command, day: number) => {
    const { units } = await meter.of(() => write((complaint) => after(complaint, given, hour(day))));
    costs.push(units);
  };
  await command(plain.assign(), 0);
  for (let day = 0; day < DAYS; day += 1) {
    await write((complaint) => withNotes(complaint, day));
    if (day % 20 === 0) await command(plain.progress(), day);
  }
  const stored = await read();
  expect(stored.events.at(-1)?.seq).toBeGreaterThan(5000);
  const firstDay = Math.max(...costs.slice(0, 2));
  expect(Math.max(...costs)).toBeLessThanOrEqual(2 * firstDay);
  const whole = await store.whole(stored);
  expect(whole.events.map(({ seq }) => seq)).toEqual(
    Array.from({ length: stored.events.at(-1)!.seq }, (_, n) => n + 1),
  );
  expect(verifyChain(whole.events, whole.personal, sha256)).toEqual([]);
}, 240_000);
