/** `npm run ops`: what an operator does to a table, on AWS or in the local cloud. */
import { UsageError } from "../usage-error.ts";
import { typedFor, usageOf } from "./command.ts";
import { opsCommands } from "./commands/index.ts";
import { CompanyFolderError } from "./company-folder.ts";
import { sentenceOf } from "./said.ts";
import { StoreError } from "./store.ts";

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Of the command that was meant, of all where none was. */
function usage([name = "", topic = name]: readonly string[]): string {
  const meant = opsCommands.filter((one) => one.name === (name === "help" ? topic : name));
  return usageOf(meant.length === 0 ? opsCommands : meant);
}

async function run(typed: readonly string[]): Promise<number> {
  const [name = "help", ...args] = typed;
  if (name === "help" || name === "--help" || args.includes("--help")) {
    print(usage(typed));
    return 0;
  }
  const command = opsCommands.find((one) => one.name === name);
  if (command === undefined) throw new UsageError(`没有命令 ${name} · no command ${name}`);
  return (await command.run(typedFor(command, args), { env: process.env, print })) ?? 0;
}

async function main(): Promise<number> {
  try {
    return await run(process.argv.slice(2));
  } catch (error) {
    if (error instanceof UsageError) complain(`${error.message}\n\n${usage(process.argv.slice(2))}`);
    else if (error instanceof CompanyFolderError || error instanceof StoreError) complain(error.message);
    else
      complain(
        sentenceOf(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)),
      );
    return error instanceof UsageError ? 2 : 1;
  }
}

process.exitCode = await main();
