/** `npm run audit`: proves the histories of a table, on AWS or in the local cloud, and holds them against the digests. */
import { type AuditFault, type AuditProgress, audit } from "../../lib/app/complaints/audit.ts";
import {
  compareFiles,
  compareWithDigests,
  type DigestFault,
  readDigests,
} from "../../lib/app/digest/compare.ts";
import { auditGroups } from "../../lib/app/groups/audit.ts";
import { auditFaultWords, digestFaultWords, rungFaultWords } from "../../lib/domain/words/audit.ts";
import { sentenceOf } from "./said.ts";
import { type OperatorStore, openStore, StoreError } from "./store.ts";

type Fault = AuditFault | DigestFault;

async function* everything(store: OperatorStore, how: How): AsyncGenerator<AuditProgress<Fault>> {
  yield* audit(store);
  yield* auditGroups(store);
  if (!how.digests) return;
  const { digests, heads, faults } = await readDigests(store);
  process.stdout.write(`摘要 digests ${digests}, 所及 of documents and files ${heads.length}\n`);
  yield { checked: digests, faults };
  yield* compareWithDigests(store, heads);
  if (how.files) yield* compareFiles(store, heads);
}

interface How {
  readonly digests: boolean;
  readonly files: boolean;
}

const usage = `用法 Usage: npm run audit [-- --files]
  核对每条投诉和群诉的历史链、重放结果、时限与每次督办的时刻；不改任何数据。有不符时退出码为 1
  proves chain, replay, due instants and rungs of every complaint and group; changes nothing; exit code 1 if something is wrong
  给出 DIGESTS_BUCKET 时与每日摘要比对：改写的事件、缺少的单据、缺少或改写的摘要逐一点名
  with DIGESTS_BUCKET held against the daily digests: a forged event, a removed document, a digest that is gone or rewritten are named
  --files 另逐字节比对已发布的文件（需 REPORTS_BUCKET）  also every issued file, byte by byte (needs REPORTS_BUCKET)

环境 Environment: TABLE_NAME, SECRETS, DOCUMENTS_BUCKET, DIGESTS_BUCKET, REPORTS_BUCKET（堆栈输出 stack outputs）；AWS 的常用变量 the usual AWS variables；本地 local: AWS_ENDPOINT_URL, JIESU_NOW（本地云的时刻 the local cloud’s time）
`;

/** One fault in one line: which document, which event, what is wrong, and what a second count gives. */
function lineOf(fault: Fault): string {
  const { number, id, seq } = fault;
  const where = `${number} (${id})${seq === undefined ? "" : ` #${seq}`}`;
  const words = isOfDigest(fault) ? digestFaultWords[fault.fault] : auditFaultWords[fault.fault];
  const said = `${where}: ${words.zh} ${words.en}`;
  if (isOfDigest(fault)) return said;
  const { due, rung } = fault;
  if (due !== undefined)
    return `${said} ${due.clock}: ${due.stored.join(", ")} ≠ ${due.recounted.join(", ")}`;
  if (rung === undefined) return said;
  const { zh, en } = rungFaultWords[rung.what];
  const counted = rung.recounted.length === 0 ? "" : ` ≠ ${rung.recounted.join(", ")}`;
  return `${said} ${rung.clock} ${rung.rung}: ${zh} ${en} ${rung.stored ?? "–"}${counted}`;
}

function isOfDigest(fault: Fault): fault is DigestFault {
  return fault.fault in digestFaultWords;
}

async function main(): Promise<number> {
  const words = process.argv.slice(2);
  if (words.some((word) => word === "--help" || word === "help")) {
    process.stdout.write(usage);
    return 0;
  }
  const how = { digests: (process.env.DIGESTS_BUCKET ?? "") !== "", files: words.includes("--files") };
  if (how.files && !(how.digests && (process.env.REPORTS_BUCKET ?? "") !== ""))
    throw new StoreError(
      "--files 需要 DIGESTS_BUCKET 和 REPORTS_BUCKET · --files needs DIGESTS_BUCKET and REPORTS_BUCKET",
    );
  const store = await openStore(process.env);
  let checked = 0;
  let faults = 0;
  for await (const progress of everything(store, how)) {
    checked += progress.checked;
    faults += progress.faults.length;
    for (const fault of progress.faults) process.stdout.write(`${lineOf(fault)}\n`);
    if (process.stderr.isTTY) process.stderr.write(`\r已核对 checked ${checked}`);
  }
  process.stdout.write(`已核对 checked ${checked}, 不符 faults ${faults}\n`);
  if (!how.digests)
    process.stdout.write(
      "没有 DIGESTS_BUCKET，未与每日摘要比对 · not held against the daily digests without DIGESTS_BUCKET\n",
    );
  return faults === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  const said = error instanceof StoreError ? error.message : sentenceOf(error);
  if (said === undefined) throw error;
  process.stderr.write(`${said}\n`);
  process.exitCode = 1;
}
