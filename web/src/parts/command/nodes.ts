import { isValues, type Value } from "./schema.ts";

/** A time node of a plan as it is typed (D2); `dueAt` is ISO 8601 in UTC, or empty. */
export interface PlanNode {
  readonly text: string;
  readonly dueAt: string;
}

export function planNodes(entries: readonly Value[]): readonly PlanNode[] {
  return entries.map((entry) => {
    const { text, dueAt } = entry !== undefined && isValues(entry) ? entry : {};
    return { text: typeof text === "string" ? text : "", dueAt: typeof dueAt === "string" ? dueAt : "" };
  });
}

/** The nodes with one of them in another place. */
export function moved(nodes: readonly PlanNode[], from: number, to: number): readonly PlanNode[] {
  const node = nodes[from];
  return node === undefined ? nodes : nodes.toSpliced(from, 1).toSpliced(to, 0, node);
}

/** A clock of the complaint that runs while the plan is written. */
export interface RunningClock {
  readonly name: string;
  readonly dueAt: string;
}

export type NodeWarning =
  | { readonly kind: "past" }
  /** Earlier than the node above it. */
  | { readonly kind: "order" }
  /** The customer's or the platform's limit ends before the work does. */
  | { readonly kind: "after"; readonly clock: RunningClock };

/** Limits that the customer or a platform counts by, which a plan agreed with the customer does not end by itself. */
const limits: ReadonlySet<string> = new Set(["result", "promised", "external"]);

/** What somebody should see before a plan with this node is written. */
export function warningsOf(
  nodes: readonly PlanNode[],
  index: number,
  clocks: readonly RunningClock[],
  now: number,
): readonly NodeWarning[] {
  const dueAt = nodes[index]?.dueAt ?? "";
  if (dueAt === "") return [];
  const before = nodes[index - 1]?.dueAt ?? "";
  return [
    ...(Date.parse(dueAt) <= now ? [{ kind: "past" } as const] : []),
    ...(before > dueAt ? [{ kind: "order" } as const] : []),
    ...clocks
      .filter(({ name, dueAt: limit }) => limits.has(name) && limit < dueAt)
      .map((clock) => ({ kind: "after", clock }) as const),
  ];
}
