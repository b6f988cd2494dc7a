import { indexAllWords } from "../../../lib/app/complaints/index-words.ts";
import type { OpsCommand } from "../command.ts";
import { openStore } from "../store.ts";

export const indexWordsCommand: OpsCommand = {
  name: "index-words",
  takes: "",
  help: {
    zh: "为近十二个月的投诉建立内容、房号、电话片段的检索；可重复执行",
    en: "indexes words, rooms and phone fragments of the last twelve months' complaints; repeatable",
  },
  words: [0, 0],
  async run(_, { env, print }) {
    let [checked, changed] = [0, 0];
    for await (const page of indexAllWords(await openStore(env))) {
      checked += page.checked;
      changed += page.changed;
    }
    print(`投诉 complaints ${checked}, 已建索引 indexed ${changed}`);
    return undefined;
  },
};
