import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { defined } from "../../../../lib/domain/present.ts";
import { body } from "../../api/client.ts";
import type { components } from "../../api/schema.ts";
import { useApi } from "../../app/services.ts";

export type Row = components["schemas"]["ComplaintRow"];
export type RowPage = components["schemas"]["ComplaintPage"];

const pageSize = "200";
/** How long a colleague's change may stay unseen in the list. */
const lookAgainMs = 15_000;

export function openKey(projectId: string | undefined) {
  return ["open", projectId] as const;
}

/** Every open complaint of a project, next due first; pages come one after the other and are shown as they come. */
export function useOpenComplaints(projectId: string | undefined) {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: openKey(projectId),
    enabled: projectId !== undefined,
    initialPageParam: "",
    refetchInterval: lookAgainMs,
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/complaints", {
          params: {
            query: {
              limit: pageSize,
              ...defined({ projectId }),
              ...(pageParam === "" ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.cursor,
  });
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  const rows = useMemo(() => rowsOf(query.data), [query.data]);
  return { rows, complete: query.isSuccess && !hasNextPage, error: query.error, loading: query.isPending };
}

/** A complaint that moved between two pages while they were read stands once. */
function rowsOf(data: InfiniteData<RowPage> | undefined): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const page of data?.pages ?? []) for (const row of page.items) rows.set(row.id, row);
  return [...rows.values()];
}
