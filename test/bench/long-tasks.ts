import type { CDPSession, Page } from "playwright-core";
import * as z from "zod";

/** One task of the page that held the processor for long, and what it was about. */
export interface LongTask {
  /** Milliseconds of the processor, not of the wall: a busy machine makes none longer. */
  readonly cpu: number;
  readonly wall: number;
  /** The largest parts, e.g. `FunctionCall 40, Layout 12`. */
  readonly parts: string;
}

const traceEvent = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number().default(0),
  dur: z.number().default(0),
  tdur: z.number().default(0),
  args: z.looseObject({ data: z.looseObject({}).optional(), name: z.string().optional() }).optional(),
});
type TraceEvent = z.infer<typeof traceEvent>;

const task = /^(?:ThreadControllerImpl::RunTask|RunTask)$/;

/** What the browser's own trace says of the page's main thread while something is done. */
export async function longTasksDuring(page: Page, leastMs: number, work: () => Promise<void>) {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const one of value) {
      const { data } = traceEvent.safeParse(one);
      if (data !== undefined) events.push(data);
    }
  });
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "devtools.timeline", "v8", "__metadata"] },
  });
  await work();
  await ended(session);
  await session.detach();
  return longTasks(events, leastMs);
}

async function ended(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
}

function longTasks(events: readonly TraceEvent[], leastMs: number): { tasks: LongTask[]; longest: number } {
  const main = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const own = events.filter(({ ph, pid, tid }) => ph === "X" && main.has(`${pid} ${tid}`));
  const all = own.filter(({ name }) => task.test(name));
  const long = all.filter(({ tdur }) => tdur >= leastMs * 1000);
  return {
    longest: Math.round(Math.max(0, ...all.map(({ tdur }) => tdur)) / 1000),
    tasks: long.map(({ tdur, dur, ts, pid, tid }) => ({
      cpu: Math.round(tdur / 1000),
      wall: Math.round(dur / 1000),
      parts: partsOf(
        own.filter((one) => one.pid === pid && one.tid === tid && one.ts >= ts && one.ts < ts + dur),
      ),
    })),
  };
}

function partsOf(inside: readonly TraceEvent[]): string {
  const sums = new Map<string, number>();
  for (const { name, tdur } of inside) {
    if (!task.test(name)) sums.set(name, (sums.get(name) ?? 0) + tdur / 1000);
  }
  return [...sums]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 6)
    .map(([name, milliseconds]) => `${name} ${Math.round(milliseconds)}`)
    .join(", ");
}
