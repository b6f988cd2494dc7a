import { randomBytes } from "node:crypto";
import { addChannelKey } from "../../../lib/app/organisation/channel-keys.ts";
import { toInstant } from "../../../lib/domain/time/instant.ts";
import { UsageError } from "../../usage-error.ts";
import type { OpsCommand } from "../command.ts";
import { readCompanyFolder } from "../company-folder.ts";
import { openStore } from "../store.ts";

export const createKeyCommand: OpsCommand = {
  name: "create-key",
  takes: "<文件夹 folder> <系统 system>",
  help: {
    zh: "为渠道系统新建密钥，只显示一次；旧密钥继续有效",
    en: "makes one more key for a channel system, shown once; older keys stay valid",
  },
  words: [2, 2],
  async run({ words: [folder = "", name = ""] }, { env, print }) {
    const { company } = await readCompanyFolder(folder);
    const system = company.systems.find((one) => one.system === name);
    if (system === undefined) {
      const known = company.systems.map((one) => one.system).join(", ");
      throw new UsageError(`没有系统 ${name} · no system ${name}; 已有 known: ${known}`);
    }
    const key = randomBytes(32).toString("base64url");
    const store = await openStore(env);
    await addChannelKey(store, system, key, toInstant(store.clock.now()));
    print(`${system.system} ${system.name} (${system.channels.join(", ")})`);
    print(`密钥只显示这一次 · this key is shown only once:\n${key}`);
    return undefined;
  },
};
