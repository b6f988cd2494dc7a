import { outcomes } from "../../../lib/adapters/dynamodb/work/restore.ts";
import { replayErasures } from "../../../lib/app/erasure/replay.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import type { OpsCommand } from "../command.ts";
import { openEverything, restoreTable } from "../store.ts";

export const restoreCommand: OpsCommand = {
  name: "restore",
  takes: "<恢复出的表 restored table> [--overwrite] [--yes]",
  help: {
    zh: "把备份恢复出的表搬进系统的表：补上缺的；--overwrite 让单据回到备份时的样子；不写 --yes 只数不写",
    en: "brings a restored table into ours: what is missing; --overwrite takes documents back; without --yes it only counts",
  },
  words: [1, 1],
  options: { overwrite: { type: "boolean" }, yes: { type: "boolean" } },
  async run({ words: [source = ""], on }, { env, print }) {
    const dryRun = !on("yes");
    // What people had erased comes back with a backup: without the list and the buckets nothing is restored.
    const ports = dryRun ? undefined : await openEverything(env);
    const sums = { copied: 0, overwritten: 0, kept: 0, held: 0 };
    for await (const page of restoreTable(env, { source, overwrite: on("overwrite"), dryRun })) {
      for (const outcome of outcomes) sums[outcome] += page[outcome];
    }
    print(`补上 copied ${sums.copied}（其中未发出而暂扣的通知 messages held ${sums.held}）`);
    print(`回退或调高 taken back or raised ${sums.overwritten}, 未动 kept ${sums.kept}`);
    print(
      dryRun
        ? "只是预演，加 --yes 才写入 · nothing was written; add --yes"
        : "接着做 next: ops reindex, audit, ops notices --failed（docs/restore.md）",
    );
    if (ports !== undefined) print(await replayed(ports));
    return undefined;
  },
};

/** The list of erasures lies outside of the table: whatever the backup brought back of them goes again. */
async function replayed(ports: Ports): Promise<string> {
  let entries = 0;
  let again = 0;
  for await (const step of replayErasures(ports)) {
    entries = step.entries;
    again += step.erasedAgain;
  }
  return `重新执行删除 erasures carried out again: 清单 ${entries} 条 entries, 投诉 ${again} 件 complaints`;
}
