import * as z from "zod";
import type { FleetingStore, FollowerFile, Lookup, Visitor } from "../../../app/ports/errands.ts";
import type { ServiceTest } from "../../../app/ports/services.ts";
import { testedWays } from "../../../domain/services/terms.ts";
import { fleetingStore } from "../core/fleeting-store.ts";
import { keys } from "../core/keys.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";
import type { Table } from "../core/table.ts";

const fleeting = { id: text, expiresAt: instant, revision: count };

const lookup: z.ZodType<Lookup> = z.looseObject({
  ...fleeting,
  number: text,
  complaintId: text.exactOptional(),
  used: z.literal(true).exactOptional(),
} satisfies Shape<Lookup>);

const followerFile: z.ZodType<FollowerFile> = z.looseObject({
  ...fleeting,
  complaintId: text,
  kind: z.enum(["picture", "voice"]),
  mediaId: text,
  messageId: text,
  words: text.exactOptional(),
} satisfies Shape<FollowerFile>);

const visitor: z.ZodType<Visitor> = z.looseObject({
  ...fleeting,
  openId: text,
  appId: text,
} satisfies Shape<Visitor>);

const serviceTest: z.ZodType<ServiceTest> = z.looseObject({
  ...fleeting,
  way: z.enum(testedWays),
  personId: text,
  askedAt: instant,
  state: z.enum(["waiting", "sent", "failed"]),
  reason: text.exactOptional(),
} satisfies Shape<ServiceTest>);

/** Test messages of services, for an hour. */
export function serviceTestStore(table: Table): FleetingStore<ServiceTest> {
  return fleetingStore(table, keys.serviceTest, serviceTest);
}

/** Who looks for a complaint, for ten minutes. */
export function lookupStore(table: Table): FleetingStore<Lookup> {
  return fleetingStore(table, keys.lookup, lookup);
}

/** Files that followers sent, until WeChat forgets them. */
export function followerFileStore(table: Table): FleetingStore<FollowerFile> {
  return fleetingStore(table, keys.followerFile, followerFile);
}

/** Followers who came by the menu, for two hours. */
export function visitorStore(table: Table): FleetingStore<Visitor> {
  return fleetingStore(table, keys.visitor, visitor);
}
