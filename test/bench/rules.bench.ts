/** Speed of the rules on a complaint with 40 events, on one core: `node test/bench/rules.bench.ts`. */

import { Temporal } from "temporal-polyfill";
import { seal } from "../../lib/app/complaints/seal.ts";
import type { Command } from "../../lib/domain/complaint/commands/index.ts";
import { decide } from "../../lib/domain/complaint/decide.ts";
import type { Context } from "../../lib/domain/complaint/decision.ts";
import type { Complaint } from "../../lib/domain/complaint/document.ts";
import { evolve } from "../../lib/domain/complaint/evolve.ts";
import { after, at, later, plain, registered, registrationAt, timer, ZONE } from "../support/builders.ts";
import { sha256 } from "../support/crypto.ts";
import { rulesFor } from "../support/rules.ts";

const received = at("2026-02-13 10:00");
let grown = after(registered(received), plain.assign(), later(received, 1));
grown = after(grown, { type: "fire-rungs" }, later(received, 30), { by: timer });
while (grown.events.length < 40) grown = after(grown, plain.note(), later(received, 31));
const complaint: Complaint = grown;

const context: Context = {
  ...rulesFor(ZONE),
  now: Temporal.Instant.from(later(received, 32)),
  by: { kind: "person", id: "supervisor-1" },
};
const muchLater: Context = { ...context, now: Temporal.Instant.from(later(received, 2000)) };
const register: Command = { type: "register", registration: registrationAt(received), personal: {} };
const resolve = plain.resolve();
const recording = { recordedAt: later(received, 32), by: context.by, commandId: "command", request: "" };
const decided = decide(complaint, resolve, context);
if ("refused" in decided) throw new Error(`the bench's own command is refused: ${decided.refused}`);

function measure(name: string, operation: () => unknown): void {
  const rounds = 2000;
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 5; run++) {
    const began = performance.now();
    for (let round = 0; round < rounds; round++) operation();
    best = Math.min(best, performance.now() - began);
  }
  const perSecond = Math.round((rounds * 1000) / best);
  console.log(`${name.padEnd(58)} ${perSecond.toLocaleString("en").padStart(12)}/s`);
}

measure("decide: register, with both clocks and their ladders", () => decide(undefined, register, context));
measure("decide: resolve on 40 events", () => decide(complaint, resolve, context));
measure("decide: reopen's clock on 40 events", () => {
  const resolved: Complaint = { ...complaint, status: "resolved" };
  return decide(resolved, plain.reopen(), context);
});
measure("decide: every rung that is due on 40 events", () =>
  decide(complaint, { type: "fire-rungs" }, muchLater),
);
measure("decide and seal (evolve, chain hashes): resolve", () =>
  seal(complaint, decided.drafts, recording, sha256),
);
measure("replay of 40 events", () => {
  let replayed: Complaint | undefined;
  for (const event of complaint.events) replayed = evolve(replayed, event);
  return replayed;
});
