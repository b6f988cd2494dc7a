import { removeKept } from "../../../lib/app/erasure/retention.ts";
import type { RetentionReport } from "../../../lib/domain/person-data/retention.ts";
import { DEFAULT_TIME_ZONE, localDate, toInstant } from "../../../lib/domain/time/instant.ts";
import type { OpsCommand } from "../command.ts";
import { openEverything } from "../store.ts";

const SHOWN = 14;

/** What the last nights removed for its age; `--run` does a night's work now. */
export const retentionCommand: OpsCommand = {
  name: "retention",
  takes: "[--run]",
  help: {
    zh: "列出最近几夜按保存期限清除了什么；--run 立即清除一次",
    en: "lists what the last nights removed for its age; --run does it now",
  },
  words: [0, 0],
  options: { run: { type: "boolean" } },
  async run({ on }, { env, print }) {
    const ports = await openEverything(env);
    if (on("run")) {
      const now = toInstant(ports.clock.now());
      const zone = (await ports.organisation.company())?.timeZone ?? DEFAULT_TIME_ZONE;
      await removeKept(ports, localDate(now, zone), now);
    }
    const reports = await ports.retention.latest(SHOWN);
    for (const report of reports) print(lineOf(report));
    if (reports.length === 0) print("还没有执行过 · it has not run yet");
    return undefined;
  },
};

function lineOf({ date, removed, finishedAt }: RetentionReport): string {
  const counts = Object.entries(removed).map(([kind, count]) => `${kind} ${count}`);
  const state = finishedAt === undefined ? "未完成 not finished" : "";
  return `${date}  ${counts.join(", ")} ${state}`.trimEnd();
}
