import { readFileSync } from "node:fs";
import { functionProfiles } from "../../infra/catalogue/functions.ts";
import type { Counts, Part } from "./life.ts";

interface Prices {
  readonly asOf: string;
  readonly region: string;
  readonly perMillion: Readonly<
    Record<
      "writeUnit" | "readUnit" | "httpRequest" | "invocation" | "queueRequest" | "schedule" | "objectPut",
      number
    >
  >;
  readonly gigabyteSecond: number;
}

const prices = JSON.parse(readFileSync(new URL("./prices.json", import.meta.url), "utf8")) as Prices;

/** `assumed`: what an invocation takes on arm64 at 512 MB, in seconds; the one figure that is not counted. */
const SECONDS = 0.06;
/** `assumed`: a message is received and deleted in batches of this many. */
const BATCH = 2;
/** `assumed`: complaints of an office (项目) a month. */
const A_MONTH = 20;
const WORKDAYS = 22;
/** `assumed`: the busiest minute has so many times the load of an even day of eight hours. */
const PEAK = 20;

/** What one ordinary life of a complaint asks of AWS, summed. */
export interface LifeCost {
  readonly reads: number;
  readonly writes: number;
  readonly requests: number;
  readonly invocations: number;
  readonly messages: number;
  readonly schedules: number;
  readonly mails: number;
  readonly dollars: number;
}

export function costOf(life: readonly Counts[]): LifeCost {
  const calls = life.flatMap(({ counted }) => counted.calls);
  const of = (service: string, operation?: string) =>
    calls.filter((call) => call.service === service && (operation ?? call.operation) === call.operation)
      .length;
  const reads = life.reduce((sum, { counted }) => sum + counted.readUnits, 0);
  const writes = life.reduce((sum, { counted }) => sum + counted.writeUnits, 0);
  const requests = life.filter(({ part }) => part === "intake" || part === "command").length;
  const invocations = life.length;
  const schedules = of("scheduler", "CreateSchedule");
  // Each message is sent once, received and deleted in batches.
  const messages = of("sqs") + (2 * of("sqs")) / BATCH;
  const { perMillion: each } = prices;
  const millions =
    writes * each.writeUnit +
    reads * each.readUnit +
    requests * each.httpRequest +
    invocations * each.invocation +
    messages * each.queueRequest +
    schedules * each.schedule;
  const gigabytes = functionProfiles.react.memoryMb / 1024;
  const computing = invocations * SECONDS * gigabytes * prices.gigabyteSecond;
  return {
    reads,
    writes,
    requests,
    invocations,
    messages,
    schedules,
    mails: of("ses"),
    dollars: millions / 1e6 + computing,
  };
}

const partWords: Readonly<Record<Part, string>> = {
  intake: "登记 registration",
  command: "命令 commands",
  stream: "变更流 stream",
  react: "反应 reactions",
  alarm: "时限 timers",
  send: "邮件 mails",
};

