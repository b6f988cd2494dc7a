import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { quarantineStore } from "../../../lib/adapters/dynamodb/work/quarantine-store.ts";
import { at, later } from "../../support/builders.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());
const now = at("2026-02-13 10:00");

describe("quarantine", () => {
  test("mails are listed newest first, page by page", async () => {
    const store = quarantineStore(await local.newTable());
    for (const n of [2, 0, 1]) {
      await store.put({ id: `m${n}`, at: later(now, n), reason: "unreadable", rawKey: `mail/m${n}.eml` });
    }
    const first = await store.list({ limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual(["m2", "m1"]);
    const second = await store.list({ limit: 2, cursor: first.cursor! });
    expect(second.items.map(({ id }) => id)).toEqual(["m0"]);
  });

  test("those since an instant alone; what is no complaint says so until it is accepted", async () => {
    const store = quarantineStore(await local.newTable());
    for (const n of [0, 1, 2]) {
      const at = later(now, n * 60);
      await store.put({ id: `${at.replace(/\D/g, "")}-x`, at, reason: "list", rawKey: `mail/m${n}.eml` });
    }
    const since = await store.since(later(now, 30), { limit: 50 });
    expect(since.items.map(({ rawKey }) => rawKey)).toEqual(["mail/m2.eml", "mail/m1.eml"]);
    const [mail] = since.items;
    const dismissed = { ...mail!, dismissed: { at: now, by: "manager-1" } };
    expect(await store.dismiss({ ...dismissed, id: "none" })).toBe(false);
    expect(await store.dismiss(dismissed)).toBe(true);
    expect(await store.find(mail!.id)).toEqual(dismissed);
    const accepted = { at: now, by: "manager-1", projectId: "project-1" };
    expect(await store.accept({ ...dismissed, accepted })).toBe(true);
    expect(await store.dismiss(dismissed)).toBe(false);
  });

  test("one acceptance stands; listing the mail again leaves it", async () => {
    const store = quarantineStore(await local.newTable());
    const mail = { id: "m1", at: now, reason: "list", rawKey: "mail/m1.eml" };
    const by = (person: string) => ({ ...mail, accepted: { at: now, by: person, projectId: "project-1" } });
    expect(await store.accept(by("nobody-yet"))).toBe(false);
    await store.put(mail);
    expect(await store.accept(by("manager-1"))).toBe(true);
    expect(await store.accept(by("manager-2"))).toBe(false);
    await store.put(mail);
    expect(await store.find("m1")).toEqual(by("manager-1"));
    const done = {
      ...by("manager-1"),
      accepted: { ...by("manager-1").accepted, complaintId: "c1", number: "E001" },
    };
    await store.finish(done);
    expect(await store.find("m1")).toEqual(done);
    expect(await store.accept(by("manager-2"))).toBe(false);
  });
});
