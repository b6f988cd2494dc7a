import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { defined } from "../../../../lib/domain/present.ts";
import { body } from "../../api/client.ts";
import type { components } from "../../api/schema.ts";
import { useApi } from "../../app/services.ts";

export type Action = components["schemas"]["CorrectivePage"]["items"][number];

/** Corrective actions of all projects that are the person's; projects come some at a time and are shown as they come. */
export function useCorrective(projectId: string | undefined, verified: boolean) {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: ["corrective", projectId, verified],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/corrective-actions", {
          params: {
            query: {
              verified: verified ? "true" : "false",
              ...defined({ projectId }),
              ...(pageParam === "" ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ cursor }) => cursor,
  });
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  const items = (query.data?.pages.flatMap((page) => page.items) ?? []).toSorted((a, b) =>
    a.dueAt < b.dueAt ? -1 : 1,
  );
  return { items, complete: query.isSuccess && !hasNextPage, error: query.error };
}
