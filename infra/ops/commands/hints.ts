import { measureMonth } from "../../../lib/app/complaints/measure-hints.ts";
import { UsageError } from "../../usage-error.ts";
import type { OpsCommand } from "../command.ts";
import { openStore } from "../store.ts";

export const hintsCommand: OpsCommand = {
  name: "hints",
  takes: "--month <YYYY-MM>",
  help: { zh: "分类提示与最终分类的一致率", en: "how often hints of class were what people decided" },
  words: [0, 0],
  options: { month: { type: "string" } },
  async run({ text }, { env, print }) {
    const month = text("month") ?? "";
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
      throw new UsageError(`hints: 月份写作 --month YYYY-MM · a month is written YYYY-MM ${month}`.trimEnd());
    }
    const found = await measureMonth(await openStore(env), month);
    const { hinted, unmatched, unmatchedShare, compared, classHits, pointHits } = found;
    const share = unmatchedShare === undefined ? "" : ` (${(unmatchedShare * 100).toFixed(1)}%)`;
    print(`投诉 complaints ${hinted}, 无提示 unmatched ${unmatched}${share}`);
    print(`可比 compared ${compared}: 大类一致 same class ${classHits}, 投诉点一致 same point ${pointHits}`);
    return undefined;
  },
};
