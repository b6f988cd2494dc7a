import type { OpsCommand } from "../command.ts";
import { reindexTable } from "../store.ts";

export const reindexCommand: OpsCommand = {
  name: "reindex",
  takes: "",
  help: {
    zh: "按单据重建全部索引（回退又升级之后，或恢复了表之后）；可重复执行，读不了的单据逐条列出",
    en: "makes every index anew from the documents; repeatable, lists what it cannot read",
  },
  words: [0, 0],
  async run(_, { env, print }) {
    let [checked, changed, unreadable] = [0, 0, 0];
    for await (const page of reindexTable(env)) {
      checked += page.checked;
      changed += page.changed;
      unreadable += page.unreadable.length;
      for (const { pk, sk } of page.unreadable) print(`读不了 cannot be read: ${pk} ${sk}`);
    }
    print(`单据 documents ${checked}, 已改 changed ${changed}, 读不了 unreadable ${unreadable}`);
    return unreadable === 0 ? 0 : 1;
  },
};
