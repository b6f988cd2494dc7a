import { complaintStore } from "../../lib/adapters/dynamodb/complaints/complaint-store.ts";
import { draftStore } from "../../lib/adapters/dynamodb/complaints/draft-store.ts";
import { counters } from "../../lib/adapters/dynamodb/core/counters.ts";
import type { Table } from "../../lib/adapters/dynamodb/core/table.ts";
import { publicApi } from "../../lib/adapters/http/public-api.ts";
import { at } from "./builders.ts";
import { send } from "./http.ts";
import { type PlainPage, plainBrowser } from "./plain-browser.ts";
import { world } from "./world.ts";

export interface Flood {
  readonly asked: number;
  /** Receipts by the number they show: each writer's own, however often it was sent. */
  readonly numbers: readonly string[];
  /** What was answered with anything but the receipt. */
  readonly other: readonly string[];
}

/**
 * `people` residents answer every question at once and send what they wrote `times` times in parallel, on the real engine's
 * table: what each of them is shown.
 */
export async function flood(table: Table, people: number, times: number): Promise<Flood> {
  const { ports } = world(at("2026-02-13 10:00"));
  const handler = publicApi(
    async () => ({
      ...ports,
      complaints: complaintStore(table, 8),
      counters: counters(table),
      drafts: draftStore(table),
    }),
    { info: () => {}, failed: (message, facts, cause) => console.error(message, facts, cause) },
  );
  const numbers: string[] = [];
  const other: string[] = [];
  const everybody = Array.from({ length: people }, (_, n) => n);
  await Promise.all(
    everybody.map(async (n) => {
      const phone = plainBrowser((line, sent) =>
        send(handler, line, { ...sent, sourceIp: `10.0.${Math.floor(n / 250)}.${n % 250}` }),
      );
      const check = await upToCheck(phone, `第 ${n} 件事：楼道灯不亮`);
      const answers = await Promise.all(
        Array.from({ length: times }, () => phone.send(check, { consent: "yes" })),
      );
      const shown = answers.map(({ text }) => /<p class="no">([^<]+)<\/p>/.exec(text)?.[1]);
      other.push(...answers.filter((_, index) => shown[index] === undefined).map(({ text }) => text));
      numbers.push(...new Set(shown.filter((number) => number !== undefined)));
    }),
  );
  return { asked: people * times, numbers, other };
}

async function upToCheck(phone: ReturnType<typeof plainBrowser>, matter: string): Promise<PlainPage> {
  let page = await phone.send(await phone.open("/r/project-1/-"), { matter });
  page = await phone.sendFiles(page, { next: "yes" }, []);
  page = await phone.send(page, {});
  return phone.send(page, { who: "anonymous" });
}
