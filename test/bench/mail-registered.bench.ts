/** From raw mail to registered complaint, against the bare SDK calls it makes (p50 ≤ 2.0 ×). */

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, type GetObjectCommandOutput, S3Client } from "@aws-sdk/client-s3";
import { container } from "../../lib/adapters/composition/container.ts";
import { parseMail } from "../../lib/adapters/mail-in/index.ts";
import { sniffType } from "../../lib/adapters/mail-in/sniff.ts";
import { takeMail } from "../../lib/app/mail/mail-intake.ts";
import { startLocalAws } from "../support/engine.ts";
import { project } from "../support/organisation.ts";

const MAILS = 200;
const WARM_UP = 40;

interface Command {
  readonly input: Readonly<Record<string, unknown>>;
}
interface Call {
  readonly client: { send(command: unknown): Promise<unknown> };
  readonly command: Command;
}

/** Every call of these clients from now on, in order. */
function watchCalls(): Call[] {
  const calls: Call[] = [];
  for (const prototype of [S3Client.prototype, DynamoDBClient.prototype]) {
    const send: unknown = Reflect.get(prototype, "send");
    if (typeof send !== "function") throw new Error("the SDK's clients have no send");
    Object.defineProperty(prototype, "send", {
      value(this: Call["client"], command: Command, ...rest: unknown[]): unknown {
        calls.push({ client: this, command });
        return Reflect.apply(send, this, [command, ...rest]);
      },
    });
  }
  return calls;
}

/** The same call on the twin table and bucket, which are as new to it as the first ones were. */
async function replay({ client, command }: Call, table: string, bucket: string): Promise<void> {
  const { TableName, Bucket, RequestItems } = command.input;
  const input = {
    ...command.input,
    ...(TableName === undefined ? {} : { TableName: table }),
    ...(Bucket === undefined ? {} : { Bucket: bucket }),
    ...(RequestItems === undefined || RequestItems === null
      ? {}
      : { RequestItems: { [table]: Object.values(RequestItems)[0] } }),
  };
  const answer = await client.send(Reflect.construct(command.constructor, [input]));
  if (command instanceof GetObjectCommand)
    await (answer as GetObjectCommandOutput).Body?.transformToByteArray();
}

const local = await startLocalAws(Date.now());
const [table, twin] = [await local.newTable(), await local.newTable()];
const queue = "http://127.0.0.1/queue";
const env = {
  TABLE_NAME: table.name,
  MAIL_BUCKET: "mail",
  ATTACHMENTS_BUCKET: "files",
  DOCUMENTS_BUCKET: "documents",
  NOTICE_QUEUE_URL: queue,
  WEBHOOK_QUEUE_URL: queue,
  NOTICE_ADAPTERS: "none",
  PUBLIC_URL: "https://desk.example",
  STAGE: "local",
};
for (const name of ["mail", "files", "twin"])
  local.services.objects.defineBucket({ name, notifications: [] });
const ports = await container("mail-in", { parseMail, sniffType }, env, local.aws);
const other = await container(
  "mail-in",
  { parseMail, sniffType },
  { ...env, TABLE_NAME: twin.name },
  local.aws,
);
for (const { organisation } of [ports, other])
  await organisation.importAll([{ ...project, mailbox: "garden@desk.example" }], []);

function mail(index: number): Buffer {
  const body = Buffer.from(`三号楼二单元电梯第 ${index} 次停运，请尽快派人维修。\n`.repeat(20)).toString(
    "base64",
  );
  return Buffer.from(
    `From: =?gbk?B?zfW3vA==?= <wang${index}@resident.example>\r\nTo: garden@desk.example\r\nSubject: =?utf-8?B?55S15qKv?= ${index}\r\n` +
      `Message-ID: <${index}@resident.example>\r\nDate: ${new Date().toUTCString()}\r\nMIME-Version: 1.0\r\n` +
      `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`,
  );
}

const calls = watchCalls();
const taken: number[] = [];
const bare: number[] = [];
for (let index = 0; index < MAILS + WARM_UP; index += 1) {
  const rawKey = `raw/${index}`;
  for (const bucket of ["mail", "twin"]) local.services.objects.put(bucket, rawKey, mail(index));
  calls.splice(0);
  let began = performance.now();
  await takeMail(ports, { rawKey, receivedAt: new Date().toISOString() });
  const whole = performance.now() - began;
  const made = calls.splice(0);
  began = performance.now();
  for (const call of made) await replay(call, twin.name, "twin");
  if (index < WARM_UP) continue;
  taken.push(whole);
  bare.push(performance.now() - began);
}
const registered = local.services.objects.list("mail", "raw/").length === 0;
await local.close();
if (!registered) throw new Error("some mails were not taken");

const p50 = (times: number[]): number =>
  times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
console.log(
  JSON.stringify(
    { mails: MAILS, registeredP50Ms: p50(taken), bareCallsP50Ms: p50(bare), ratio: p50(taken) / p50(bare) },
    null,
    2,
  ),
);
