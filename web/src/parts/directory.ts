import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { body } from "../api/client.ts";
import { useApi } from "../app/services.ts";

const staleTime = 10 * 60_000;

/** The projects that the person reaches. */
export function useProjects() {
  const api = useApi();
  return useQuery({
    queryKey: ["projects"],
    staleTime,
    queryFn: async ({ signal }) => (await body(api.GET("/projects", { signal }))).items,
  });
}

export type Project = NonNullable<ReturnType<typeof useProjects>["data"]>[number];

/** The people who work for a project, and those above it. */
export function usePeople(projectId: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ["people", projectId],
    enabled: projectId !== undefined,
    staleTime,
    queryFn: async ({ signal }) =>
      (
        await body(
          api.GET("/people", { params: { query: projectId === undefined ? {} : { projectId } }, signal }),
        )
      ).items,
  });
}

/** Names of people by their ids; an unknown id stands as it is. */
export function useNames(projectId: string | undefined): (id: string) => string {
  const { data } = usePeople(projectId);
  return useMemo(() => {
    const names = new Map((data ?? []).map(({ id, name }) => [id, name]));
    return (id: string) => names.get(id) ?? id;
  }, [data]);
}

const remembered = "jiesu.project";

/** The project in the address, else the one looked at last, else the first. */
export function useProject(): {
  readonly project: Project | undefined;
  readonly projects: readonly Project[];
  readonly choose: (id: string) => void;
} {
  const { data: projects = [] } = useProjects();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get("project") ?? localStorage.getItem(remembered);
  return {
    projects,
    project: projects.find(({ id }) => id === wanted) ?? projects[0],
    choose: (id) => {
      localStorage.setItem(remembered, id);
      setSearch((before) => {
        const after = new URLSearchParams(before);
        after.set("project", id);
        return after;
      });
    },
  };
}
