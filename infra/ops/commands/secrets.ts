import { UsageError } from "../../usage-error.ts";
import type { OpsCommand, Terminal } from "../command.ts";
import { moveSecrets, rotateKey, type SecretState, secretStates } from "../secrets.ts";
import { nowOf } from "../store.ts";

/** `default`: as long as somebody keeps a link to a complaint. */
const OVERLAP_DAYS = "90";

const lieWords: Readonly<Record<SecretState["lies"], string>> = {
  apart: "单独存放 apart from the table",
  table: "还在表里 still in the table",
  absent: "未设置 not set up",
};

export const secretsCommand: OpsCommand = {
  name: "secrets",
  takes: "[move | rotate-key [--overlap-days 天 days]] [--yes]",
  help: {
    zh: "列出密钥放在哪里；move 把表里的移到 Secrets Manager；rotate-key 换安装密钥，旧的再认 90 天；不写 --yes 只说明",
    en: "says where secrets lie; move takes those in the table to Secrets Manager; rotate-key makes a new installation key, the old one counts for 90 days more; without --yes it only tells",
  },
  words: [0, 1],
  options: { yes: { type: "boolean" }, "overlap-days": { type: "string" } },
  async run({ words: [act], on, text }, { env, print }) {
    switch (act) {
      case undefined:
        return list(await secretStates(env), print);
      case "move":
        return on("yes") ? move(env, print) : list(await secretStates(env), print, ADD_YES);
      case "rotate-key":
        return rotate(daysOf(text("overlap-days") ?? OVERLAP_DAYS), on("yes"), { env, print });
      default:
        throw new UsageError(`secrets: 没有 ${act} · no such act`);
    }
  },
};

const ADD_YES = "加 --yes 执行 · add --yes to do it";

function list(states: readonly SecretState[], print: Terminal["print"], last?: string): number {
  for (const { name, lies } of states) print(`${name.padEnd(18)} ${lieWords[lies]}`);
  if (last !== undefined) print(last);
  return states.some(({ lies }) => lies === "table") ? 1 : 0;
}

async function move(env: Terminal["env"], print: Terminal["print"]): Promise<number> {
  const moved = await moveSecrets(env);
  print(moved.length === 0 ? "没有要移的 · nothing to move" : `已移走 moved: ${moved.join(", ")}`);
  return 0;
}

function daysOf(text: string): number {
  const days = Number(text);
  if (/^\d{1,4}$/.test(text)) return days;
  throw new UsageError("--overlap-days: 0–9999 天 · days");
}

async function rotate(days: number, isMeant: boolean, { env, print }: Terminal): Promise<number> {
  if (!isMeant) {
    print(
      `两小时后启用新密钥，旧密钥再认 ${days} 天 · a new key in two hours, the old one accepted for ${days} days more`,
    );
    print(ADD_YES);
    return 0;
  }
  const { from, until } = await rotateKey(env, nowOf(env), days);
  print(`新密钥启用 in use from ${from}，旧密钥认到 the old one counts until ${until}`);
  print("启用后做 after that: ops rekey, ops index-words（docs/secrets.md）");
  return 0;
}
