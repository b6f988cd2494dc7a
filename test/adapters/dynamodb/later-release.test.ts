/**
 * A release that went back: what a later one had added to documents is still there after this one has read, changed and
 * written them. The recorded tables stand for the later release's, with a field more in every object of every document.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import { type AttributeValue, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complaintStore } from "../../../lib/adapters/dynamodb/complaints/complaint-store.ts";
import { documentRefOf } from "../../../lib/adapters/dynamodb/core/keys.ts";
import { packedJson, packJson } from "../../../lib/adapters/dynamodb/core/packed-json.ts";
import { groupStore } from "../../../lib/adapters/dynamodb/groups/group-store.ts";
import { submissionStore } from "../../../lib/adapters/dynamodb/submissions/submission-store.ts";
import { seal } from "../../../lib/app/complaints/seal.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import { chainHash, verifyChain } from "../../../lib/domain/document/chain.ts";
import { submissionKey } from "../../../lib/domain/submissions/submission.ts";
import { later, personal } from "../../support/builders.ts";
import { sha256 } from "../../support/crypto.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

const folder = new URL("../../corpus/tables/", import.meta.url);
const releases = readdirSync(folder).map((file) => basename(file, ".jsonl.gz"));
/** The field that a later release added. */
const LATER = "addedLater";

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws(Date.parse("2026-11-03T02:00:00.000Z"));
});
afterAll(() => aws.close());

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Item = Record<string, AttributeValue>;

describe.each(releases)("documents of %s as a later release would have written them", (release) => {
  let read: (key: Item) => Promise<Record<string, unknown>>;
  let ports: Pick<Ports, "complaints" | "groups" | "submissions">;
  const items = documentsOf(release).map(asLater);

  beforeAll(async () => {
    const table = await aws.newTable();
    for (const Item of items) await table.client.send(new PutItemCommand({ TableName: table.name, Item }));
    ports = {
      complaints: complaintStore(table, 8),
      groups: groupStore(table, 8),
      submissions: submissionStore(table, 8),
    };
    read = async ({ pk, sk }) => {
      const Key = { pk: pk!, sk: sk! };
      const { Item } = await table.client.send(new GetItemCommand({ TableName: table.name, Key }));
      return unmarshall(Item!);
    };
  });

  it("complaints: a note is added, every later field stands and the chain holds", async () => {
    const complaints = items.filter(({ sk }) => sk?.S === "DOC").slice(0, 60);
    expect(complaints.length).toBeGreaterThan(20);
    for (const item of complaints) {
      const planted = fieldsIn(docOf(unmarshall(item)));
      const before = (await ports.complaints.load(item.pk!.S!.replace(/^C#/, "")))!;
      const recordedAt = later(before.writtenAt, 1);
      const draft = {
        fact: { type: "noted" } as const,
        occurredAt: recordedAt,
        personal: { text: personal("上一版继续记录") },
      };
      const by = { kind: "person", id: "headquarters" } as const;
      const after = seal(before, [draft], { recordedAt, by, commandId: "back", request: "" }, sha256);
      expect(await ports.complaints.replace(after, before.revision)).toEqual({});
      const written = docOf(await read(item));
      expect(planted.filter((path) => !fieldsIn(written).includes(path))).toEqual([]);
      expect(planted.length).toBeGreaterThan(10);
      const back = (await ports.complaints.load(before.registration.id))!;
      const previous = back.archive.at(-1)?.lastHash ?? "";
      const fromSeq = back.events[0]!.seq;
      expect(verifyChain(back.events, back.personal, sha256, { previous, fromSeq })).toEqual([]);
    }
  });

  it("groups and submissions: read and written back, every later field stands", async () => {
    const others = items.filter(({ sk }) => /^(?:GROUP|SUBMISSION)#/.test(sk?.S ?? ""));
    expect(others.length).toBeGreaterThan(0);
    for (const item of others) {
      const planted = fieldsIn(docOf(unmarshall(item)));
      expect(await rewritten(ports, item)).toEqual({});
      const written = docOf(await read(item));
      expect(planted.filter((path) => !fieldsIn(written).includes(path))).toEqual([]);
      expect(planted.length).toBeGreaterThan(2);
    }
  });
});

/** Read and written back as it is; gives back what the store says to a write. */
async function rewritten(ports: Pick<Ports, "groups" | "submissions">, { pk, sk }: Item): Promise<object> {
  const ref = documentRefOf({ pk: pk!.S!, sk: sk!.S! });
  if (ref?.kind === "group") {
    const group = (await ports.groups.load(ref.id))!;
    return ports.groups.replace({ ...group, revision: group.revision + 1 }, group.revision);
  }
  const { month, projectId } = submissionKey(ref!.id);
  const submission = (await ports.submissions.load(month, projectId))!;
  return ports.submissions.replace({ ...submission, revision: submission.revision + 1 }, submission.revision);
}

/** Items that hold a document, in the form that is told by `doc`. */
function documentsOf(release: string): Item[] {
  const text = gunzipSync(readFileSync(new URL(`${release}.jsonl.gz`, folder))).toString("utf8");
  const all: Item[] = text.split("\n").map((line) => JSON.parse(line, revived));
  return all.filter(({ doc }) => doc !== undefined);
}

function revived(_key: string, value: unknown): unknown {
  const isBinary = typeof value === "object" && value !== null && "$b" in value;
  return isBinary ? Buffer.from(String(value.$b), "base64") : value;
}

function docOf(item: Record<string, unknown>): Json {
  return packedJson.parse(item["doc"]) as Json;
}

/** The item with a further field in every object of its document, chained anew as its writer would have done. */
function asLater(item: Item): Item {
  const doc = rechained(withLater(docOf(unmarshall(item)), ""));
  return { ...item, doc: item["doc"]!.S === undefined ? { B: packJson(doc) } : { S: JSON.stringify(doc) } };
}

/** Objects whose keys are values (personal values by event, counts by step) are no shapes that a release would add to. */
const maps = /\.(?:personal|latest|steps|digests|submissions|counts)$/;

function withLater(value: Json, path: string): Json {
  if (Array.isArray(value)) return value.map((one) => withLater(one, path));
  if (typeof value !== "object" || value === null) return value;
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, withLater(field, `${path}.${key}`)]),
  );
  return maps.test(path) ? inner : { ...inner, [LATER]: { by: "a later release" } };
}

function rechained(doc: Json): Json {
  if (typeof doc !== "object" || doc === null || Array.isArray(doc) || !Array.isArray(doc["events"]))
    return doc;
  let previous = (doc["archive"] as { lastHash: string }[] | undefined)?.at(-1)?.lastHash ?? "";
  const events = doc["events"].map((one) => {
    const { hash: _, ...event } = one as Record<string, Json> & { readonly seq: number };
    previous = chainHash(previous, event as never, sha256);
    return { ...event, hash: previous };
  });
  return { ...doc, events };
}

/** Where the later release's field stands. */
function fieldsIn(value: Json, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) =>
    key === LATER ? [path] : fieldsIn(field, `${path}.${key}`),
  );
}
