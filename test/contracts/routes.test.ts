import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { acknowledgementHandlers } from "../../lib/adapters/http/acknowledgements/handlers.ts";
import { analyticsHandlers } from "../../lib/adapters/http/analytics/handlers.ts";
import { auditHandlers } from "../../lib/adapters/http/audit/handlers.ts";
import { boxRoundHandlers } from "../../lib/adapters/http/box-rounds/handlers.ts";
import { channelKeyHandlers } from "../../lib/adapters/http/channel-keys/handlers.ts";
import { channelHandlers } from "../../lib/adapters/http/channels/handlers.ts";
import { complaintHandlers } from "../../lib/adapters/http/complaints/handlers.ts";
import { correctiveHandlers } from "../../lib/adapters/http/corrective/handlers.ts";
import { doctorHandlers } from "../../lib/adapters/http/doctor/handlers.ts";
import { eventHandlers } from "../../lib/adapters/http/events/handlers.ts";
import { groupHandlers } from "../../lib/adapters/http/groups/handlers.ts";
import { healthHandlers } from "../../lib/adapters/http/health/handlers.ts";
import { heldHandlers } from "../../lib/adapters/http/held/handlers.ts";
import { householdHandlers } from "../../lib/adapters/http/households/handlers.ts";
import { jobHandlers } from "../../lib/adapters/http/jobs/handlers.ts";
import { organisationHandlers } from "../../lib/adapters/http/organisation/handlers.ts";
import { pageHandlers } from "../../lib/adapters/http/pages/handlers.ts";
import { paperHandlers } from "../../lib/adapters/http/papers/handlers.ts";
import { peopleHandlers } from "../../lib/adapters/http/people/handlers.ts";
import { personDataHandlers } from "../../lib/adapters/http/person-data/handlers.ts";
import { publicHandlers } from "../../lib/adapters/http/public/handlers.ts";
import { quarantineHandlers } from "../../lib/adapters/http/quarantine/handlers.ts";
import { ratingHandlers } from "../../lib/adapters/http/ratings/handlers.ts";
import { reportHandlers } from "../../lib/adapters/http/reports/handlers.ts";
import { residentHandlers } from "../../lib/adapters/http/residents/handlers.ts";
import { trackHandlers } from "../../lib/adapters/http/residents/track-handlers.ts";
import { rosterHandlers } from "../../lib/adapters/http/rosters/handlers.ts";
import { ruleHandlers } from "../../lib/adapters/http/rules/handlers.ts";
import { serviceHandlers } from "../../lib/adapters/http/services/handlers.ts";
import { setupHandlers } from "../../lib/adapters/http/setup/handlers.ts";
import { signInHandlers } from "../../lib/adapters/http/sign-in/handlers.ts";
import { submissionHandlers } from "../../lib/adapters/http/submissions/handlers.ts";
import { subscriptionHandlers } from "../../lib/adapters/http/subscriptions/handlers.ts";
import { uploadHandlers } from "../../lib/adapters/http/uploads/handlers.ts";
import { webhookHandlers } from "../../lib/adapters/http/webhooks/handlers.ts";
import { wechatHandlers } from "../../lib/adapters/http/wechat/handlers.ts";
import { apiFunctions } from "../../lib/contracts/core/route.ts";
import { routes } from "../../lib/contracts/routes.ts";
import { viewOf } from "../../lib/contracts/views.ts";
import { apis, pageSettings, signInSettings } from "../adapters/http/support.ts";

const contracts = join(import.meta.dirname, "..", "..", "lib", "contracts");
const handlers = {
  ...acknowledgementHandlers,
  ...channelHandlers,
  ...channelKeyHandlers,
  ...complaintHandlers,
  ...boxRoundHandlers,
  ...eventHandlers,
  ...correctiveHandlers,
  ...groupHandlers,
  ...heldHandlers,
  ...serviceHandlers,
  ...healthHandlers,
  ...householdHandlers,
  ...auditHandlers,
  ...jobHandlers,
  ...signInHandlers(signInSettings),
  ...organisationHandlers,
  ...pageHandlers(pageSettings),
  ...paperHandlers,
  ...peopleHandlers,
  ...personDataHandlers,
  ...publicHandlers,
  ...quarantineHandlers,
  ...webhookHandlers,
  ...doctorHandlers,
  ...residentHandlers,
  ...trackHandlers,
  ...wechatHandlers,
  ...ratingHandlers,
  ...reportHandlers,
  ...analyticsHandlers,
  ...rosterHandlers,
  ...ruleHandlers,
  ...setupHandlers,
  ...submissionHandlers,
  ...subscriptionHandlers,
  ...uploadHandlers,
};
const sorted = (names: readonly string[]) => names.toSorted((a, b) => a.localeCompare(b));

describe("every route", () => {
  it("stands in one place, under its own id, and no other route has its method and path", () => {
    const ids = routes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const lines = routes.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, "{}")}`);
    expect(new Set(lines).size).toBe(lines.length);
    const defined = readdirSync(contracts, { recursive: true })
      .map(String)
      .filter((file) => file.endsWith("/routes.ts"))
      .flatMap((file) => [...readFileSync(join(contracts, file), "utf8").matchAll(/^ {2}(\w+): route\(/gm)])
      .map(([, name]) => name ?? "");
    expect(sorted(defined)).toEqual(sorted(ids));
  });

  it("has one handler, which is told of its own definition", () => {
    expect(sorted(Object.keys(handlers))).toEqual(sorted(routes.map(({ id }) => id)));
    for (const [id, { route }] of Object.entries(handlers)) expect(route.id).toBe(id);
  });

  it("is served by the function that it names, and by no other", async () => {
    const api = apis();
    // A file of the pages that is not there is an address that is not there.
    const addresses = routes.filter(({ id }) => id !== "webFile" && id !== "handlerFile");
    for (const { id, method, path, function: named } of addresses) {
      const line = `${method} ${path.replace(/\{\w+\}/g, "x")}`;
      for (const name of apiFunctions) {
        const { json } = await api.call(name)(line);
        expect([id, json?.code === "unknown-route"]).toEqual([id, name !== named]);
      }
    }
  });

  it("says whom it is for, names every parameter of its path, and every answer's view", () => {
    for (const { path, params, who, answers, bodies, names = {} } of routes) {
      expect(who.kind === "staff" ? who.posts : [who.kind]).not.toEqual([]);
      const known = params instanceof z.ZodObject ? Object.keys(params.shape) : [];
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
      expect(sorted(known)).toEqual(sorted(inPath));
      for (const name of [...Object.keys(names), ...(bodies === undefined ? [] : [bodies.by])]) {
        expect(inPath).toContain(name);
      }
      expect(Object.keys(answers).length).toBeGreaterThan(0);
      const shown = Object.values(answers).flatMap((answer) => (answer.kind === "json" ? [answer.view] : []));
      for (const view of shown) expect(viewOf(view)).toBeInstanceOf(z.ZodType);
    }
  });
});
