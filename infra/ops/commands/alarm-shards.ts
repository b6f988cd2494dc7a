import { UsageError } from "../../usage-error.ts";
import type { OpsCommand } from "../command.ts";
import { moreAlarmShards, openStore } from "../store.ts";

/** More than this one sweep looks through for nothing (`default`). */
const MOST = 64;

export const alarmShardsCommand: OpsCommand = {
  name: "alarm-shards",
  takes: "[数量 number] [--yes]",
  help: {
    zh: "时限索引分成几片；给出更大的数则增加（只增不减），新旧都读，可随时执行；不写 --yes 只说明",
    en: "into how many shards the index of limits is divided; a larger number raises it (never lowers), old and new are read, at any time; without --yes it only tells",
  },
  words: [0, 1],
  options: { yes: { type: "boolean" } },
  async run({ words: [typed], on }, { env, print }) {
    const standing = await (await openStore(env)).alarms.shards();
    if (typed === undefined) {
      print(`${standing} 片 shards`);
      return undefined;
    }
    const wanted = Number(typed);
    if (!/^\d+$/.test(typed) || wanted <= standing || wanted > MOST)
      throw new UsageError(
        `alarm-shards: 现有 ${standing} 片，应为更大的整数，至多 ${MOST} · there are ${standing}: a larger number, at most ${MOST}`,
      );
    if (!on("yes")) {
      print(`${standing} → ${wanted} 片 shards：加 --yes 执行 · add --yes to do it`);
      return undefined;
    }
    print(
      (await moreAlarmShards(env, wanted))
        ? `已改为 ${wanted} 片，新启动的函数按它写；要马上分匀就执行 reindex · ${wanted} shards from the next start of each function; reindex spreads what stands there at once`
        : "同时有人改过，未动 · somebody else has raised it meanwhile; nothing was changed",
    );
    return undefined;
  },
};
