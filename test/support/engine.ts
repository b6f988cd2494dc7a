import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { App, Stack } from "aws-cdk-lib";
import type { CfnTable } from "aws-cdk-lib/aws-dynamodb";
import { ComplaintTable } from "../../infra/constructs/complaint-table.ts";
import { credentialsFor, type LocalServices, startServices } from "../../infra/local/services/index.ts";
import type { Table } from "../../lib/adapters/dynamodb/core/table.ts";
import { CapacityMeter } from "./capacity.ts";

/** The local AWS services over a folder of their own, for the adapters' tests. */
export interface LocalAws {
  readonly services: LocalServices;
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

let synthesized: Record<string, unknown> | undefined;

/** The table's CloudFormation properties, from the construct itself: a test cannot have other keys than the product. */
function tableProperties(): Record<string, unknown> {
  if (synthesized === undefined) {
    const stack = new Stack(new App(), "Tables");
    const { table } = new ComplaintTable(stack, "Complaints", { retain: false });
    // One resource resolved by itself: a whole synthesis takes five seconds of CPU.
    const cfn = table.node.defaultChild as CfnTable;
    const { Resources } = stack.resolve(cfn["_toCloudFormation"]()) as Resolved;
    synthesized = Object.values(Resources)[0]!.Properties;
  }
  return synthesized;
}

interface Resolved {
  readonly Resources: Readonly<Record<string, { readonly Properties: Record<string, unknown> }>>;
}
