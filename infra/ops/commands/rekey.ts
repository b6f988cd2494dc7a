import { rekey } from "../../../lib/app/complaints/rekey.ts";
import type { OpsCommand } from "../command.ts";
import { openStore } from "../store.ts";

export const rekeyCommand: OpsCommand = {
  name: "rekey",
  takes: "",
  help: {
    zh: "把以前登记的房产与联系方式索引改成统一写法（房产台账更新后也可执行）；可重复执行",
    en: "puts the household and contact keys of stored complaints into normal form; repeatable",
  },
  words: [0, 0],
  async run(_, { env, print }) {
    let [checked, changed] = [0, 0];
    for await (const page of rekey(await openStore(env))) {
      checked += page.checked;
      changed += page.changed;
    }
    print(`投诉 complaints ${checked}, 已改 changed ${changed}`);
    return undefined;
  },
};
