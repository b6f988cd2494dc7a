/** `npm run ops`: what an operator does to a table, on AWS or in the local cloud. */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import * as z from "zod";
import { messengerSettings } from "../../lib/adapters/messengers/settings.ts";
import { erase } from "../../lib/app/complaints/erase.ts";
import { measureMonth } from "../../lib/app/complaints/measure-hints.ts";
import { rekey } from "../../lib/app/complaints/rekey.ts";
import { addChannelKey } from "../../lib/app/organisation/channel-keys.ts";
import { importCompany } from "../../lib/app/organisation/import-company.ts";
import { isProblem } from "../../lib/app/problems/problem.ts";
import { problems } from "../../lib/contracts/problems.ts";
import { toInstant } from "../../lib/domain/time/instant.ts";
import { CompanyFolderError, readCompanyFolder } from "./company-folder.ts";
import { failedNotices, lateNotices, noticeLine, resendFailed } from "./notices.ts";
import { openStore, StoreError, storeMessengers } from "./store.ts";

const usage = `用法 Usage: npm run ops -- <命令 command>
  import-company <文件夹 folder>
      导入公司、项目、人员与房产；可重复执行，只有不在新台账里的房产会被移除
      imports company, projects, people and households; repeatable, removes only households the new list lacks
  create-key <文件夹 folder> <系统 system>
      为渠道系统新建密钥，只显示一次；旧密钥继续有效
      makes one more key for a channel system, shown once; older keys stay valid
  status
      巡检补发次数与搁置条数 · rescues by the sweep and items put aside
  notices --late | --failed | --resend [编号 number]
      晚发、失败的通知；重发失败的通知（全部或一条投诉的） · late or failed messages; sends failed ones again
  set-messengers <文件 file.json>
      保存企业微信和短信网关的密钥与模板（docs/mail.md） · stores keys of WeCom and the text-message gateway
  document <编号 number>
      打印一条投诉的完整单据（含个人信息） · prints a complaint's whole document, personal values included
  erase <编号 number> [字段 field | 事件.字段 event.field …]
      永久删除一条投诉的个人信息（不写字段即全部），历史记下删除了哪些；可重复执行
      removes personal values of a complaint for good (all without fields), recorded in its history; repeatable
  hints --month <YYYY-MM>
      分类提示与最终分类的一致率 · how often hints of class were what people decided
  rekey
      把以前登记的房产与联系方式索引改成统一写法（房产台账更新后也可执行）；可重复执行
      puts the household and contact keys of stored complaints into normal form; repeatable
  help

环境 Environment: TABLE_NAME；AWS 的常用变量 the usual AWS variables；本地 local: AWS_ENDPOINT_URL`;

