import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import {
  type AttributeValue,
  DynamoDBClient,
  ListTablesCommand,
  paginateScan,
} from "@aws-sdk/client-dynamodb";
import { tableFiles } from "../../infra/local/services/dynamodb/engine-program.ts";
import { credentialsFor, startServices } from "../../infra/local/services/index.ts";

type Item = Record<string, AttributeValue>;

/** Of items that say much the same so many are kept, by what begins their key: notices, and who was shown what. */
const fewOf: Readonly<Record<string, number>> = { NOTICE: 80, READ: 40, WORDS: 200 };

/** The table of a sample month (the folder of `npm run demo`): an item a line in DynamoDB's JSON, compressed. */
export async function recordTable(demo: string): Promise<Uint8Array> {
  const directory = mkdtempSync(join(tmpdir(), "jiesu-record-"));
  try {
    for (const file of tableFiles.filter((one) => existsSync(join(demo, one))))
      cpSync(join(demo, file), join(directory, file));
    const lines = thinned(await scanned(directory)).map((item) => JSON.stringify(item, written));
    return gzipSync(lines.join("\n"), { level: 9 });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function scanned(directory: string): Promise<readonly Item[]> {
  const services = await startServices({ directory, port: 0, startAt: 0 });
  const client = new DynamoDBClient({
    endpoint: services.endpoint,
    region: services.region,
    credentials: credentialsFor("operator"),
  });
  const items: Item[] = [];
  try {
    const { TableNames = [] } = await client.send(new ListTablesCommand({}));
    for (const TableName of TableNames)
      for await (const { Items = [] } of paginateScan({ client }, { TableName })) items.push(...Items);
  } finally {
    client.destroy();
    await services.close();
  }
  return items;
}

function thinned(items: readonly Item[]): readonly Item[] {
  const counts = new Map<string, number>();
  return items.filter(({ pk, sk }) => {
    const kind = Object.keys(fewOf).find((start) => [pk?.S, sk?.S].some((key) => key?.startsWith(start)));
    if (kind === undefined) return true;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= (fewOf[kind] ?? 0);
  });
}

/** Binary values as base64 under `$b`, as the tests read them back. */
function written(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { $b: Buffer.from(value).toString("base64") } : value;
}
