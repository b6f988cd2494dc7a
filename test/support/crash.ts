import type { Ports } from "../../lib/app/ports/index.ts";

/** Ports whose calls reach the world outside; the others are values and cannot be torn apart by a crash. */
const outside = [
  "complaints",
  "groups",
  "emergencies",
  "jobs",
  "held",
  "households",
  "ruleStore",
  "counters",
  "notices",
  "reports",
  "quarantine",
  "boxes",
  "reactQueue",
  "alarmQueue",
  "noticeQueue",
  "reportQueue",
  "mailInQueue",
  "timers",
  "mailbox",
  "reportFiles",
  "attachments",
  "mailer",
] as const satisfies readonly (keyof Ports)[];

/** A process that dies at its nth call to the outside: before the call takes effect, or right after it. */
export interface CrashPoint {
  readonly call: number;
  readonly when: "before" | "after";
}

/**
 * Runs a use case in a process that dies at a point: from there on no call returns, nothing is caught, no `finally`
 * runs. `more` are ports that are only read elsewhere. True if the process died, false if it came to its end before.
 */
export async function diesAt(
  ports: Ports,
  point: CrashPoint,
  run: (ports: Ports) => Promise<unknown>,
  more: readonly ("organisation" | "webhooks" | "webhookQueue")[] = [],
): Promise<boolean> {
  let calls = 0;
  let die: () => void = () => {};
  const dead = new Promise<true>((resolve) => {
    die = () => resolve(true);
  });
  const forever = new Promise<never>(() => {});
  const call = (method: (...args: unknown[]) => Promise<unknown>, args: unknown[]): Promise<unknown> => {
    calls += 1;
    if (calls > point.call) return forever;
    if (calls < point.call) return method(...args);
    if (point.when === "before") {
      die();
      return forever;
    }
    return method(...args).then(() => {
      die();
      return forever;
    });
  };
  const wrapped: Record<string, unknown> = { ...ports };
  for (const name of [...outside, ...more]) {
    const port: object = ports[name];
    wrapped[name] = new Proxy(port, {
      get(target, key) {
        const member: unknown = Reflect.get(target, key, target);
        if (typeof member !== "function" || key === "refOf") return bound(member, target);
        return (...args: unknown[]) => call(member.bind(target), args);
      },
    });
  }
  return Promise.race([run(wrapped as unknown as Ports).then(() => false), dead]);
}

function bound(member: unknown, target: object): unknown {
  return typeof member === "function" ? member.bind(target) : member;
}

/** Every point at which `run` can die, found by letting it die at each in a fresh world. */
export async function atEveryPoint(
  attempt: (point: CrashPoint) => Promise<{ readonly died: boolean }>,
): Promise<number> {
  let points = 0;
  for (const when of ["before", "after"] as const) {
    for (let call = 1; ; call += 1) {
      const { died } = await attempt({ call, when });
      if (!died) break;
      points += 1;
    }
  }
  return points;
}
