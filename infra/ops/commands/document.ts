import type { OpsCommand } from "../command.ts";
import { documentAt, partsOf } from "../document-parts.ts";
import { openStore } from "../store.ts";

export const documentCommand: OpsCommand = {
  name: "document",
  takes: "<编号 number | 日志里的位置 place, complaint/…> [--sizes]",
  help: {
    zh: "打印一份单据（含个人信息）；--sizes 只列各部分占多少字节，不含个人信息",
    en: "prints a document, personal values included; --sizes lists only how many bytes each part takes, nobody's values",
  },
  words: [1, 1],
  options: { sizes: { type: "boolean" } },
  async run({ words: [typed = ""], on }, { env, print }) {
    const document = await documentAt(await openStore(env), typed);
    if (on("sizes")) for (const line of partsOf(document)) print(line);
    else print(JSON.stringify(document, null, 2));
    return undefined;
  },
};
