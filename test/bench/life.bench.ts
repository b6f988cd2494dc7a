/** What a whole life costs: fifteen commands, the registration among them, on a document of 6 KB, each one read and one write, on the engine's figures. */
import { complaintStore } from "../../lib/adapters/dynamodb/complaints/complaint-store.ts";
import type { Command } from "../../lib/domain/complaint/commands/index.ts";
import { type Complaint } from "../../lib/domain/complaint/document.ts";
import { hasPendingReactions } from "../../lib/domain/document/timer.ts";
import { at, given, later, personal, type plain, registered } from "../support/builders.ts";
import { startLocalAws } from "../support/engine.ts";

const MOST_WRITE_UNITS = 120;
const MOST_READ_UNITS = 40;
const life = [
  "reply",
  "classify",
  "judge",
  "assign",
  "accept",
  "urge",
  "investigate",
  "consult",
  "plan",
  "note",
  "resolve",
  "sign-off",
  "follow-up",
  "close",
] as const satisfies readonly (keyof typeof plain & Command["type"])[];

const local = await startLocalAws();
const table = await local.newTable();
const store = complaintStore(table, 8);
const received = at("2026-03-02 10:00");

/** Chinese text that deflate cannot make small, as a long complaint is. */
function longMatter(): string {
  let seed = 7;
  return Array.from({ length: 220 }, () => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return String.fromCodePoint(0x4e00 + (seed % 3000));
  }).join("");
}

let complaint: Complaint = registered(
  received,
  { householdKey: "3/1/502", contactKey: "contact" },
  { matter: personal(longMatter()), name: personal("王示例"), phone: personal("13800000000") },
);
const kilobytes = Buffer.byteLength(JSON.stringify(complaint)) / 1024;
console.log(`单据 document ${kilobytes.toFixed(1)} KB as JSON at registration`);
/** What `react` does after a command that moved the timer: one more write, shown apart. */
async function reacted(before: Complaint): Promise<number> {
  if (!hasPendingReactions(before)) return 0;
  complaint = { ...before, outbox: [], armed: { epoch: before.alarm.epoch }, revision: before.revision + 1 };
  return (await table.meter.of(() => store.replace(complaint, before.revision))).units;
}

let writes = (await table.meter.of(() => store.insert(complaint))).units;
let reads = 0;
let reactions = await reacted(complaint);
console.log(`${"register".padEnd(14)} WCU ${String(writes).padStart(5)}`);
for (const [index, name] of life.entries()) {
  const read = await table.meter.of(() => store.load(complaint.registration.id));
  const next = given(complaint, name, later(received, 0.3 * (index + 1)));
  const write = await table.meter.of(() => store.replace(next, complaint.revision));
  complaint = next;
  writes += write.units;
  reads += read.units;
  reactions += await reacted(complaint);
  console.log(
    `${name.padEnd(14)} WCU ${String(write.units).padStart(5)}   RCU ${String(read.units).padStart(4)}`,
  );
}
console.log(`合计 total      WCU ${writes} (≤ ${MOST_WRITE_UNITS})   RCU ${reads} (≤ ${MOST_READ_UNITS})`);
console.log(`另：定时器与消息 beside it, timers and messages: WCU ${reactions}`);
await local.close();
if (writes > MOST_WRITE_UNITS || reads > MOST_READ_UNITS) process.exitCode = 1;
