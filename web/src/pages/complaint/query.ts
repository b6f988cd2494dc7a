import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { defined } from "../../../../lib/domain/present.ts";
import { body } from "../../api/client.ts";
import type { components } from "../../api/schema.ts";
import { useApi } from "../../app/services.ts";

export type Complaint = components["schemas"]["Complaint"];
export type HistoryView = components["schemas"]["History"];
export type ClockDetail = components["schemas"]["Clocks"]["clocks"][number];

/** A colleague's change is seen within three seconds: this, and two answers' way. A page in the background asks nothing. */
const lookAgainMs = 2000;
/** What follows from the hour alone (an instant until which something is allowed) is seen after so long. */
const readAgainMs = 5 * 60_000;

const factsKey = (id: string) => ["complaint", id, "facts"] as const;
/** Under ["changes"], so that whatever changes something on this page looks at once. */
const watchKey = (projectId: string, id: string) => ["changes", projectId, "of", id] as const;

/** One complaint by id or number. */
export function useComplaint(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: factsKey(id),
    refetchInterval: readAgainMs,
    queryFn: ({ signal }) => body(api.GET("/complaints/{id}", { params: { path: { id } }, signal })),
  });
}

/**
 * Reads the complaint anew when it has changed, told by the index of its project's changes: half a read unit each time
 * nothing has, however long the complaint is. `asked` is what it was asked for by: its id or its number.
 */
export function useKeptUp(asked: string, { id, projectId, version }: Complaint): void {
  const api = useApi();
  const queries = useQueryClient();
  const { data: newest } = useQuery<Watched>({
    queryKey: watchKey(projectId, id),
    staleTime: 0,
    gcTime: 0,
    refetchInterval: lookAgainMs,
    queryFn: async ({ signal }) => {
      const seen = queries.getQueryData<Watched>(watchKey(projectId, id));
      const query = defined({ after: seen?.stamp });
      const path = { id: projectId };
      const changes = await body(api.GET("/projects/{id}/changes", { params: { path, query }, signal }));
      const { stamp, everything, items } = changes;
      const row = items.find((one) => one.id === id);
      // Nothing was seen before, or too much has changed to be told: the complaint itself is looked at.
      if (everything) await readAgain(queries, asked);
      return { stamp, version: row?.version ?? seen?.version ?? 0 };
    },
  });
  const told = newest?.version ?? 0;
  useEffect(() => {
    if (told > version) void readAgain(queries, asked);
  }, [told, version, queries, asked]);
}

interface Watched {
  readonly stamp: string;
  /** The newest version that was told of. */
  readonly version: number;
}

function readAgain(queries: QueryClient, asked: string): Promise<void> {
  return queries.invalidateQueries({ queryKey: factsKey(asked) });
}

/** What happened, with the messages that left; read again when the complaint has moved on. */
export function useHistory({ id, version }: Pick<Complaint, "id" | "version">) {
  const api = useApi();
  return useQuery({
    queryKey: ["complaint", id, "history", version],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => body(api.GET("/complaints/{id}/history", { params: { path: { id } }, signal })),
  });
}

export function useClocks({ id, version }: Pick<Complaint, "id" | "version">) {
  const api = useApi();
  return useQuery({
    queryKey: ["complaint", id, "clocks", version],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => body(api.GET("/complaints/{id}/clocks", { params: { path: { id } }, signal })),
  });
}
