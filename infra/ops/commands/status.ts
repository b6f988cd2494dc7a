import type { OverdueAlarm } from "../../../lib/app/ports/alarms.ts";
import { defined } from "../../../lib/domain/present.ts";
import type { OpsCommand } from "../command.ts";
import { type OperatorStore, openStore } from "../store.ts";

/** What a complaint's partition begins with. */
const COMPLAINT = "C#";

export const statusCommand: OpsCommand = {
  name: "status",
  takes: "",
  help: {
    zh: "巡检补发次数；搁置的逐条列出（投诉写编号）",
    en: "rescues by the sweep; what was put aside, each with its complaint's number",
  },
  words: [0, 0],
  async run(_, { env, print }) {
    const store = await openStore(env);
    const { rescues, aside } = await store.alarms.totals();
    print(`巡检补发 rescues ${rescues}\n搁置 put aside ${aside}`);
    let cursor: string | undefined;
    do {
      const page = await store.alarms.aside({ limit: 100, ...defined({ cursor }) });
      for (const alarm of page.items) print(await asideLine(store, alarm));
      cursor = page.cursor;
    } while (cursor !== undefined);
    return undefined;
  },
};

/** Since when, what, and its number where it is about a complaint. */
async function asideLine(
  { complaints }: OperatorStore,
  { at, kind, ref: { pk, sk } }: OverdueAlarm,
): Promise<string> {
  const complaint = pk.startsWith(COMPLAINT) ? await complaints.load(pk.slice(COMPLAINT.length)) : undefined;
  return [at, kind, pk, sk, complaint?.registration.number ?? ""].join("  ").trimEnd();
}
