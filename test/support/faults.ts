import type { Ports } from "../../lib/app/ports/index.ts";

/** Values, and what only tells: a call of these reaches nothing that could be down. */
const values: ReadonlySet<string> = new Set(["clock", "crypto", "telemetry", "renderer", "adapters"]);

/** The error of an outage; tests look for exactly this one. */
export class Outage extends Error {
  override readonly name = "Outage";
}

/** A call of a port: `complaints.load`. */
export interface PortCall {
  readonly name: string;
  readonly args: readonly unknown[];
}

/**
 * Ports of which every call for which `isDown` says so is refused before it takes effect. Functions that are ports
 * themselves are passed on as they are, but for asynchronous ones.
 */
export function withOutage(ports: Ports, isDown: (call: PortCall) => boolean): Ports {
  const guarded =
    (name: string, method: (...args: unknown[]) => unknown) =>
    (...args: unknown[]): unknown =>
      isDown({ name, args }) ? Promise.reject(new Outage(`${name} is down`)) : method(...args);
  const wrapped: Record<string, unknown> = {};
  for (const [port, value] of Object.entries(ports)) {
    if (port === "outboundPost") {
      wrapped[port] = guarded(port, value as (...args: unknown[]) => unknown);
      continue;
    }
    wrapped[port] =
      values.has(port) || typeof value !== "object" || value === null
        ? value
        : new Proxy(value, {
            get(target, key) {
              const member: unknown = Reflect.get(target, key, target);
              if (typeof member !== "function") return member;
              const method = member.bind(target) as (...args: unknown[]) => unknown;
              return key === "refOf" ? method : guarded(`${port}.${String(key)}`, method);
            },
          });
  }
  return wrapped as unknown as Ports;
}
