import type { Company } from "../engine/company.ts";
import type { Say } from "./known.ts";
import type { Json } from "./naive.ts";

const SHANGHAI = 8 * 3_600_000;
const monthOf = (instant: string) => new Date(Date.parse(instant) + SHANGHAI).toISOString().slice(0, 7);

/** Columns of D1 that add up over its classes. */
const added = ["B", "C", "D", "E", "F", "J", "K", "M", "N", "P", "Q", "S", "T"];

/**
 * Every month's file of the company: whatever was received in the month and recorded by its cut-off stands in the ledger
 * once, under its number; the classes add up to 汇总, and what is done in time and late to what is done.
 */
export function checkMonths(company: Company, documents: ReadonlyMap<string, Json>, say: Say): number {
  let files = 0;
  for (const { key } of company.aws.objects.list("reports")) {
    const object = company.aws.objects.get("reports", key);
    const text = object === undefined ? "" : Buffer.from(object.body).toString("utf8");
    if (!text.startsWith("{") || !text.includes('"companyRows"')) continue;
    const file = JSON.parse(text);
    if (file.project !== undefined || file.span !== undefined || file.missing?.length > 0) continue;
    files += 1;
    checkLedger(key, file, documents, say);
    checkSums(key, file.companyRows, say);
  }
  return files;
}

function checkLedger(key: string, file: Json, documents: ReadonlyMap<string, Json>, say: Say): void {
  const until = file.recordedUntil ?? file.asOf;
  const expected = new Set<string>();
  for (const { registration, archive, events } of documents.values()) {
    if (registration?.recordKind === undefined || archive.length > 0) continue;
    if (
      monthOf(registration.receivedAt) === file.month &&
      Date.parse(events[0].recordedAt) <= Date.parse(until)
    )
      expected.add(registration.number);
  }
  const seen: string[] = file.ledger.map(({ number }: Json) => number);
  for (const number of expected) {
    const times = seen.filter((one) => one === number).length;
    if (times !== 1)
      say("a-month-holds-what-was-received", `${key}: ${number} stands ${times} times in the ledger`);
  }
}

function checkSums(key: string, rows: Json[], say: Say): void {
  const total = rows.at(-1);
  for (const column of added) {
    const sum = rows.slice(0, -1).reduce((all, row) => all + (row[column] ?? 0), 0);
    if (sum !== (total[column] ?? 0))
      say("a-month-adds-up", `${key} ${column}: ${sum}, 汇总 ${total[column]}`);
  }
  for (const row of rows) {
    for (const [whole, one, other] of [
      ["F", "D", "E"],
      ["N", "K", "M"],
      ["T", "Q", "S"],
    ] as const)
      if ((row[whole] ?? 0) !== (row[one] ?? 0) + (row[other] ?? 0))
        say("a-month-adds-up", `${key} ${row.name} ${whole}`);
  }
}
