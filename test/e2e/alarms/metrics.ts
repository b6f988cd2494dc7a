import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod";

const MINUTE = 60_000;

/** The embedded metric format: what a line counts, and under which dimensions. */
const embedded = z.looseObject({
  _aws: z.object({
    Timestamp: z.number(),
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string() })),
      }),
    ),
  }),
});
/** A line of the local runtime: one invocation and how it ended. */
const ended = z.looseObject({ source: z.literal("platform"), time: z.string(), status: z.string() });

export interface Series {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** What CloudWatch would have of a local cloud: counts from the functions' own lines, and what queues and streams look like. */
export class Metrics {
  readonly #points = new Map<string, [at: number, value: number][]>();
  readonly #read = new Map<string, number>();
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  add({ namespace, name, dimensions }: Series, at: number, value: number): void {
    const key = keyOf(namespace, name, dimensions);
    const points = this.#points.get(key) ?? [];
    points.push([at, value]);
    this.#points.set(key, points);
  }

  /** Values of a series in `[from, to)`. */
  values({ namespace, name, dimensions }: Series, from: number, to: number): readonly number[] {
    const points = this.#points.get(keyOf(namespace, name, dimensions)) ?? [];
    return points.flatMap(([at, value]) => (at >= from && at < to ? [value] : []));
  }

