import { Readable } from "node:stream";
import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, expect, test } from "vitest";
import { credentialsFor } from "../../../../infra/local/services/index.ts";
import { hour, minute, queue, TestCloud } from "./cloud.ts";

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
  cloud.services.objects.defineBucket({ name: "files", notifications: [] });
});
afterAll(() => cloud.stop());

const Bucket = "files";
const bytesOf = async (Key: string, Range?: string) => {
  const { Body } = await cloud.aws.s3.send(
    new GetObjectCommand({ Bucket, Key, ...(Range === undefined ? {} : { Range }) }),
  );
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};
/** Signs as a function does: with the virtual now, since its Date is virtual. */
const presign = (command: GetObjectCommand | PutObjectCommand, expiresIn: number) =>
  getSignedUrl(cloud.aws.s3, command, { expiresIn, signingDate: new Date(cloud.services.clock.now()) });

test("an object comes back byte for byte with its type, metadata and checksum", async () => {
  const body = Buffer.from(Array.from({ length: 1000 }, (_, i) => i % 256));
  const put = await cloud.aws.s3.send(
    new PutObjectCommand({
      Bucket,
      Key: "月报/2026-02 统计 +&.xlsx",
      Body: body,
      ContentType: "application/x-test",
      Metadata: { run: "7" },
    }),
  );
  const got = await cloud.aws.s3.send(new GetObjectCommand({ Bucket, Key: "月报/2026-02 统计 +&.xlsx" }));
  expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toEqual(body);
  expect(got).toMatchObject({
    ContentType: "application/x-test",
    Metadata: { run: "7" },
    ContentLength: 1000,
    ETag: put.ETag,
    ChecksumCRC32: expect.stringMatching(/=$/),
    LastModified: new Date(cloud.services.clock.now()),
  });
  const head = await cloud.aws.s3.send(new HeadObjectCommand({ Bucket, Key: "月报/2026-02 统计 +&.xlsx" }));
  expect(head).toMatchObject({ ContentLength: 1000, ETag: put.ETag, Metadata: { run: "7" } });
});

test("a stream, which the SDK sends in chunks with a trailing checksum, is put together again", async () => {
  const parts = Array.from({ length: 5 }, (_, i) => Buffer.alloc(70_000, 65 + i));
  await cloud.aws.s3.send(
    new PutObjectCommand({ Bucket, Key: "streamed", Body: Readable.from(parts), ContentLength: 350_000 }),
  );
  expect(await bytesOf("streamed")).toEqual(Buffer.concat(parts));
});

test("a body that does not fit its checksum is refused and not stored", async () => {
  const wrong = cloud.aws.s3.send(
    new PutObjectCommand({ Bucket, Key: "wrong", Body: "hello", ChecksumCRC32: "AAAAAA==" }),
  );
  await expect(wrong).rejects.toMatchObject({ name: "BadDigest" });
  expect(cloud.services.objects.get(Bucket, "wrong")).toBeUndefined();
});

test("a range gives just these bytes", async () => {
  await cloud.aws.s3.send(new PutObjectCommand({ Bucket, Key: "ten", Body: "0123456789" }));
  expect((await bytesOf("ten", "bytes=2-4")).toString()).toBe("234");
  expect((await bytesOf("ten", "bytes=-3")).toString()).toBe("789");
  await expect(bytesOf("ten", "bytes=10-")).rejects.toMatchObject({ name: "InvalidRange" });
});

test("a listing pages through the keys of a prefix in order", async () => {
  for (const Key of ["list/b", "list/a", "list/c", "other"]) {
    await cloud.aws.s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
  }
  const list = (ContinuationToken?: string) =>
    cloud.aws.s3.send(
      new ListObjectsV2Command({
        Bucket,
        Prefix: "list/",
        MaxKeys: 2,
        ...(ContinuationToken === undefined ? {} : { ContinuationToken }),
      }),
    );
  const first = await list();
  expect(first.Contents?.map(({ Key }) => Key)).toEqual(["list/a", "list/b"]);
  expect(first).toMatchObject({ IsTruncated: true, KeyCount: 2 });
  const second = await list(first.NextContinuationToken);
  expect(second.Contents).toMatchObject([{ Key: "list/c", Size: 6 }]);
  expect(second.IsTruncated).toBe(false);
});

test("what is missing, taken or not spoken is refused by name", async () => {
  await expect(bytesOf("none")).rejects.toMatchObject({ name: "NoSuchKey" });
  await expect(cloud.aws.s3.send(new HeadObjectCommand({ Bucket, Key: "none" }))).rejects.toMatchObject({
    name: "NotFound",
  });
  await expect(
    cloud.aws.s3.send(new ListObjectsV2Command({ Bucket: "no-such-bucket" })),
  ).rejects.toMatchObject({ name: "NoSuchBucket" });
  const once = () =>
    cloud.aws.s3.send(new PutObjectCommand({ Bucket, Key: "once", Body: "1", IfNoneMatch: "*" }));
  await once();
  await expect(once()).rejects.toMatchObject({ name: "PreconditionFailed" });
  await cloud.aws.s3.send(new DeleteObjectCommand({ Bucket, Key: "once" }));
  await once();
  await expect(
    cloud.aws.s3.send(new CreateMultipartUploadCommand({ Bucket, Key: "parts" })),
  ).rejects.toMatchObject({ name: "NotImplemented", message: expect.stringContaining("uploads") });
});

