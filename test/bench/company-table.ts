import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createGzip } from "node:zlib";
import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { resolveEngine } from "../../infra/local/services/dynamodb/resolve.ts";
import { complaintItem } from "../../lib/adapters/dynamodb/complaint-codec.ts";
import type { Complaint } from "../../lib/domain/complaint/document.ts";
import { type LocalAws, startLocalAws } from "../support/engine.ts";

const run = promisify(execFile);

/**
 * Local AWS whose first new table holds these complaints. They come in through the engine's import of a DynamoDB
 * export: written one by one, 100,000 take longer than eight minutes.
 */
export async function localAwsHolding(
  complaints: Iterable<Complaint>,
  count: number,
  shards: number,
): Promise<LocalAws> {
  const directory = await mkdtemp(join(tmpdir(), "jiesu-aws-"));
  const empty = await startLocalAws();
  const { client, name } = await empty.newTable();
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  await empty.close();
  const data = join(directory, "export", name, "data");
  await mkdir(data, { recursive: true });
  const schema = join(directory, "schema.json");
  await writeFile(schema, JSON.stringify({ Table }));
  await pipeline(
    Readable.from(exported(complaints, shards)),
    createGzip({ level: 1 }),
    createWriteStream(join(data, "complaints.json.gz")),
  );
  await imported(join(directory, "export"), schema, join(directory, "tables.db"), count);
  await rm(join(directory, "export"), { recursive: true });
  return startLocalAws(undefined, directory);
}

/** The lines of an export: DynamoDB's JSON, where bytes are Base64. */
function* exported(complaints: Iterable<Complaint>, shards: number): Generator<string> {
  for (const complaint of complaints) {
    const item = marshall(complaintItem(complaint, shards), { removeUndefinedValues: true });
    const lines = Object.entries(item).map(([name, value]) => [
      name,
      value.B === undefined ? value : { B: Buffer.from(value.B).toString("base64") },
    ]);
    yield `${JSON.stringify({ Item: Object.fromEntries(lines) })}\n`;
  }
}

/** Throws unless every line became an item. */
async function imported(source: string, schema: string, output: string, count: number): Promise<void> {
  const engine = resolveEngine({}, process.platform, process.arch);
  if (engine.kind !== "program") throw new Error("the import needs the installed engine");
  const args = ["import", "--source", source, "--schema", schema, "--output", output];
  const { stdout, stderr } = await run(engine.path, args);
  const items = /Items:\s+(\d+)/.exec(stdout + stderr)?.[1];
  if (Number(items) !== count) throw new Error(`${items ?? "no"} of ${count} complaints came in\n${stderr}`);
}
