import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  type LocalCloud,
  type LocalCloudOptions,
  type Seed,
  startLocalCloud,
} from "../../../../infra/local/host/index.ts";
import { fixtureAssembly, startAt } from "./support/fixture.ts";

const minute = 60_000;
const company = {
  users: [{ id: "p-1", name: "王芳", post: "客服" }],
  channelKeys: [{ system: "cc", key: "k" }],
};

let directory: string;
let assembly: ReturnType<typeof fixtureAssembly>;
let started: LocalCloud[] = [];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "jiesu-boot-"));
  assembly = fixtureAssembly();
});
afterEach(async () => {
  for (const cloud of started) await cloud.close();
  started = [];
  assembly.remove();
  await rm(directory, { recursive: true, force: true });
});

async function start(options: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> {
  const cloud = await startLocalCloud({ assembly: assembly.directory, directory, ...options });
  started.push(cloud);
  return cloud;
}

test("a mail sent to the SMTP port reaches its function through bucket and queue before anything else is due", async () => {
  const cloud = await start({ at: startAt });
  const transport = createTransport({
    host: "127.0.0.1",
    port: cloud.smtpPort,
    secure: false,
    ignoreTLS: true,
  });
  await transport.sendMail({ from: "a@b.example", to: "desk@jiesu.example", subject: "电梯", text: "坏了" });
  transport.close();
  await cloud.engine.settle();
  const [entry] = assembly.seen();
  expect(entry).toMatchObject({ by: "work", now: startAt });
  const { Records } = JSON.parse(entry?.items?.[0] ?? "{}");
  const { bucket, object } = Records[0].s3;
  expect(object.key).toMatch(/^raw\/[a-z0-9]{40}$/);
  const stored = cloud.services.objects.get(bucket.name, object.key);
  expect(Buffer.from(stored?.body ?? []).toString()).toContain("Subject: =?UTF-8?");
});

test("a restart finds messages, clock, people and keys where the first start left them", async () => {
  let imports = 0;
  const connected: (string | undefined)[] = [];
  const seed: Seed = {
    import: () => {
      imports += 1;
      return Promise.resolve(company);
    },
    connect: ({ env }) => {
      connected.push(env.PUBLIC_URL);
      return Promise.resolve();
    },
  };
  const first = await start({ at: startAt, seed });
  first.services.queues.send(arnOf("Work"), "later", { delaySeconds: 600 });
  await first.engine.advanceTo(startAt + 5 * minute);
  const token = await first.tokenFor("p-1");
  await first.close();

  const second = await start({ seed });
  expect(second.engine.now()).toBe(startAt + 5 * minute);
  expect(second.company).toEqual(company);
  expect(imports).toBe(1);
  // Another port: the installation is told again where the receivers are.
  expect(connected).toHaveLength(2);
  await second.engine.advanceTo(startAt + 20 * minute);
  expect(assembly.seen().map(({ now, items }) => [now, items])).toEqual([[startAt + 10 * minute, ["later"]]]);
  const keys = await (await fetch(`${second.baseUrl}/_local/oidc/jwks`)).text();
  const [header = ""] = token.split(".");
  expect(keys).toContain(JSON.parse(Buffer.from(header, "base64url").toString()).kid);
});

test("a write to the table reaches the stream's function", async () => {
  const cloud = await start({ at: startAt });
  const client = new DynamoDBClient({
    endpoint: cloud.env.AWS_ENDPOINT_URL!,
    region: cloud.env.AWS_REGION!,
    credentials: {
      accessKeyId: cloud.env.AWS_ACCESS_KEY_ID!,
      secretAccessKey: cloud.env.AWS_SECRET_ACCESS_KEY!,
    },
  });
  await client.send(
    new PutItemCommand({ TableName: "fix-Table", Item: { pk: { S: "C#1" }, sk: { S: "DOC" } } }),
  );
  client.destroy();
  await cloud.engine.settle();
  expect(assembly.seen()).toMatchObject([{ by: "stream", items: ["C#1"] }]);
});

test("an instant before the folder's clock, a busy port and a folder in use are told in both languages", async () => {
  const cloud = await start({ at: startAt });
  await expect(
    start({ directory: `${directory}/b`, port: Number(new URL(cloud.baseUrl).port) }),
  ).rejects.toThrow(/已被占用/);
  await expect(start({ directory: `${directory}/c`, smtpPort: cloud.smtpPort })).rejects.toThrow(
    /--smtp-port/,
  );
  await cloud.close();
  await expect(start({ at: startAt - minute })).rejects.toThrow(/--fresh.* · /);
  const fresh = await start({ at: startAt - minute, fresh: true });
  expect(fresh.engine.now()).toBe(startAt - minute);
});

function arnOf(logicalId: string): string {
  return `arn:aws:sqs:ap-southeast-1:000000000000:fix-${logicalId}`;
}