test("a put tells the bucket's queues, with the key as S3 encodes it", async () => {
  const mail = queue(cloud, "mail-in");
  cloud.services.objects.defineBucket({
    name: "mails",
    notifications: [{ queueArn: mail.arn, prefix: "raw/" }],
  });
  const put = (Key: string) => cloud.aws.s3.send(new PutObjectCommand({ Bucket: "mails", Key, Body: "x" }));
  await put("raw/投诉 1+.eml");
  await put("elsewhere");
  const messages = cloud.services.queues.receive(mail.arn, 10);
  expect(messages).toHaveLength(1);
  expect(JSON.parse(messages[0]!.body)).toMatchObject({
    Records: [
      {
        eventSource: "aws:s3",
        eventName: "ObjectCreated:Put",
        eventTime: new Date(cloud.services.clock.now()).toISOString(),
        s3: {
          bucket: { name: "mails" },
          object: { key: "raw/%E6%8A%95%E8%AF%89+1%2B.eml", size: 1 },
        },
      },
    ],
  });
});

test("a presigned link ends by the virtual clock and names the file for the browser", async () => {
  await cloud.aws.s3.send(new PutObjectCommand({ Bucket, Key: "报表 1.txt", Body: "figures" }));
  const url = await presign(
    new GetObjectCommand({
      Bucket,
      Key: "报表 1.txt",
      ResponseContentDisposition: "attachment; filename*=UTF-8''%E6%9C%88%E6%8A%A5.txt",
      ResponseContentType: "text/plain",
    }),
    3600,
  );
  cloud.forward(hour);
  const last = await fetch(url);
  expect(await last.text()).toBe("figures");
  expect(last.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''%E6%9C%88%E6%8A%A5.txt");
  expect(last.headers.get("content-type")).toBe("text/plain");
  cloud.forward(1000);
  const late = await fetch(url);
  expect(late.status).toBe(403);
  expect(await late.text()).toContain("Request has expired");
});

test("a presigned link to another key, or signed with another secret, is refused", async () => {
  await cloud.aws.s3.send(new PutObjectCommand({ Bucket, Key: "mine", Body: "1" }));
  await cloud.aws.s3.send(new PutObjectCommand({ Bucket, Key: "theirs", Body: "2" }));
  const url = await presign(new GetObjectCommand({ Bucket, Key: "mine" }), 600);
  const tampered = await fetch(url.replace("/mine?", "/theirs?"));
  expect(tampered.status).toBe(403);
  expect(await tampered.text()).toContain("SignatureDoesNotMatch");
  const forger = new S3Client({
    endpoint: cloud.services.endpoint,
    region: cloud.services.region,
    credentials: { ...credentialsFor("operator"), secretAccessKey: "guessed" },
  });
  const forged = await getSignedUrl(forger, new GetObjectCommand({ Bucket, Key: "mine" }), {
    expiresIn: 600,
    signingDate: new Date(cloud.services.clock.now()),
  });
  expect((await fetch(forged)).status).toBe(403);
});

test("a presigned upload stores the file", async () => {
  const url = await presign(new PutObjectCommand({ Bucket, Key: "upload", ContentType: "image/png" }), 600);
  const sent = await fetch(url, { method: "PUT", body: "pixels", headers: { "content-type": "image/png" } });
  expect(sent.status).toBe(200);
  expect(cloud.services.objects.get(Bucket, "upload")).toMatchObject({ contentType: "image/png" });
  cloud.forward(11 * minute);
  expect((await fetch(url, { method: "PUT", body: "late" })).status).toBe(403);
});

test("pages of the origins that the bucket's CORS rules name may put with a link, others and other methods may not", async () => {
  const page = "https://desk.example";
  cloud.services.objects.defineBucket({
    name: "shared",
    notifications: [],
    crossOrigin: [{ origins: [page], methods: ["PUT"], headers: ["content-type"] }],
  });
  const url = await presign(new PutObjectCommand({ Bucket: "shared", Key: "photo" }), 600);
  const asks = (origin: string, method: string, headers = "content-type") =>
    fetch(url, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": method,
        "access-control-request-headers": headers,
      },
    });
  const allowed = await asks(page, "PUT");
  expect(allowed.status).toBe(200);
  expect(allowed.headers.get("access-control-allow-origin")).toBe(page);
  expect(allowed.headers.get("access-control-allow-headers")).toBe("content-type");
  expect((await asks("https://elsewhere.example", "PUT")).status).toBe(403);
  expect((await asks(page, "DELETE")).status).toBe(403);
  expect((await asks(page, "PUT", "x-amz-acl")).status).toBe(403);
  const put = await fetch(url, { method: "PUT", body: "1", headers: { origin: page } });
  expect(put.status).toBe(200);
  expect(put.headers.get("access-control-allow-origin")).toBe(page);
  const foreign = await fetch(url, {
    method: "PUT",
    body: "1",
    headers: { origin: "https://elsewhere.example" },
  });
  expect(foreign.headers.get("access-control-allow-origin")).toBeNull();
});
