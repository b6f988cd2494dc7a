import type { OpsCommand } from "../command.ts";
import { openStore } from "../store.ts";

export const statusCommand: OpsCommand = {
  name: "status",
  takes: "",
  help: { zh: "巡检补发次数与搁置条数", en: "rescues by the sweep and items put aside" },
  words: [0, 0],
  async run(_, { env, print }) {
    const { rescues, aside } = await (await openStore(env)).alarms.totals();
    print(`巡检补发 rescues ${rescues}\n搁置 put aside ${aside}`);
    return undefined;
  },
};
