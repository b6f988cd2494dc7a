import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Api, body } from "../../api/client.ts";
import { Unexpected } from "../../api/problem.ts";
import type { components } from "../../api/schema.ts";
import { useApi, useSend } from "../../app/services.ts";

export type MonthFiles = components["schemas"]["ReportList"];
export type Edition = MonthFiles["editions"][number];
export type EditionFile = Edition["files"][number];
export type Run = MonthFiles["runs"][number];

/** Links in the list work for 15 minutes: a list younger than this may be used for a download. */
const linksAreGoodMs = 10 * 60_000;
/** While a build runs. */
const lookAgainMs = 3_000;

export function filesOfMonth(api: Api, month: string | undefined) {
  return queryOptions({
    queryKey: ["reports", month ?? "last"],
    queryFn: ({ signal }) =>
      body(api.GET("/reports", { params: { query: month === undefined ? {} : { month } }, signal })),
  });
}

/** The editions of a month with their files; without a month of the one that ended last. */
export function useMonthFiles(month: string | undefined) {
  return useQuery({
    ...filesOfMonth(useApi(), month),
    refetchInterval: ({ state }) =>
      state.data?.runs.some(({ state: run }) => run === "running") === true ? lookAgainMs : false,
  });
}

/** Saves a file: the link is asked for anew where the one at hand may have run out. */
export function useDownload(month: string): (name: string) => Promise<void> {
  const api = useApi();
  const queries = useQueryClient();
  return async (name) => {
    const list = await queries.fetchQuery({ ...filesOfMonth(api, month), staleTime: linksAreGoodMs });
    const file = list.editions.flatMap(({ files }) => files).find((one) => one.name === name);
    if (file === undefined) throw new Unexpected(404);
    location.assign(file.url);
  };
}

/** A picture among the files, as an address of this page; undefined until it is there. */
export function usePicture(month: string, name: string) {
  const send = useSend();
  const { data, error } = useQuery({
    queryKey: ["picture", month, name],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const path = `/reports/${month}/pictures/${encodeURIComponent(name)}`;
      const answer = await send(new Request(path, { signal }));
      if (!answer.ok) throw new Unexpected(answer.status);
      return answer.blob();
    },
  });
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (data === undefined) return;
    const made = URL.createObjectURL(data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return { url, error };
}

/** Starts a build of the whole company, or its bulletin's edition (D14); the same key again starts nothing twice. */
export function useBuild(month: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ key, bulletin }: { readonly key: string; readonly bulletin?: true }) =>
      body(
        api.POST("/reports/{month}/build", {
          params: { path: { month }, header: { "Idempotency-Key": key } },
          body: bulletin === undefined ? {} : { bulletin },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["reports"] }),
  });
}
