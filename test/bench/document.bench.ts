/** What the document's form costs: one nested map against JSON text, on the local engine through the SDK (ADR 0008). */

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { complaintItem } from "../../lib/adapters/dynamodb/complaints/complaint-codec.ts";
import { putItem } from "../../lib/adapters/dynamodb/core/items.ts";
import { getItem } from "../../lib/adapters/dynamodb/core/together.ts";
import { withoutLog } from "../../lib/adapters/runtime/aws-clients.ts";
import { at, closed } from "../support/builders.ts";
import { startLocalAws } from "../support/engine.ts";

const local = await startLocalAws();
const table = await local.newTable();
const complaint = closed(at("2026-02-13 10:00"));
const text = complaintItem(complaint, 8);
const map = { ...text, doc: complaint };

async function milliseconds(operation: () => Promise<unknown>, rounds = 100): Promise<number> {
  const began = performance.now();
  for (let round = 0; round < rounds; round++) await operation();
  return (performance.now() - began) / rounds;
}

for (const [form, Item] of Object.entries({ map, text, "map again": map, "text again": text })) {
  const put = await milliseconds(() => putItem(table, { Item }));
  const get = await milliseconds(() => getItem(table, { pk: text.pk, sk: text.sk }));
  console.log(
    `${form.padEnd(12)} put ${put.toFixed(1).padStart(6)} ms   get ${get.toFixed(1).padStart(6)} ms`,
  );
}

// ADR 0012: what it costs to put a command's middleware together anew for every call, and the SDK's own log.
const clients = {
  anew: () => new DynamoDBClient({ ...local.aws }),
  kept: () => new DynamoDBClient({ ...local.aws, cacheMiddleware: true }),
  "kept, no log": () => withoutLog(new DynamoDBClient({ ...local.aws, cacheMiddleware: true })),
};
for (const round of [1, 2, 3]) {
  for (const [middleware, make] of Object.entries(clients)) {
    const other = { client: make(), name: table.name };
    const get = await milliseconds(() => getItem(other, { pk: text.pk, sk: text.sk }), 1000);
    console.log(`${round}. middleware ${middleware.padEnd(12)}   get ${get.toFixed(2).padStart(6)} ms`);
  }
}
await local.close();
