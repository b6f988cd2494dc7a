/** `npm run audit`: proves the history of every complaint and group of a table, on AWS or in the local cloud. */
import { type AuditFault, type AuditProgress, audit } from "../../lib/app/complaints/audit.ts";
import { auditGroups } from "../../lib/app/groups/audit.ts";
import { auditFaultWords, rungFaultWords } from "../../lib/domain/words/audit.ts";
import { type OperatorStore, openStore, StoreError } from "./store.ts";

async function* everything(store: OperatorStore): AsyncGenerator<AuditProgress> {
  yield* audit(store);
  yield* auditGroups(store);
}

const usage = `用法 Usage: npm run audit
  核对每条投诉和群诉的历史链、重放结果、时限与每次督办的时刻；不改任何数据。有不符时退出码为 1
  proves chain, replay, due instants and rungs of every complaint and group; changes nothing; exit code 1 if something is wrong

环境 Environment: TABLE_NAME；AWS 的常用变量 the usual AWS variables；本地 local: AWS_ENDPOINT_URL
`;

/** One fault in one line: which document, which event, what is wrong, and what a second count gives. */
function lineOf({ number, id, fault, seq, due, rung }: AuditFault): string {
  const where = `${number} (${id})${seq === undefined ? "" : ` #${seq}`}`;
  const said = `${where}: ${auditFaultWords[fault].zh} ${auditFaultWords[fault].en}`;
  if (due !== undefined)
    return `${said} ${due.clock}: ${due.stored.join(", ")} ≠ ${due.recounted.join(", ")}`;
  if (rung === undefined) return said;
  const { zh, en } = rungFaultWords[rung.what];
  const counted = rung.recounted.length === 0 ? "" : ` ≠ ${rung.recounted.join(", ")}`;
  return `${said} ${rung.clock} ${rung.rung}: ${zh} ${en} ${rung.stored ?? "–"}${counted}`;
}

async function main(): Promise<number> {
  if (process.argv.slice(2).some((word) => word === "--help" || word === "help")) {
    process.stdout.write(usage);
    return 0;
  }
  const store = await openStore(process.env);
  let checked = 0;
  let faults = 0;
  for await (const progress of everything(store)) {
    checked += progress.checked;
    faults += progress.faults.length;
    for (const fault of progress.faults) process.stdout.write(`${lineOf(fault)}\n`);
    if (process.stderr.isTTY) process.stderr.write(`\r已核对 checked ${checked}`);
  }
  process.stdout.write(`已核对 checked ${checked}, 不符 faults ${faults}\n`);
  return faults === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof StoreError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
