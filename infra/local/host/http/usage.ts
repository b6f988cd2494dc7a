import { readFileSync } from "node:fs";
import type { Services } from "../../contract.ts";
import { credentialsFor } from "../../services/index.ts";
import type { FunctionPool } from "../runtime/function-pool.ts";

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** What the cloud has used since it was started: processor time by process (milliseconds), memory (bytes), calls to AWS by caller. */
export async function usageOf(services: Services, pools: ReadonlyMap<string, FunctionPool>) {
  const all = [...pools.values()];
  const functions = await Promise.all(
    all.map(async (pool) => ({
      name: pool.definition.logicalId,
      cpuMs: await pool.cpuMs(),
      ...pool.counts,
      workers: await pool.memory(),
    })),
  );
  const { user, system } = process.cpuUsage();
  const inFunctions = functions.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  const callers = new Map(
    all.map(({ definition }) => [credentialsFor(definition.name).accessKeyId, definition.logicalId]),
  );
  return {
    endpoint: services.endpoint,
    /** Where functions send their calls of tables. */
    tables: services.direct?.url ?? services.endpoint,
    // Functions run in threads of the host.
    hostCpuMs: Math.max(0, (user + system) / 1000 - inFunctions),
    functions,
    engine: services.enginePid === undefined ? null : engineUsage(services.enginePid),
    memory: process.memoryUsage(),
    calls: services.callCounts().map(({ keyId, service, operation, count }) => ({
      caller: callers.get(keyId) ?? "operator",
      service,
      operation,
      count,
    })),
  };
}

/** Null where the system has no /proc. */
function engineUsage(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const rss = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
    return { cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS, rss };
  } catch {
    return null;
  }
}
