/**
 * Tables that released versions wrote are read, checked and continued by this one. Each file of test/corpus/tables is the
 * table of a release's sample month (`npm run demo`), one item a line in DynamoDB's JSON, binary values as base64 under
 * `$b`; only most of its notices are left out.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import { type AttributeValue, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operatorContainer } from "../../../lib/adapters/composition/container.ts";
import { machine } from "../../../lib/adapters/runtime/surroundings.ts";
import { audit } from "../../../lib/app/complaints/audit.ts";
import { giveCommand } from "../../../lib/app/complaints/command.ts";
import { eachPage } from "../../../lib/app/complaints/each-page.ts";
import { auditGroups } from "../../../lib/app/groups/audit.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import type { Instant } from "../../../lib/domain/time/instant.ts";
import { besideBuild, keptReleases } from "../../simulation/engine/released.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";
import { VirtualClock } from "../../support/memory/clock.ts";
import { MemoryObjects } from "../../support/memory/objects.ts";

const folder = new URL("../../corpus/tables/", import.meta.url);
const releases = readdirSync(folder).map((file) => basename(file, ".jsonl.gz"));

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws(Date.parse("2026-11-03T02:00:00.000Z"));
});
afterAll(() => aws.close());

const today = new VirtualClock("2026-11-03T02:00:00.000Z");

/** When a desk was recorded: its newest event. Nobody has rung anything there since, and nothing due since was missed. */
async function recordedAt(ports: Parameters<typeof eachPage>[0]): Promise<Instant> {
  let newest: Instant | undefined;
  for await (const complaints of eachPage(ports)) {
    for (const { events } of complaints) {
      const at = events.at(-1)?.recordedAt;
      if (at !== undefined && (newest === undefined || at > newest)) newest = at;
    }
  }
  if (newest === undefined) throw new Error("a table without a complaint");
  return newest;
}

describe.each(releases)("the table of %s", (release) => {
  let name: string;
  let ports: Pick<
    Ports,
    | "adapters"
    | "clock"
    | "crypto"
    | "complaints"
    | "groups"
    | "households"
    | "organisation"
    | "rules"
    | "counters"
    | "submissions"
    | "reports"
    | "attachments"
    | "uploads"
    | "webhooks"
    | "sniffType"
  >;
  beforeAll(async () => {
    const table = await aws.newTable();
    name = table.name;
    const items = itemsOf(release);
    for (let from = 0; from < items.length; from += 16) {
      await Promise.all(
        items
          .slice(from, from + 16)
          .map((Item) => table.client.send(new PutItemCommand({ TableName: table.name, Item }))),
      );
    }
    const all = await operatorContainer({ TABLE_NAME: table.name }, aws.aws);
    const { crypto, complaints, groups, households, organisation, rules, counters } = all;
    const { submissions, reports, uploads, webhooks } = all;
    const clock = new VirtualClock(await recordedAt({ clock: today, complaints, organisation }));
    // Nothing is uploaded here.
    const attachments = new MemoryObjects(clock);
    const sniffType = () => Promise.resolve(undefined);
    ports = {
      adapters: ["email"],
      clock,
      crypto,
      complaints,
      groups,
      households,
      organisation,
      rules,
      counters,
      submissions,
      reports,
      uploads,
      webhooks,
      attachments,
      sniffType,
    };
  });

  it("is whole: chains, replayed state, due instants and rungs of every complaint and group", async () => {
    let checked = 0;
    for await (const progress of audit(ports)) {
      checked += progress.checked;
      expect(progress.faults).toEqual([]);
    }
    expect(checked).toBe(itemsOf(release).filter(({ sk }) => sk?.S === "DOC").length);
    for await (const { faults } of auditGroups(ports)) expect(faults).toEqual([]);
  });

  it("is written on: a note on every open complaint, read back with everything that was there", async () => {
    const person = await ports.organisation.person("headquarters");
    const open = await openComplaints(ports);
    expect(open.length).toBeGreaterThan(20);
    for (const before of open) {
      const given = await giveCommand(ports, {
        complaintId: before.registration.id,
        command: { type: "note", text: "新版本接着记录" },
        version: before.version,
        idempotencyKey: "continued",
        person: person!,
      });
      expect(isProblem(given) ? given : "noted").toBe("noted");
      const after = await ports.complaints.load(before.registration.id);
      expect(after?.events.slice(0, -1)).toEqual(before.events);
      expect(after?.clocks).toEqual(before.clocks);
    }
    for await (const { faults } of audit(ports)) expect(faults).toEqual([]);
  });

  it.runIf(keptReleases.includes(release))(
    "and is whole for the code of that release, with what was written on",
    async () => {
      const build = await besideBuild(release);
      const surroundings = { ...machine, clock: ports.clock };
      const theirs = await build.operator({ TABLE_NAME: name }, aws.aws, surroundings);
      let checked = 0;
      for await (const progress of build.audit(theirs)) {
        checked += progress.checked;
        expect(progress.faults).toEqual([]);
      }
      expect(checked).toBe(itemsOf(release).filter(({ sk }) => sk?.S === "DOC").length);
    },
  );

  it("keeps what was submitted and issued", async () => {
    expect((await ports.submissions.ofMonth("2026-10")).length).toBeGreaterThan(0);
    expect((await ports.reports.editions("2026-10")).length).toBeGreaterThan(0);
  });
});

async function openComplaints(ports: Pick<Ports, "complaints" | "organisation">) {
  const projects = await ports.organisation.projects();
  const pages = await Promise.all(
    projects.map(({ id }) => ports.complaints.openByProject(id, { limit: 20 })),
  );
  return ports.complaints.loadMany(pages.flatMap(({ items }) => items.map(({ id }) => id)));
}

function itemsOf(release: string): readonly Record<string, AttributeValue>[] {
  const text = gunzipSync(readFileSync(new URL(`${release}.jsonl.gz`, folder))).toString("utf8");
  return text.split("\n").map((line) => JSON.parse(line, revived));
}

function revived(_key: string, value: unknown): unknown {
  const isBinary = typeof value === "object" && value !== null && "$b" in value;
  return isBinary ? Buffer.from(String(value.$b), "base64") : value;
}