  /** Takes in what functions have written since; returns how many invocations it has seen in all. */
  readLogs(): number {
    const folder = join(this.#directory, "logs");
    for (const file of readdirSync(folder)) {
      const text = readFileSync(join(folder, file), "utf8");
      const complete = text.slice(this.#read.get(file) ?? 0, text.lastIndexOf("\n") + 1);
      this.#read.set(file, text.lastIndexOf("\n") + 1);
      for (const line of complete.split("\n"))
        if (line !== "") this.#take(basename(file, ".log"), JSON.parse(line));
    }
    return this.#invocations;
  }

  #invocations = 0;

  #take(functionName: string, line: unknown): void {
    const run = ended.safeParse(line);
    if (run.success && run.data.status === "throttled") {
      const [own, account] = [{ FunctionName: functionName }, {}];
      for (const dimensions of [own, account])
        this.add({ namespace: "AWS/Lambda", name: "Throttles", dimensions }, Date.parse(run.data.time), 1);
    } else if (run.success) {
      this.#invocations += 1;
      const at = Date.parse(run.data.time);
      const own = { namespace: "AWS/Lambda", dimensions: { FunctionName: functionName } };
      this.add({ ...own, name: "Invocations" }, at, 1);
      const failed = run.data.status === "error";
      this.add({ ...own, name: "Errors" }, at, failed ? 1 : 0);
      if (functionName.includes("StreamFunction")) this.#followStream(own, at, failed);
    }
    this.#count(line);
  }

  #behindSince: number | undefined;

  /** IteratorAge: a batch that fails is tried again and again, and gets older. */
  #followStream(own: Omit<Series, "name">, at: number, failed: boolean): void {
    this.#behindSince = failed ? (this.#behindSince ?? at) : undefined;
    this.add({ ...own, name: "IteratorAge" }, at, at - (this.#behindSince ?? at));
  }

  #count(line: unknown): void {
    const counted = embedded.safeParse(line);
    if (!counted.success) return;
    const { _aws, ...fields } = counted.data;
    for (const { Namespace, Dimensions, Metrics: names } of _aws.CloudWatchMetrics) {
      for (const set of Dimensions) {
        const dimensions = Object.fromEntries(set.map((name) => [name, String(fields[name])]));
        for (const { Name } of names)
          for (const value of [fields[Name]].flat())
            this.add({ namespace: Namespace, name: Name, dimensions }, _aws.Timestamp, Number(value));
      }
    }
  }

  /** Depth and age of every queue, as CloudWatch has them each minute. */
  sampleQueues(now: number): void {
    const db = new DatabaseSync(join(this.#directory, "state", "services.db"), { readOnly: true });
    try {
      const rows = db
        .prepare(
          "select q.name as name, count(m.id) as waiting, min(m.sent_at) as oldest, sum(m.visible_at <= ?) as visible from queues q left join messages m on m.queue = q.arn group by q.name",
        )
        .all(now);
      for (const { name, waiting, oldest, visible } of rows) {
        const own = { namespace: "AWS/SQS", dimensions: { QueueName: String(name) } };
        this.add({ ...own, name: "ApproximateNumberOfMessagesVisible" }, now, Number(visible ?? 0));
        const age = Number(waiting) === 0 ? 0 : (now - Number(oldest)) / 1000;
        this.add({ ...own, name: "ApproximateAgeOfOldestMessage" }, now, age);
      }
    } finally {
      db.close();
    }
  }
}

function keyOf(namespace: string, name: string, dimensions: Readonly<Record<string, string>>): string {
  return JSON.stringify([namespace, name, Object.entries(dimensions).sort(([a], [b]) => a.localeCompare(b))]);
}

const dimension = z.object({ Name: z.string(), Value: z.string() });
const stat = z.object({
  Id: z.string(),
  MetricStat: z.object({
    Metric: z.object({
      Namespace: z.string(),
      MetricName: z.string(),
      Dimensions: z.array(dimension).default([]),
    }),
    Period: z.number(),
    Stat: z.string(),
  }),
});
const alarmSchema = z.looseObject({
  AlarmName: z.string(),
  AlarmDescription: z.string(),
  Namespace: z.string().optional(),
  MetricName: z.string().optional(),
  Dimensions: z.array(dimension).default([]),
  Metrics: z.array(z.union([stat, z.looseObject({ Expression: z.string() })])).optional(),
  Period: z.number().optional(),
  Statistic: z.string().optional(),
  Threshold: z.number(),
  ComparisonOperator: z.enum(["GreaterThanOrEqualToThreshold", "LessThanThreshold"]),
  EvaluationPeriods: z.number(),
  DatapointsToAlarm: z.number(),
  TreatMissingData: z.enum(["breaching", "notBreaching"]),
});

/** An alarm of the synthesized template. */
export class LocalAlarm {
  readonly name: string;
  readonly #of: z.output<typeof alarmSchema>;
  readonly #parts: readonly { readonly series: Series; readonly statistic: string }[];
  readonly #period: number;

  constructor(properties: unknown) {
    this.#of = alarmSchema.parse(properties);
    this.name = this.#of.AlarmName.replace("jiesu-local-", "");
    const {
      Metrics: several,
      Namespace: namespace = "",
      MetricName: name = "",
      Statistic: statistic = "",
    } = this.#of;
    const stats = (several ?? []).flatMap((one) => ("MetricStat" in one ? [one.MetricStat] : []));
    this.#parts =
      several === undefined
        ? [{ series: { namespace, name, dimensions: named(this.#of.Dimensions) }, statistic }]
        : stats.map((one) => {
            // Sums of parts of which each may be missing: the only expression there is.
            const { Metric, Stat } = z.looseObject({ Metric: z.any(), Stat: z.string() }).parse(one);
            const series = {
              namespace: Metric.Namespace,
              name: Metric.MetricName,
              dimensions: named(Metric.Dimensions ?? []),
            };
            return { series, statistic: Stat };
          });
    this.#period =
      (this.#of.Period ??
        Math.max(...stats.map((one) => z.looseObject({ Period: z.number() }).parse(one).Period))) * 1000;
  }

  /** True if it is raised at this instant, by the periods that have ended. */
  isRaised(metrics: Metrics, now: number): boolean {
    const { EvaluationPeriods, DatapointsToAlarm, Threshold, ComparisonOperator, TreatMissingData } =
      this.#of;
    const end = Math.floor(now / this.#period) * this.#period;
    let breaching = 0;
    for (let back = 0; back < EvaluationPeriods; back += 1) {
      const value = this.#valueOf(metrics, end - (back + 1) * this.#period, end - back * this.#period);
      const beyond =
        ComparisonOperator === "LessThanThreshold" ? (value ?? 0) < Threshold : (value ?? 0) >= Threshold;
      if (value === undefined ? TreatMissingData === "breaching" : beyond) breaching += 1;
    }
    return breaching >= DatapointsToAlarm;
  }

  /** When it was first raised in `[from, to]`, minute by minute; undefined if never. */
  raisedWithin(metrics: Metrics, from: number, to: number): number | undefined {
    for (let at = Math.ceil(from / MINUTE) * MINUTE; at <= to; at += MINUTE)
      if (this.isRaised(metrics, at)) return at;
    return undefined;
  }

  #valueOf(metrics: Metrics, from: number, to: number): number | undefined {
    const values = this.#parts.map(({ series, statistic }) =>
      statisticOf(metrics.values(series, from, to), statistic),
    );
    if (values.every((value) => value === undefined)) return undefined;
    return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  }
}

function statisticOf(values: readonly number[], statistic: string): number | undefined {
  if (values.length === 0) return undefined;
  const sum = values.reduce((total, value) => total + value, 0);
  switch (statistic) {
    case "Sum":
      return sum;
    case "Average":
      return sum / values.length;
    case "Maximum":
      return Math.max(...values);
    default:
      throw new RangeError(`no statistic ${statistic}`);
  }
}

function named(dimensions: readonly { readonly Name: string; readonly Value: string }[]) {
  return Object.fromEntries(dimensions.map(({ Name, Value }) => [Name, Value]));
}
