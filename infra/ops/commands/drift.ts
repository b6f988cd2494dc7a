import { defined } from "../../../lib/domain/present.ts";
import { plusSeconds, toInstant } from "../../../lib/domain/time/instant.ts";
import type { OpsCommand, Terminal } from "../command.ts";
import { openStore, reindexTable } from "../store.ts";

/** As the sweep: what is later than this the ordinary way has not brought. */
const GRACE_SECONDS = 180;

export const driftCommand: OpsCommand = {
  name: "drift",
  takes: "",
  help: {
    zh: "只看不动：与单据不一致的索引（reindex 可重建）、过了时刻还没人处理的时限与通知（巡检会补）、读不了的单据；有则退出码为 1",
    en: "looks and changes nothing: indexes that differ from their documents (reindex mends them), limits and messages whose moment has passed (the sweep brings them), documents that cannot be read; exit code 1 if there is any",
  },
  words: [0, 0],
  async run(_, { env, print }) {
    const documents = await lookThrough(env, print);
    const late = await lateWork(env, print);
    const { checked, differing, unreadable } = documents;
    print(
      `单据 documents ${checked}, 索引不一致 differing ${differing}, 读不了 unreadable ${unreadable}, 过时未办 late ${late}`,
    );
    return differing + unreadable + late === 0 ? 0 : 1;
  },
};

async function lookThrough(env: Terminal["env"], print: Terminal["print"]) {
  let [checked, differing, unreadable] = [0, 0, 0];
  for await (const page of reindexTable(env, true)) {
    checked += page.checked;
    differing += page.differing.length;
    unreadable += page.unreadable.length;
    for (const { pk, sk, names } of page.differing)
      print(`索引不一致 differs: ${pk} ${sk}: ${names.join(", ")}`);
    for (const { pk, sk } of page.unreadable) print(`读不了 cannot be read: ${pk} ${sk}`);
  }
  return { checked, differing, unreadable };
}

async function lateWork(env: Terminal["env"], print: Terminal["print"]): Promise<number> {
  const { alarms, clock } = await openStore(env);
  const before = plusSeconds(toInstant(clock.now()), -GRACE_SECONDS);
  let late = 0;
  const shards = await alarms.shards();
  for (let shard = 0; shard < shards; shard += 1) {
    let cursor: string | undefined;
    do {
      const page = await alarms.overdue(shard, before, { limit: 100, ...defined({ cursor }) });
      for (const { at, kind, ref } of page.items)
        print(`过时未办 late: ${at}  ${kind}  ${ref.pk}  ${ref.sk}`);
      late += page.items.length;
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return late;
}
