import { expect, test } from "vitest";
import { api } from "../../../lib/adapters/http/core/router.ts";
import { healthHandlers } from "../../../lib/adapters/http/health/handlers.ts";
import { type Route, routes } from "../../../lib/contracts/routes.ts";
import { send } from "../../support/http.ts";
import { apis } from "./support.ts";

/* What is loaded with the first request to it: no start waits for it, and nobody is refused meanwhile. */

const silent = { info: () => undefined, failed: () => undefined };

/** An API of which everything comes later; what loading it gave, time after time. */
function late(...outcomes: readonly (Error | undefined)[]) {
  let loads = 0;
  const handler = api({
    name: "public-api",
    ports: () => Promise.resolve({}),
    servings: [],
    later: {
      health: async () => {
        const outcome = outcomes[loads];
        loads += 1;
        await Promise.resolve();
        if (outcome !== undefined) throw outcome;
        return { health: healthHandlers.health };
      },
    },
    log: silent,
  });
  return { handler, loads: () => loads };
}

test("a resource is loaded once, with the first request to it; who comes meanwhile waits for it", async () => {
  const { handler, loads } = late();
  expect((await send(handler, "GET /healthy")).json.code).toBe("unknown-route");
  expect(loads()).toBe(0);
  const answers = await Promise.all([1, 2, 3].map(() => send(handler, "GET /health")));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await send(handler, "GET /health")).status).toBe(200);
  expect(loads()).toBe(1);
  expect((await send(handler, "GET /health/none")).json.code).toBe("unknown-route");
});

test("loading that failed is tried again by the next request", async () => {
  const { handler, loads } = late(new Error("no file"), undefined);
  const failed = await send(handler, "GET /health");
  expect([failed.status, failed.json.code]).toEqual([500, "internal"]);
  expect((await send(handler, "GET /health")).status).toBe(200);
  expect(loads()).toBe(2);
});

test("every route of the contract is answered by its function, whenever its resource comes", async () => {
  const { call } = apis();
  const all: readonly Route[] = routes;
  // Of the pages every path leads to a file, and here are none.
  const list = all.filter(({ function: name }) => name !== "pages");
  const lost: string[] = [];
  for (const { id, method, path, function: name } of list) {
    const asked = `${method} ${path.replaceAll(/\{(\w+)\+?\}/g, "1")}`;
    const { json } = await call(name)(asked);
    if (json?.code === "unknown-route") lost.push(id);
  }
  expect(list.length).toBeGreaterThan(100);
  expect(lost).toEqual([]);
});
