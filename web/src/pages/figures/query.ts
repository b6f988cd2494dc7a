import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { leadersOfProject, rulersOfProject } from "../../../../lib/domain/organisation/rights.ts";
import { defined } from "../../../../lib/domain/present.ts";
import { body } from "../../api/client.ts";
import type { components, operations } from "../../api/schema.ts";
import { serverNow } from "../../api/server-time.ts";
import { useApi } from "../../app/services.ts";
import { holdsOneOf, useMe } from "../../parts/me.tsx";
import { localDateOf, useZone } from "../../parts/time.tsx";
import { type Edition, filesOfMonth } from "../months/query.ts";

export type ViewName = operations["showAnalytics"]["parameters"]["path"]["view"];
export type Table = components["schemas"]["AnalyticsTable"];
export type Column = Table["columns"][number];
export type Row = Table["rows"][number];
export type Level = NonNullable<NonNullable<operations["showAnalytics"]["parameters"]["query"]>["level"]>;

/** What is counted: the month, as recorded now or as an edition has it, of a part of the tree. */
export interface Asked {
  readonly month: string;
  readonly edition?: string;
  readonly level?: Level;
  readonly scope?: string;
}

const liveMs = 60_000;

/** The figures of one view; those of an edition never change. */
export function useView(view: ViewName, asked: Asked, enabled = true) {
  const api = useApi();
  return useQuery({
    queryKey: ["analytics", view, asked],
    enabled,
    staleTime: asked.edition === undefined ? liveMs : Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      body(api.GET("/analytics/{view}", { params: { path: { view }, query: { ...asked } }, signal })),
  });
}

export interface Figure {
  readonly view: ViewName;
  readonly row: string;
  readonly column: string;
}

const pageSize = "50";

/** The complaints behind one number, page by page. */
export function useFigure({ view, row, column }: Figure, asked: Asked) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ["analytics", view, asked, "complaints", row, column],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/analytics/{view}/complaints", {
          params: {
            path: { view },
            query: {
              ...asked,
              row,
              column,
              limit: pageSize,
              ...(pageParam === "" ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ cursor }) => cursor,
  });
}

/** What stands in the address: part of the tree, edition, and the number that is open. */
export function useAsked(month: string, editions: readonly Edition[]) {
  const [search, setSearch] = useSearchParams();
  const level = (["company", "region", "city", "project"] as const).find(
    (one) => one === search.get("level"),
  );
  const scope = search.get("scope");
  const chosen = search.get("edition") ?? String(editions[0]?.edition ?? "live");
  const asked: Asked = {
    month,
    ...(chosen === "live" ? {} : { edition: chosen }),
    ...defined({ level }),
    ...(level === undefined || scope === null ? {} : { scope }),
  };
  const set = (changes: Readonly<Record<string, string | undefined>>) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes))
        if (value === undefined) after.delete(name);
        else after.set(name, value);
      return after;
    });
  return { asked, chosen, set, search };
}

/** Months and the company's own editions; whoever may not see files has the last thirteen months as they stand now. */
export function useMonth(month: string) {
  const me = useMe();
  const api = useApi();
  const zone = useZone();
  const reads = holdsOneOf(me.data, rulersOfProject);
  const files = useQuery({ ...filesOfMonth(api, month), enabled: reads });
  const editions = (files.data?.editions ?? []).filter(
    ({ from, to, projectId }) => from === undefined && to === undefined && projectId === undefined,
  );
  return {
    months: files.data?.months ?? lastMonths(thirteen, zone),
    editions,
    ready: me.data !== undefined && (!reads || !files.isPending),
    may: me.data === undefined || holdsOneOf(me.data, leadersOfProject),
    error: me.error ?? files.error,
  };
}

const thirteen = 13;

function lastMonths(count: number, zone: string): readonly string[] {
  const [year = 0, month = 1] = localDateOf(serverNow(), zone).split("-").map(Number);
  return Array.from({ length: count }, (_, back) => {
    const at = new Date(Date.UTC(year, month - 1 - back));
    return at.toISOString().slice(0, 7);
  });
}
