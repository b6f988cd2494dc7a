import type { OpsCommand } from "../command.ts";
import { slimDocuments } from "../store.ts";

export const slimDocumentsCommand: OpsCommand = {
  name: "slim-documents",
  takes: "",
  help: {
    zh: "今后保存投诉时不带可推算的哈希（少占写单位）；0.2.0 及更早版本读不了这样的单据，确定不再回退后才执行",
    en: "from now on complaints are stored without hashes that follow from the rest; 0.2.0 and earlier cannot read them",
  },
  words: [0, 0],
  async run(_, { env, print }) {
    await slimDocuments(env);
    print("新启动的函数从现在起这样保存 · functions that start from now on store them so");
    return 0;
  },
};
