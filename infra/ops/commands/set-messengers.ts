import { readFile } from "node:fs/promises";
import {
  type MessengerSettings,
  messengerSettings,
  storedServicesOf,
} from "../../../lib/adapters/messengers/settings.ts";
import { type ServiceName, serviceNames } from "../../../lib/domain/services/terms.ts";
import { UsageError } from "../../usage-error.ts";
import type { OpsCommand, Terminal } from "../command.ts";
import { openStore, servicePlace, storeMessengers } from "../store.ts";

export const setMessengersCommand: OpsCommand = {
  name: "set-messengers",
  takes: "<文件 file.json> [--stop]",
  help: {
    zh: "保存邮件服务器、企业微信、短信网关和公众号的密钥与模板（docs/mail.md）；文件要写全：停用没写的服务须加 --stop",
    en: "stores keys and templates of mail servers, WeCom, text messages and the official account; every service stands in the file: ending those it leaves out needs --stop",
  },
  words: [1, 1],
  options: { stop: { type: "boolean" } },
  async run({ words: [file = ""], on }, { env, print }) {
    const settings = read(file, await textOf(file));
    await openStore(env); // says what is missing
    const left = await leftOut(env, settings);
    if (left.length > 0 && !on("stop"))
      throw new UsageError(
        `文件里没有正在使用的 ${left.join("、")}：写进文件，或加 --stop 停用 · the file leaves out what is in use: ${left.join(", ")}. Put it in, or add --stop to end it`,
      );
    await storeMessengers(env, settings);
    if (left.length > 0) print(`已停用 ended: ${left.join(", ")}`);
    print("已保存，五分钟内生效 · stored, in effect within five minutes");
    return undefined;
  },
};

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new UsageError(`读不到文件 ${file} · the file cannot be read`, { cause });
  }
}

function read(file: string, text: string): MessengerSettings {
  const parsed = messengerSettings.safeParse(jsonOf(file, text));
  if (parsed.success) return parsed.data;
  const places = new Set(parsed.error.issues.map(({ path }) => path.join(".") || "–"));
  throw new UsageError(
    `${file}: 缺少或写错 missing or wrong: ${[...places].join(", ")}（docs/mail.md）\n${parsed.error.issues.map(({ message }) => `  ${message}`).join("\n")}`,
  );
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${file} 不是 JSON · is no JSON: ${cause instanceof Error ? cause.message : ""}`, {
      cause,
    });
  }
}

/** Services in use that the file does not name: storing it ends them and deletes their secrets. */
async function leftOut(env: Terminal["env"], settings: MessengerSettings): Promise<readonly ServiceName[]> {
  const stored = await storedServicesOf(servicePlace(env).table);
  return serviceNames.filter((name) => stored[name] !== undefined && settings[name] === undefined);
}
