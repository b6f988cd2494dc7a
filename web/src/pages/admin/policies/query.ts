import { useQuery } from "@tanstack/react-query";
import { body } from "../../../api/client.ts";
import { useApi } from "../../../app/services.ts";
import type { Edition } from "./model.ts";

/** The policy in force for the company or a project, and everything that was published. */
export function usePolicies(projectId?: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["policies", "in-force", projectId],
    queryFn: ({ signal }) =>
      body(
        api.GET("/policies", {
          params: { query: projectId === undefined ? {} : { projectId } },
          signal,
        }),
      ),
  });
}

/** The text of one edition; it never changes. */
export function usePolicyText(version: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ["policies", "text", version],
    enabled: version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) =>
      (
        await body(
          api.GET("/policies", {
            params: { query: version === undefined ? {} : { version } },
            signal,
          }),
        )
      ).asked,
  });
}

/** The last edition of a scope: what a change of it builds on. */
export function lastOf(editions: readonly Edition[], scope: string): Edition | undefined {
  return editions.filter((edition) => edition.scope === scope).toSorted((a, b) => b.number - a.number)[0];
}

/** What the form of a scope begins with: its last edition, else what holds there now. */
export function useBeginning(scope: string) {
  const projectId = scope.startsWith("project:") ? scope.slice("project:".length) : undefined;
  const policies = usePolicies(projectId);
  const own = lastOf(policies.data?.policies ?? [], scope);
  const text = usePolicyText(own?.version);
  const draft = own === undefined ? policies.data?.inForce : text.data;
  return { editions: policies.data?.policies ?? [], draft, error: policies.error ?? text.error };
}
