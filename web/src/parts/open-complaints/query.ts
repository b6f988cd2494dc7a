import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { defined } from "../../../../lib/domain/present.ts";
import { type Api, body } from "../../api/client.ts";
import { useApi } from "../../app/services.ts";
import { inOrder, type Known, nothingKnown, withChanges, withPage } from "./known.ts";

const pageSize = "200";
/** A colleague's change is seen within three seconds: this, and the answer's way. A page in the background asks nothing. */
const lookAgainMs = 2000;

const openKey = (projectId: string | undefined) => ["open", projectId] as const;
const changesKey = (projectId: string | undefined) => ["changes", projectId] as const;

/** Looks at once for what has changed in every list that is shown. */
export function lookForChanges(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: ["changes"] });
}

/** Every open complaint of a project; read once page by page, shown as it comes, then kept up with what changes. */
export function useOpenComplaints(projectId: string | undefined) {
  const api = useApi();
  const queries = useQueryClient();
  const list = useQuery<Known>({
    queryKey: openKey(projectId),
    enabled: projectId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    // Thousands of rows are not compared with those before: what changed comes by itself.
    structuralSharing: false,
    queryFn: ({ signal }) =>
      readAll(api, projectId ?? "", signal, (known) =>
        // A list that is read anew stays whole meanwhile.
        queries.setQueryData<Known>(openKey(projectId), (shown) =>
          shown?.complete === true ? shown : known,
        ),
      ),
  });
  const { complete = false } = list.data ?? {};
  const changes = useQuery({
    queryKey: changesKey(projectId),
    enabled: complete,
    staleTime: 0,
    refetchInterval: lookAgainMs,
    queryFn: ({ signal }) => keepUp(api, queries, projectId ?? "", signal),
  });
  const rows = useMemo(() => [...(list.data ?? nothingKnown).rows.values()], [list.data]);
  return { rows, complete, error: list.error ?? changes.error, loading: list.data === undefined };
}

/** The stamp comes first: what changes while the pages are read is asked for afterwards. */
async function readAll(
  api: Api,
  projectId: string,
  signal: AbortSignal,
  show: (known: Known) => void,
): Promise<Known> {
  const { stamp } = await changesAfter(api, projectId, undefined, signal);
  let known: Known = { ...nothingKnown, stamp };
  let cursor: string | undefined;
  do {
    const query = { projectId, limit: pageSize, ...defined({ cursor }) };
    const page = await body(api.GET("/complaints", { params: { query }, signal }));
    known = withPage(known, page);
    cursor = page.cursor;
    if (cursor !== undefined) show(known);
  } while (cursor !== undefined);
  return inOrder(known);
}

/** Asks what changed and puts it into the list. Gives the stamp that was seen. */
async function keepUp(
  api: Api,
  queries: QueryClient,
  projectId: string,
  signal: AbortSignal,
): Promise<string> {
  const known = queries.getQueryData<Known>(openKey(projectId));
  if (queries.isFetching({ queryKey: openKey(projectId) }) > 0) return known?.stamp ?? "";
  const changes = await changesAfter(api, projectId, known?.stamp, signal);
  if (known === undefined || changes.everything) {
    await queries.invalidateQueries({ queryKey: openKey(projectId) });
  } else if (changes.stamp !== known.stamp) {
    queries.setQueryData<Known>(openKey(projectId), withChanges(known, changes));
  }
  return changes.stamp;
}

function changesAfter(api: Api, id: string, after: string | undefined, signal: AbortSignal) {
  const query = defined({ after });
  return body(api.GET("/projects/{id}/changes", { params: { path: { id }, query }, signal }));
}
