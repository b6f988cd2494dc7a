import type { QueryClient } from "@tanstack/react-query";
import { lookForChanges } from "../open-complaints/query.ts";

/** Everything on the screen that shows this complaint. */
export async function refreshComplaint(queries: QueryClient, complaintId: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ["complaint", complaintId] }),
    lookForChanges(queries),
  ]);
}
