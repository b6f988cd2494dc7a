import { Temporal } from "temporal-polyfill";
import { reindex } from "../../../lib/adapters/dynamodb/work/reindex.ts";
import { restore } from "../../../lib/adapters/dynamodb/work/restore.ts";
import { dynamodbClient } from "../../../lib/adapters/runtime/aws-clients.ts";
import { toInstant } from "../../../lib/domain/time/instant.ts";
import { tableProperties } from "../../support/table-properties.ts";
import type { Model } from "../checks/model.ts";
import type { Attributes } from "../services/dynamodb/values.ts";
import { type Company, MAILS, TABLE } from "./company.ts";
import type { Fault } from "./faults.ts";

type Loss = Extract<Fault, { readonly until: number }>;

const BACKUP = "restored";

/**
 * A table that is lost at the end of the spell, and comes back as it was at its beginning: the operator makes it anew, brings the
 * backup into it and its indexes (docs/restore.md). Everything else stays as it is: queues, schedules, buckets, and what people know.
 */
export function loseTable(company: Company, model: Model, loss: Loss, work: Promise<void>[]): void {
  const { time, aws } = company;
  let items: readonly Attributes[] = [];
  let goBack = () => {};
  time.at(loss.from, () => {
    items = [...(aws.tables.get(TABLE)?.all() ?? [])];
    goBack = model.remember();
  });
  time.at(loss.until, () => {
    company.ground.faults.strike(loss, time.now);
    company.ground.trace.add(time.now, `the table is lost, and comes back as of ${loss.from}`);
    company.processes.killAll();
    const known = new Set(model.mails.keys());
    goBack();
    // Mails that were registered and lost are the operator's to bring in again, which nobody does here.
    for (const n of known) if (!model.mails.has(n) && isWaiting(company, n)) model.mails.set(n, time.now);
    work.push(bringBack(company, model, items));
  });
}

function isWaiting({ aws }: Company, n: number): boolean {
  return aws.objects.list(MAILS, `raw/${n}.eml`).length > 0;
}

async function bringBack(company: Company, model: Model, items: readonly Attributes[]): Promise<void> {
  model.isRestoring = true;
  const { aws, time } = company;
  const table = aws.tables.get(TABLE);
  const backup = aws.defineTable(BACKUP, tableProperties());
  for (const item of items) backup.write(backup.keyOf(item), item);
  table?.lose();
  const client = dynamodbClient(company.operator().aws);
  const target = { client, name: TABLE };
  const now = toInstant(Temporal.Instant.fromEpochMilliseconds(time.now));
  const restoring = {
    source: { client, name: BACKUP },
    target,
    overwrite: false,
    dryRun: false,
    now,
  };
  let written = 0;
  for await (const { copied } of restore(restoring)) written += copied;
  if (written === 0) model.broken("a-backup-comes-back", `nothing of ${items.length} items`);
  for await (const { unreadable } of reindex(target, 2))
    for (const { pk, sk } of unreadable) model.broken("a-backup-comes-back", `${pk} ${sk} is not readable`);
  model.isRestoring = false;
}
