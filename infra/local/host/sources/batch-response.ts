import * as z from "zod";

const responseSchema = z
  .looseObject({ batchItemFailures: z.array(z.looseObject({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullish();

/**
 * The failed items of a `ReportBatchItemFailures` response. Nothing or an empty list is full success; a malformed
 * response or an unknown identifier fails the whole batch ("all"), as Lambda does.
 */
export function failedItems(payload: string, known: ReadonlySet<string>): ReadonlySet<string> | "all" {
  let value: unknown;
  try {
    value = JSON.parse(payload);
  } catch {
    return "all";
  }
  const parsed = responseSchema.safeParse(value);
  if (!parsed.success) return "all";
  const items = parsed.data?.batchItemFailures ?? [];
  const failed = new Set(items.map(({ itemIdentifier }) => itemIdentifier));
  return [...failed].every((item) => known.has(item)) ? failed : "all";
}
