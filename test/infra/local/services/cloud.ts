import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { Services } from "../../../../infra/local/contract.ts";
import { credentialsFor, startServices } from "../../../../infra/local/services/index.ts";

/** 2026-03-02 09:00 in Shanghai, a Monday. */
export const monday = Date.parse("2026-03-02T01:00:00Z");
export const minute = 60_000;
export const hour = 60 * minute;

/** Real SDK clients of one caller, as a function would make them. */
export function clientsFor(services: Services, name = "operator") {
  const settings = {
    endpoint: services.endpoint,
    region: services.region,
    credentials: credentialsFor(name),
    maxAttempts: 1,
  };
  return {
    sqs: new SQSClient(settings),
    scheduler: new SchedulerClient(settings),
    s3: new S3Client(settings),
    dynamodb: new DynamoDBClient(settings),
    ses: new SESv2Client(settings),
  };
}

export type Clients = ReturnType<typeof clientsFor>;

/** A local cloud over a new folder. `reopen` closes it and starts another over the same folder. */
export class TestCloud {
  services: Services;
  aws: Clients;
  readonly directory: string;

  private constructor(directory: string, services: Services) {
    this.directory = directory;
    this.services = services;
    this.aws = clientsFor(services);
  }

  static async start(): Promise<TestCloud> {
    const directory = mkdtempSync(join(tmpdir(), "jiesu-services-"));
    return new TestCloud(directory, await startServices({ directory, port: 0, startAt: monday }));
  }

  forward(milliseconds: number): void {
    this.services.clock.set(this.services.clock.now() + milliseconds);
  }

  async reopen(): Promise<void> {
    await this.services.close();
    this.services = await startServices({ directory: this.directory, port: 0, startAt: 0 });
    this.aws = clientsFor(this.services);
  }

  async stop(): Promise<void> {
    await this.services.close();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** Defines a queue with the settings of the product's work queues and gives its ARN and URL. */
export function queue(
  cloud: TestCloud,
  name: string,
  settings: { deadLetters?: string; retention?: number } = {},
) {
  const arnOf = (one: string) => `arn:aws:sqs:${cloud.services.region}:${cloud.services.accountId}:${one}`;
  cloud.services.queues.define({
    name,
    arn: arnOf(name),
    delaySeconds: 0,
    visibilityTimeoutSeconds: 60,
    retentionSeconds: settings.retention ?? 4 * 24 * 3600,
    ...(settings.deadLetters === undefined
      ? {}
      : { redrive: { deadLetterArn: arnOf(settings.deadLetters), maxReceiveCount: 2 } }),
  });
  return {
    arn: arnOf(name),
    url: `${cloud.services.endpoint}/${cloud.services.accountId}/${name}`,
  };
}