/** A command line that cannot be followed. */
class UsageError extends Error {
  override readonly name = "UsageError";
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function runImport(folder: string): Promise<void> {
  const file = await readCompanyFolder(folder);
  const { projects, people, households } = await importCompany(await openStore(process.env), file);
  print(
    `已导入 imported ${file.company.name}: ${projects} 个项目 projects, ${people} 人 people, ${households} 套房产 households`,
  );
  print("渠道密钥用 create-key 新建 · make channel keys with create-key");
}

async function runCreateKey(folder: string, name: string): Promise<void> {
  const { company } = await readCompanyFolder(folder);
  const system = company.systems.find((one) => one.system === name);
  if (system === undefined) {
    const known = company.systems.map((one) => one.system).join(", ");
    throw new UsageError(`没有系统 ${name} · no system ${name}; 已有 known: ${known}`);
  }
  const key = randomBytes(32).toString("base64url");
  const store = await openStore(process.env);
  await addChannelKey(store, system, key, toInstant(store.clock.now()));
  print(`${system.system} ${system.name} (${system.channels.join(", ")})`);
  print(`密钥只显示这一次 · this key is shown only once:\n${key}`);
}

async function runStatus(): Promise<void> {
  const { rescues, aside } = await (await openStore(process.env)).alarms.totals();
  print(`巡检补发 rescues ${rescues}\n搁置 put aside ${aside}`);
}

async function runNotices(flag: string, number: string | undefined): Promise<void> {
  const store = await openStore(process.env);
  if (flag === "--resend") {
    const id = number === undefined ? undefined : await store.complaints.idByNumber(number);
    if (number !== undefined && id === undefined) {
      throw new UsageError(`没有编号 ${number} · no complaint ${number}`);
    }
    print(
      `重新安排 planned again: ${await resendFailed(store, id)}（五分钟内发出 sent within five minutes）`,
    );
    return;
  }
  let found = 0;
  for await (const notice of flag === "--late" ? lateNotices(store) : failedNotices(store)) {
    print(noticeLine(notice));
    found += 1;
  }
  print(`${found} 条 notices`);
}

async function runMessengers(file: string): Promise<void> {
  const parsed = messengerSettings.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (!parsed.success) throw new UsageError(`${file}: ${z.prettifyError(parsed.error)}`);
  await openStore(process.env); // says what is missing
  await storeMessengers(process.env, parsed.data);
  print("已保存，五分钟内生效 · stored, in effect within five minutes");
}

async function runDocument(number: string): Promise<void> {
  const { complaints } = await openStore(process.env);
  const id = await complaints.idByNumber(number);
  const complaint = id === undefined ? undefined : await complaints.load(id);
  if (complaint === undefined) throw new UsageError(`没有编号 ${number} · no complaint ${number}`);
  print(JSON.stringify(complaint, null, 2));
}

async function runErase(number: string, fields: readonly string[]): Promise<void> {
  const erased = await erase(await openStore(process.env), { number, fields });
  if (isProblem(erased)) throw new UsageError(problems[erased.problem].detail.zh);
  const { refs } = erased;
  print(`${erased.number}: 已删除 erased ${refs.length}${refs.length === 0 ? "" : `: ${refs.join(", ")}`}`);
}

async function runHints(month: string): Promise<void> {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    throw new UsageError(`${month}: 月份写作 YYYY-MM · not a month`);
  const found = await measureMonth(await openStore(process.env), month);
  const { hinted, unmatched, unmatchedShare, compared, classHits, pointHits } = found;
  const share = unmatchedShare === undefined ? "" : ` (${(unmatchedShare * 100).toFixed(1)}%)`;
  print(`投诉 complaints ${hinted}, 无提示 unmatched ${unmatched}${share}`);
  print(`可比 compared ${compared}: 大类一致 same class ${classHits}, 投诉点一致 same point ${pointHits}`);
}

async function runRekey(): Promise<void> {
  let [checked, changed] = [0, 0];
  for await (const page of rekey(await openStore(process.env))) {
    checked += page.checked;
    changed += page.changed;
  }
  print(`投诉 complaints ${checked}, 已改 changed ${changed}`);
}

async function run([command = "help", ...words]: readonly string[]): Promise<void> {
  const [first, second, ...more] = words;
  switch (command) {
    case "import-company":
      if (first === undefined || second !== undefined) break;
      return runImport(first);
    case "create-key":
      if (first === undefined || second === undefined || more.length > 0) break;
      return runCreateKey(first, second);
    case "status":
      if (first !== undefined) break;
      return runStatus();
    case "notices":
      if (first === undefined || !["--late", "--failed", "--resend"].includes(first) || more.length > 0)
        break;
      if (second !== undefined && first !== "--resend") break;
      return runNotices(first, second);
    case "set-messengers":
      if (first === undefined || second !== undefined) break;
      return runMessengers(first);
    case "document":
      if (first === undefined || second !== undefined) break;
      return runDocument(first);
    case "erase":
      if (first === undefined) break;
      return runErase(first, words.slice(1));
    case "hints":
      if (first !== "--month" || second === undefined || more.length > 0) break;
      return runHints(second);
    case "rekey":
      if (first !== undefined) break;
      return runRekey();
    case "help":
      print(usage);
      return;
    default:
      throw new UsageError(`没有命令 ${command} · no command ${command}`);
  }
  throw new UsageError(`${command}: 参数个数不对 · wrong number of arguments`);
}

function wordsOf(args: readonly string[]): readonly string[] {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: "boolean", default: false },
        late: { type: "boolean", default: false },
        failed: { type: "boolean", default: false },
        month: { type: "string" },
        resend: { type: "boolean", default: false },
      },
    });
    if (values.help) return ["help"];
    const flags = (["late", "failed", "resend"] as const).filter((flag) => values[flag]);
    const [command = "help", ...words] = positionals;
    const month = values.month === undefined ? [] : ["--month", values.month];
    return [command, ...flags.map((flag) => `--${flag}`), ...month, ...words];
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

async function main(): Promise<number> {
  try {
    await run(wordsOf(process.argv.slice(2)));
    return 0;
  } catch (error) {
    if (error instanceof UsageError) complain(`${error.message}\n\n${usage}`);
    else if (error instanceof CompanyFolderError || error instanceof StoreError) complain(error.message);
    else complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

process.exitCode = await main();
