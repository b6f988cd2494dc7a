import { S3Client } from "@aws-sdk/client-s3";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attachment } from "../../../lib/adapters/storage/content-disposition.ts";
import { objectStore } from "../../../lib/adapters/storage/object-store.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
  for (const name of ["reports", "mail"]) local.services.objects.defineBucket({ name, notifications: [] });
});
afterAll(() => local.close());

const bytes = (text: string) => new TextEncoder().encode(text);
const store = (bucket: string) => objectStore(new S3Client(local.aws), bucket);

test("an object comes back byte for byte with its type; a missing one is undefined; removing is repeatable", async () => {
  const body = Uint8Array.from({ length: 300_000 }, (_, n) => n % 251);
  await store("reports").put("reports/2026-02/台账.xlsx", body, "application/x-test");
  expect(await store("reports").get("reports/2026-02/台账.xlsx")).toEqual(body);
  expect(local.services.objects.get("reports", "reports/2026-02/台账.xlsx")?.contentType).toBe(
    "application/x-test",
  );
  expect(await store("reports").get("nothing")).toBeUndefined();
  await store("reports").remove("reports/2026-02/台账.xlsx");
  await store("reports").remove("reports/2026-02/台账.xlsx");
  expect(await store("reports").get("reports/2026-02/台账.xlsx")).toBeUndefined();
});

test("what is written under a lock cannot be changed or removed until then; the same bytes again are no change", async () => {
  const reports = store("reports");
  const lockedUntil = new Date(local.services.clock.now() + 60_000).toISOString();
  await reports.put("locked", bytes("a"), "text/csv", { lockedUntil });
  await reports.put("locked", bytes("a"), "text/csv", { lockedUntil });
  await expect(reports.put("locked", bytes("b"), "text/csv")).rejects.toThrow(/object lock/);
  await expect(reports.remove("locked")).rejects.toThrow(/object lock/);
  expect(await reports.get("locked")).toEqual(bytes("a"));
  local.services.clock.set(local.services.clock.now() + 60_000);
  await reports.remove("locked");
  expect(await reports.get("locked")).toBeUndefined();
});

test("the oldest raw mails come first, and only those written before the instant", async () => {
  const start = local.services.clock.now();
  for (const [n, key] of ["raw/z", "raw/a", "mail/b", "raw/m"].entries()) {
    local.services.clock.set(start + n * 60_000);
    await store("mail").put(key, bytes(key), "message/rfc822");
  }
  const oldest = [
    { key: "raw/z", writtenAt: new Date(start).toISOString() },
    { key: "raw/a", writtenAt: new Date(start + 60_000).toISOString() },
  ];
  const before = new Date(start + 3 * 60_000).toISOString();
  expect(await store("mail").listOlderThan("raw/", before, 10)).toEqual(oldest);
  const after = new Date(start + 10 * 60_000).toISOString();
  expect(await store("mail").listOlderThan("raw/", after, 2)).toEqual(oldest);
});

test("a list longer than a page of S3 is read to its end", async () => {
  local.services.objects.defineBucket({ name: "many", notifications: [] });
  for (let n = 0; n < 1100; n += 1) local.services.objects.put("many", `raw/${n}`, bytes("x"));
  const after = new Date(local.services.clock.now() + 60_000).toISOString();
  expect(await store("many").listOlderThan("raw/", after, 2000)).toHaveLength(1100);
});

test("a link is signed for the given instant and serves the file under its Chinese name", async () => {
  await store("reports").put("a.xlsx", bytes("月报"), "application/x-test");
  const now = Temporal.Instant.fromEpochMilliseconds(local.services.clock.now());
  const url = new URL(await store("reports").presign("a.xlsx", 300, now, "2026年2月 台账.xlsx"));
  expect(url.searchParams.get("X-Amz-Expires")).toBe("300");
  expect(url.searchParams.get("X-Amz-Date")).toBe(
    now.toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, ""),
  );
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe("月报");
  expect(answer.headers.get("content-disposition")).toBe(attachment("2026年2月 台账.xlsx"));

  local.services.clock.set(local.services.clock.now() + 301_000);
  expect((await fetch(url)).status).toBe(403);
});

test("a link for an upload takes a file of exactly this type and size, and no other", async () => {
  const now = Temporal.Instant.fromEpochMilliseconds(local.services.clock.now());
  const signing = new S3Client({ ...local.aws, requestChecksumCalculation: "WHEN_REQUIRED" });
  const uploads = objectStore(new S3Client(local.aws), "mail", signing);
  const url = await uploads.presignPut("uploads/1", 900, now, { contentType: "image/png", size: 4 });
  expect(url).not.toContain("checksum");
  const put = async (body: string, type: string) =>
    (await fetch(url, { method: "PUT", body, headers: { "content-type": type } })).status;
  expect([
    await put("12345", "image/png"),
    await put("1234", "text/html"),
    await put("123", "image/png"),
  ]).toEqual([403, 403, 403]);
  expect(await uploads.get("uploads/1")).toBeUndefined();
  expect(await put("1234", "image/png")).toBe(200);
  local.services.clock.set(local.services.clock.now() + 901_000);
  expect(await put("1234", "image/png")).toBe(403);
});

describe("file names in headers (RFC 6266)", () => {
  test.each([
    ["report.xlsx", `attachment; filename="report.xlsx"; filename*=UTF-8''report.xlsx`],
    ["台账.xlsx", `attachment; filename="__.xlsx"; filename*=UTF-8''%E5%8F%B0%E8%B4%A6.xlsx`],
    [`a"b\\c%(1)'*.x`, `attachment; filename="a_b_c_(1)'*.x"; filename*=UTF-8''a%22b%5Cc%25%281%29%27%2A.x`],
    [
      "a\r\nSet-Cookie: x",
      `attachment; filename="a__Set-Cookie: x"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x`,
    ],
    ["\ud800.x", `attachment; filename="_.x"; filename*=UTF-8''%EF%BF%BD.x`],
  ])("%j", (name, expected) => {
    expect(attachment(name)).toBe(expected);
  });
});

test("what is added stands alone: a second one of the same address is refused, and a bucket's own lock keeps it", async () => {
  local.services.objects.defineBucket({ name: "once", notifications: [], lockDays: 30 });
  const once = store("once");
  expect(await once.add("heads/1", bytes("first"), "application/json")).toBe(true);
  expect(await once.add("heads/1", bytes("second"), "application/json")).toBe(false);
  expect(Buffer.from((await once.get("heads/1")) ?? []).toString()).toBe("first");
  await expect(once.put("heads/1", bytes("second"), "application/json")).rejects.toThrow("object lock");
  await expect(once.remove("heads/1")).rejects.toThrow("object lock");
});
