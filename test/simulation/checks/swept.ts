import type { Attributes } from "../services/dynamodb/values.ts";
import type { Say } from "./known.ts";

/** An entry of the index of what is due: its sort key, and the item it is of. */
export interface Late {
  readonly range: string;
  readonly item: Attributes;
}

const text = (item: Attributes | undefined, name: string) => {
  const value = item?.[name];
  return value !== undefined && "S" in value ? value.S : undefined;
};

/** Documents and their messages; a job or a month's run may be late and well. */
const rescued = /^(DOC$|GROUP#|NOTICE#|EMERGENCY$|SUBMISSION#)/;

/** A sweep that went through has tried all that was late when it began, unless it has changed meanwhile. */
export function checkSwept(
  late: readonly Late[],
  read: (pk: string, sk: string) => Attributes | undefined,
  say: Say,
): void {
  for (const { range, item } of late) {
    const [pk, sk] = [text(item, "pk") ?? "", text(item, "sk") ?? ""];
    if (!rescued.test(sk) || text(read(pk, sk), "alarmSk") !== range) continue;
    if (text(read(pk, `RESCUE#${sk}`), "alarmKey") !== range)
      say("a-sweep-tries-all-that-is-late", `${pk} ${sk}: ${range}`);
  }
}
