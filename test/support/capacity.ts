import type { Table } from "../../lib/adapters/dynamodb/core/table.ts";

/** Sums the capacity units that the engine charges. */
export class CapacityMeter {
  #units = 0;

  read(client: Table["client"]): void {
    client.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: "TOTAL" } });
        const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: Consumed | Consumed[] };
        for (const consumed of [ConsumedCapacity ?? []].flat()) this.#units += consumed.CapacityUnits ?? 0;
        return answer;
      },
      { step: "initialize", name: "capacity" },
    );
  }

  /** Capacity units that `work` cost, and its result. */
  async of<T>(work: () => Promise<T>): Promise<{ units: number; result: T }> {
    const before = this.#units;
    const result = await work();
    return { units: this.#units - before, result };
  }
}

interface Consumed {
  readonly CapacityUnits?: number;
}
