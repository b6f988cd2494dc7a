import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Services } from "../../infra/local/contract.ts";
import { credentialsFor, startServices } from "../../infra/local/services/index.ts";
import type { Table } from "../../lib/adapters/dynamodb/core/table.ts";
import { CapacityMeter } from "./capacity.ts";
import { tableProperties } from "./table-properties.ts";

/** The local AWS services over a folder of their own, for the adapters' tests. */
export interface LocalAws {
  readonly services: Services;
  /** For every SDK client. */
  readonly aws: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  /** A new, empty table as the CDK app defines it, and what each call on it cost. */
  newTable(): Promise<Table & { readonly meter: CapacityMeter }>;
  close(): Promise<void>;
}

/** Starts the real engine and the other services behind one endpoint; the virtual clock begins at `startAt`. */
export async function startLocalAws(startAt = Date.parse("2026-02-13T02:00:00.000Z")): Promise<LocalAws> {
  const directory = await mkdtemp(join(tmpdir(), "jiesu-aws-"));
  const services = await startServices({ directory, port: 0, startAt });
  const aws = {
    endpoint: services.endpoint,
    region: services.region,
    credentials: credentialsFor("operator"),
  };
  let tables = 0;
  return {
    services,
    aws,
    async newTable() {
      tables += 1;
      const name = `complaints-${tables}`;
      await services.tables.define(name, tableProperties());
      const client = new DynamoDBClient(aws);
      const meter = new CapacityMeter();
      meter.read(client);
      return { client, name, meter };
    },
    async close() {
      await services.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
