import type { StartedDesk, Usage } from "./started.ts";

/** One line of the table. Processor time in milliseconds for each piece of work. */
export interface Figure {
  readonly part: string;
  readonly what: string;
  readonly count: number;
  readonly inFlight: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly p50Ms?: number;
  readonly p95Ms?: number;
  readonly cpuMs?: { readonly functions: number; readonly host: number; readonly engine: number };
  readonly calls?: number;
  readonly mails?: number;
  readonly units?: { readonly write: number; readonly read: number };
  readonly rssMiB?: number;
  /** This many a second divided by that of the bare calls. */
  readonly toFloor?: number;
  readonly note?: string;
}

type Work = (n: number) => Promise<unknown>;

/** Does pieces of work, so many at the same time, and gives each one's milliseconds. */
export async function inFlight(count: number, most: number, work: Work): Promise<number[]> {
  const taken: number[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const n = next;
      next += 1;
      const began = performance.now();
      await work(n);
      taken.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, count) }, worker));
  return taken.toSorted((a, b) => a - b);
}

/** Measures a desk while something happens `count` times: time, processor time by process, calls to AWS, mails. */
export async function measured(
  desk: StartedDesk,
  { part, what, count, most = 1 }: { part: string; what: string; count: number; most?: number },
  happens: () => Promise<readonly number[] | void>,
): Promise<Figure> {
  const [before, mailsBefore] = [await desk.usage(), await desk.mails()];
  const began = performance.now();
  const taken = (await happens()) ?? [];
  const seconds = (performance.now() - began) / 1000;
  const [after, mails] = [await desk.usage(), (await desk.mails()) - mailsBefore];
  return {
    part,
    what,
    count,
    inFlight: most,
    seconds: rounded(seconds, 2),
    perSecond: rounded(count / seconds, 1),
    ...(taken.length === 0 ? {} : { p50Ms: shareOf(taken, 0.5), p95Ms: shareOf(taken, 0.95) }),
    cpuMs: {
      functions: rounded((functionMs(after) - functionMs(before)) / count, 1),
      host: rounded((after.hostCpuMs - before.hostCpuMs) / count, 1),
      engine: rounded(((after.engine?.cpuMs ?? 0) - (before.engine?.cpuMs ?? 0)) / count, 1),
    },
    calls: rounded((callsOf(after) - callsOf(before)) / count, 1),
    rssMiB: Math.round(after.memory.rss / 1024 ** 2),
    ...(mails === 0 ? {} : { mails }),
  };
}

function functionMs({ functions }: Usage): number {
  return functions.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

/** Of functions: what the operator's tools ask beside them is not the product's. */
function callsOf({ calls }: Usage): number {
  return calls.reduce((sum, { caller, count }) => sum + (caller === "operator" ? 0 : count), 0);
}

export function shareOf(sorted: readonly number[], share: number): number {
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0, 1);
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