/** docs/cost.md, from one counted life. */
export function costPage(life: readonly Counts[]): string {
  const cost = costOf(life);
  const parts = [...new Set(life.map(({ part }) => part))];
  const rows = parts.map((part) => {
    const of = life.filter((one) => one.part === part).map(({ counted }) => counted);
    const sum = (value: (one: (typeof of)[number]) => number) =>
      of.reduce((total, one) => total + value(one), 0);
    const most = Math.max(...of.map(({ rounds }) => rounds));
    return `| ${partWords[part]} | ${of.length} | ${sum(({ calls }) => calls.length)} | ${most} | ${sum(({ writeUnits }) => writeUnits)} | ${sum(({ readUnits }) => readUnits)} |`;
  });
  return `# What it costs

Written by \`npm run cost\` from counted calls; do not edit. One complaint of level C lives its ordinary life on the real table engine
([\`test/cost/life.ts\`](../test/cost/life.ts)): told by phone with a mail address, ${life.filter(({ part }) => part === "command").length} commands from the first reply to the close,
one limit missed, ${cost.mails} mails. Each call to AWS is counted, and the engine says how many capacity units it takes. Prices and quotas are from memory of
the public lists, not looked up when this was written; as remembered for ${prices.asOf}, ${prices.region} ([\`test/cost/prices.json\`](../test/cost/prices.json)): look them up for your region before you plan with them.

| part | invocations | calls | most round trips | write units | read units |
| --- | --- | --- | --- | --- | --- |
${rows.join("\n")}
| **together** | ${cost.invocations} | ${life.reduce((sum, { counted }) => sum + counted.calls.length, 0)} | | ${cost.writes} | ${cost.reads} |

Invocations handle one message here; batches make fewer of them. **All in, without mail and text messages: ${cost.dollars.toFixed(6)} USD a complaint**
(bound: 0.0010), of it ${((cost.writes * prices.perMillion.writeUnit) / 1e6).toFixed(6)} for writes. Assumed and not counted: ${SECONDS * 1000} ms an invocation at
${functionProfiles.react.memoryMb} MB on arm64, messages received in batches of ${BATCH}, ${cost.schedules} schedules. Storage, logs, alarms and what people look at come beside it.

## Where the write units go

${writtenTable(life)}

The aim for the table is 90 write and 60 read units a life. It is not reached, and cannot be with one item that carries its own history and
with every message an item that the sweep can find: [ADR 0022](adr/0022-what-a-life-costs-at-the-least.md) says what the floor is and why.

## Offices

${A_MONTH} complaints an office and month (\`assumed\`), ${WORKDAYS} working days, a busiest minute of ${PEAK} times the even load of eight hours.

| offices | complaints a month | USD a month | complaints a second, busiest minute | write units a second | mails a second | mails a day |
| --- | --- | --- | --- | --- | --- | --- |
${[25, 1000, 10_000].map((offices) => officeRow(offices, cost)).join("\n")}

## Which quota comes first

| quota (default) | met at | the setting that lifts it |
| --- | --- | --- |
| SES sending rate, 14 mails a second | ${quota(14 / cost.mails)} | Service Quotas, SES "Sending rate"; the queue waits meanwhile and loses nothing |
| SES mails in 24 hours, 50,000 | ${Math.floor(50_000 / cost.mails).toLocaleString("en")} complaints a day | Service Quotas, SES "Sending quota" |
| a new on-demand table, 4,000 write units a second | ${quota(4000 / cost.writes)} | warm throughput of the table before going live |
| one shard of the alarm index, 1,000 write units a second (16 shards) | ${quota((16 * 1000) / (cost.schedules * 4))} | \`alarmShards\` in the installation's settings, before the first complaint |
| Lambda concurrency, 1,000 | ${quota(1000 / (cost.invocations * SECONDS))} | Service Quotas, Lambda "Concurrent executions" |

SES is met first, by rate and by day. API Gateway's detailed metrics per route are off.
`;
}

const written: readonly (readonly [RegExp, string])[] = [
  [/^C\/DOC/, "the complaint's item"],
  [/^C\/NOTICE|^BUNDLE/, "messages"],
  [/./, "number, words"],
];

/** Units by what is written and where: the item, a unit per started KB; an index, one for an entry and two for a moved one. */
function writtenTable(life: readonly Counts[]): string {
  const sums = new Map<string, Map<string, number>>();
  for (const call of life.flatMap(({ counted }) => counted.calls)) {
    const [, what = ""] = written.find(([kind]) => kind.test(call.about)) ?? [];
    for (const [where, units] of Object.entries(call.written)) {
      const row = sums.get(where) ?? new Map<string, number>();
      sums.set(where, row.set(what, (row.get(what) ?? 0) + units));
    }
  }
  const kinds = written.map(([, what]) => what);
  const total = (row: ReadonlyMap<string, number>) => [...row.values()].reduce((sum, one) => sum + one, 0);
  const rows = [...sums].sort(([, a], [, b]) => total(b) - total(a));
  return [
    ["", "where", ...kinds, "together", ""],
    ["", "---", ...kinds.map(() => "---"), "---", ""],
    ...rows.map(([where, row]) => [
      "",
      where === "item" ? "the item" : `index \`${where}\``,
      ...kinds.map((kind) => String(row.get(kind) ?? "")),
      String(total(row)),
      "",
    ]),
  ]
    .map((cells) => cells.join(" | ").trim())
    .join("\n");
}

function quota(perSecond: number): string {
  return `${perSecond.toFixed(perSecond < 10 ? 1 : 0)} complaints a second`;
}

function officeRow(offices: number, cost: LifeCost): string {
  const month = offices * A_MONTH;
  const perSecond = (month / WORKDAYS / (8 * 3600)) * PEAK;
  return [
    "",
    offices.toLocaleString("en"),
    month.toLocaleString("en"),
    (month * cost.dollars).toFixed(2),
    perSecond.toFixed(2),
    Math.ceil(perSecond * cost.writes),
    (perSecond * cost.mails).toFixed(1),
    Math.ceil((month / WORKDAYS) * cost.mails).toLocaleString("en"),
    "",
  ]
    .join(" | ")
    .trim();
}
