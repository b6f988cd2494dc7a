import { UsageError } from "../../usage-error.ts";
import type { OpsCommand } from "../command.ts";
import { openStore } from "../store.ts";

export const documentCommand: OpsCommand = {
  name: "document",
  takes: "<编号 number>",
  help: {
    zh: "打印一条投诉的完整单据（含个人信息）",
    en: "prints a complaint's whole document, personal values included",
  },
  words: [1, 1],
  async run({ words: [number = ""] }, { env, print }) {
    const { complaints } = await openStore(env);
    const id = await complaints.idByNumber(number);
    const complaint = id === undefined ? undefined : await complaints.load(id);
    if (complaint === undefined) throw new UsageError(`没有编号 ${number} · no complaint ${number}`);
    print(JSON.stringify(complaint, null, 2));
    return undefined;
  },
};
