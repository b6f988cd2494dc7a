import type { QueryClient } from "@tanstack/react-query";
import type { StaffCommandName } from "../../../../lib/domain/complaint/commands/index.ts";
import type { components } from "../../api/schema.ts";
import { lookForChanges } from "../open-complaints/query.ts";
import type { Values } from "./schema.ts";

type Complaint = components["schemas"]["Complaint"];
type CommandResult = components["schemas"]["CommandResult"];

/** Everything on the screen that shows this complaint; what hangs on its version (history, clocks) follows it. */
export async function refreshComplaint(queries: QueryClient, complaintId: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ["complaint", complaintId, "facts"] }),
    lookForChanges(queries),
  ]);
}

/** What one has given oneself, as typed, and the version that the server made of it. */
export interface JustGiven {
  readonly version: number;
  readonly command: StaffCommandName;
  readonly values: Values;
}

export const justGivenKey = (complaintId: string) => ["just-given", complaintId] as const;

/**
 * Shows what a command's answer tells before the complaint has been read anew, so that its history is asked for at once and not after
 * it, and what was given until that history has come. The command was given on what is shown, so nothing of others is passed over.
 */
export function showResult(
  queries: QueryClient,
  complaintId: string,
  result: CommandResult,
  given: Pick<JustGiven, "command" | "values">,
): void {
  const { version, status, allowed } = result;
  const { command, values } = given;
  queries.setQueryData<JustGiven>(justGivenKey(complaintId), { version, command, values });
  queries.setQueriesData<Complaint>(
    { predicate: ({ queryKey: [kind, , part] }) => kind === "complaint" && part === "facts" },
    (shown) => (shown?.id === complaintId ? { ...shown, version, status, allowed } : shown),
  );
}

const ownKey = (complaintId: string) => ["own-version", complaintId] as const;

/**
 * The version that one's own last command led to, 0 if there is none. A list may be a moment behind it, and nothing of others
 * lies between what was seen and what one did to it oneself.
 */
export function ownVersion(queries: QueryClient, complaintId: string): number {
  return queries.getQueryData<number>(ownKey(complaintId)) ?? 0;
}

export function rememberOwn(queries: QueryClient, complaintId: string, { version }: CommandResult): void {
  queries.setQueryData<number>(ownKey(complaintId), version);
}
