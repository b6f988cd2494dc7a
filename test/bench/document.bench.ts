/** What the document's form costs: one nested map against JSON text, on the local engine through the SDK (ADR 0008). */
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { complaintItem } from "../../lib/adapters/dynamodb/complaint-codec.ts";
import { at, closed } from "../support/builders.ts";
import { startLocalAws } from "../support/engine.ts";

const local = await startLocalAws();
const { client, name: TableName } = await local.newTable();
const complaint = closed(at("2026-02-13 10:00"));
const text = complaintItem(complaint, 8);
const map = { ...text, doc: complaint };
const Key = { pk: text.pk, sk: text.sk };

async function milliseconds(operation: () => Promise<unknown>): Promise<number> {
  const rounds = 100;
  const began = performance.now();
  for (let round = 0; round < rounds; round++) await operation();
  return (performance.now() - began) / rounds;
}

for (const [form, Item] of Object.entries({ map, text, "map again": map, "text again": text })) {
  const put = await milliseconds(() => client.send(new PutCommand({ TableName, Item })));
  const get = await milliseconds(() => client.send(new GetCommand({ TableName, Key, ConsistentRead: true })));
  console.log(
    `${form.padEnd(12)} put ${put.toFixed(1).padStart(6)} ms   get ${get.toFixed(1).padStart(6)} ms`,
  );
}
await local.close();
