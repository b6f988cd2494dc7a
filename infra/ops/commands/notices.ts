import { UsageError } from "../../usage-error.ts";
import type { OpsCommand } from "../command.ts";
import { failedNotices, lateNotices, noticeLine, resendFailed } from "../notices.ts";
import { type OperatorStore, openStore } from "../store.ts";

export const noticesCommand: OpsCommand = {
  name: "notices",
  takes: "--late | --failed | --resend [编号 number]",
  help: {
    zh: "晚发、失败的通知；重发失败的通知（全部或一条投诉的）",
    en: "late or failed messages; sends failed ones again",
  },
  words: [0, 1],
  options: { late: { type: "boolean" }, failed: { type: "boolean" }, resend: { type: "boolean" } },
  async run({ words: [number], on }, { env, print }) {
    const [flag, ...others] = ["late", "failed", "resend"].filter((name) => on(name));
    if (flag === undefined || others.length > 0 || (number !== undefined && flag !== "resend")) {
      throw new UsageError("notices: --late、--failed、--resend 选一 · say one of them");
    }
    const store = await openStore(env);
    if (flag === "resend") {
      const planned = await resendFailed(store, await idOf(store, number));
      print(`重新安排 planned again: ${planned}（五分钟内发出 sent within five minutes）`);
      return undefined;
    }
    let found = 0;
    for await (const notice of flag === "late" ? lateNotices(store) : failedNotices(store)) {
      print(noticeLine(notice));
      found += 1;
    }
    print(`${found} 条 notices`);
    return undefined;
  },
};

async function idOf({ complaints }: OperatorStore, number: string | undefined): Promise<string | undefined> {
  if (number === undefined) return undefined;
  const id = await complaints.idByNumber(number);
  if (id === undefined) throw new UsageError(`没有编号 ${number} · no complaint ${number}`);
  return id;
}
