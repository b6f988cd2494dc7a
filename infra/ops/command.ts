import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "../usage-error.ts";

/** The words and options that were typed after the command's name. */
export interface Typed {
  readonly words: readonly string[];
  /** The value of a text option, if it was given. */
  readonly text: (option: string) => string | undefined;
  /** True if a switch was given. */
  readonly on: (option: string) => boolean;
}

/** Where a command reads its settings and writes for people. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly print: (text: string) => void;
}

/** One command of `npm run ops`: its line of usage, what it takes, and what it does. */
export interface OpsCommand {
  readonly name: string;
  /** Behind the name: `<folder> [field …]`. */
  readonly takes: string;
  readonly help: { readonly zh: string; readonly en: string };
  /** Fewest and most words. */
  readonly words: readonly [least: number, most: number];
  readonly options?: NonNullable<ParseArgsConfig["options"]>;
  /** Returns the exit code; nothing means 0. */
  readonly run: (typed: Typed, terminal: Terminal) => Promise<number | undefined>;
}

/** Reads what was typed for a command. Throws UsageError. */
export function typedFor(command: OpsCommand, args: readonly string[]): Typed {
  const { values, positionals } = parsed(command, args);
  const [least, most] = command.words;
  if (positionals.length < least || positionals.length > most) {
    throw new UsageError(`${command.name}: 参数个数不对 · wrong number of arguments`);
  }
  return {
    words: positionals,
    text(option) {
      const value = values[option];
      return typeof value === "string" ? value : undefined;
    },
    on: (option) => values[option] === true,
  };
}

function parsed({ options = {} }: OpsCommand, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

/** The usage of all commands, Chinese first. */
export function usageOf(commands: readonly OpsCommand[]): string {
  const lines = commands.map(
    ({ name, takes, help }) => `  ${`${name} ${takes}`.trimEnd()}\n      ${help.zh}\n      ${help.en}`,
  );
  const others = commands.length === 1 ? "\n其他命令 other commands: npm run ops" : "\n  help";
  return `用法 Usage: npm run ops -- <命令 command>
${lines.join("\n")}${others}

环境 Environment: TABLE_NAME、SECRETS；AWS 的常用变量 the usual AWS variables；本地 local: AWS_ENDPOINT_URL, JIESU_NOW（本地云的时刻 the local cloud’s time）`;
}
