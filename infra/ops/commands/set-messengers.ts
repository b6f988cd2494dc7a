import { readFile } from "node:fs/promises";
import * as z from "zod";
import { messengerSettings } from "../../../lib/adapters/messengers/settings.ts";
import { UsageError } from "../../usage-error.ts";
import type { OpsCommand } from "../command.ts";
import { openStore, storeMessengers } from "../store.ts";

export const setMessengersCommand: OpsCommand = {
  name: "set-messengers",
  takes: "<文件 file.json>",
  help: {
    zh: "保存企业微信和短信网关的密钥与模板（docs/mail.md）",
    en: "stores keys of WeCom and the text-message gateway",
  },
  words: [1, 1],
  async run({ words: [file = ""] }, { env, print }) {
    const parsed = messengerSettings.safeParse(JSON.parse(await readFile(file, "utf8")));
    if (!parsed.success) throw new UsageError(`${file}: ${z.prettifyError(parsed.error)}`);
    await openStore(env); // says what is missing
    await storeMessengers(env, parsed.data);
    print("已保存，五分钟内生效 · stored, in effect within five minutes");
    return undefined;
  },
};
