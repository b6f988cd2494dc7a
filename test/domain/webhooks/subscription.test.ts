import { expect, test } from "vitest";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import {
  addressFault,
  signingVersions,
  type WebhookSubscription,
  wants,
} from "../../../lib/domain/webhooks/subscription.ts";
import { at } from "../../support/builders.ts";

const now = at("2026-03-02 10:00");
const subscription: WebhookSubscription = {
  id: "s1",
  name: "工单系统",
  url: "https://erp.example/hooks",
  kinds: ["complaint.registered", "complaint.closed"],
  secretVersion: 2,
  createdAt: now,
  createdBy: "headquarters-1",
  version: 1,
};

test("a system is told what it asked for, of its projects, unless it is paused", () => {
  const { kinds: _, ...rest } = subscription;
  expect(wants(subscription, "complaint.closed", "p1")).toBe(true);
  expect(wants(subscription, "complaint.urged", "p1")).toBe(false);
  expect(wants({ ...subscription, projectIds: ["p1"] }, "complaint.closed", "p1")).toBe(true);
  expect(wants({ ...subscription, projectIds: ["p1"] }, "complaint.closed", "p2")).toBe(false);
  expect(wants({ ...subscription, projectIds: [] }, "complaint.closed", "p1")).toBe(false);
  expect(wants({ ...subscription, paused: true }, "complaint.closed", "p1")).toBe(false);
  expect(wants({ ...rest, kinds: [] }, "complaint.closed", "p1")).toBe(false);
});

test("the secret before signs beside the new one until its time has run out, and there is none before the first", () => {
  const rotated = { ...subscription, formerSecretUntil: plusSeconds(now, 60) };
  expect(signingVersions(subscription, now)).toEqual([2]);
  expect(signingVersions(rotated, now)).toEqual([2, 1]);
  expect(signingVersions(rotated, plusSeconds(now, 60))).toEqual([2]);
  expect(signingVersions({ ...rotated, secretVersion: 1 }, now)).toEqual([1]);
});

test("an address is https and says no name or password", () => {
  expect(addressFault("https://erp.example/hooks?a=b")).toBeUndefined();
  for (const address of ["http://erp.example", "ftp://erp.example", "javascript:alert(1)", "erp.example", ""])
    expect([address, addressFault(address)]).toEqual([address, "not-https"]);
  for (const address of [
    "https://user@erp.example",
    "https://:word@erp.example",
    "https://user:word@erp.example",
  ])
    expect([address, addressFault(address)]).toEqual([address, "credentials"]);
});
