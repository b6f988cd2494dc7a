import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LocalAws, startLocalAws } from "../../../support/engine.ts";
import { tableProperties } from "../../../support/table-properties.ts";
import { MEMORY_ENDPOINT, MemoryAws } from "../memory-aws.ts";
import { type Operation, operations, outcomeOf } from "./operations.ts";

/** `.ci/run` asks for 200. */
const courses = Number(process.env["JIESU_COURSES"] ?? 25);

let engine: LocalAws;
beforeAll(async () => {
  engine = await startLocalAws();
});
afterAll(() => engine.close());

function memoryTable() {
  const memory = new MemoryAws({ now: () => 0 });
  memory.defineTable("memory", tableProperties());
  const client = new DynamoDBClient({
    endpoint: MEMORY_ENDPOINT,
    region: "ap-southeast-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    requestHandler: memory.handler("dynamodb"),
    maxAttempts: 1,
  });
  return { client, name: "memory" };
}

test("the store in memory answers any course of operations as the real engine does", {
  timeout: 120_000,
}, async () => {
  const real = await engine.newTable();
  let run = 0;
  const course = async (ops: readonly Operation[]) => {
    run += 1;
    const memory = memoryTable();
    for (const [index, operation] of ops.entries()) {
      // Partitions of their own: a table for each course would take the engine most of the time.
      const [theirs, ours] = [
        await outcomeOf(real, operation, `${run}`),
        await outcomeOf(memory, operation, `${run}`),
      ];
      expect(ours, `operation ${index}: ${JSON.stringify(operation)}`).toEqual(theirs);
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(operations, { minLength: 4, maxLength: 24 }), course), {
    numRuns: courses,
    endOnFailure: true,
  });
});
