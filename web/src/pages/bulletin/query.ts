import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { body } from "../../api/client.ts";
import type { components } from "../../api/schema.ts";
import { useApi } from "../../app/services.ts";

export type Submission = components["schemas"]["Submission"];
export type Listed = components["schemas"]["SubmissionList"]["items"][number];
export type SubmissionBody = components["schemas"]["SubmissionBody"];
export type Contest = Submission["contests"][number];
export type CompanyTexts = components["schemas"]["CompanyTexts"];
export type CompanyTextsBody = components["schemas"]["CompanyTextsBody"];
export type Preview = components["schemas"]["BulletinPreview"];

/** How the projects' submissions stand. */
export function useSubmissions(month: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["submissions", month, "list"],
    queryFn: ({ signal }) =>
      body(api.GET("/reports/{month}/submissions", { params: { path: { month } }, signal })),
  });
}

export function useSubmission(month: string, projectId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["submissions", month, projectId],
    queryFn: ({ signal }) =>
      body(
        api.GET("/reports/{month}/submissions/{projectId}", {
          params: { path: { month, projectId } },
          signal,
        }),
      ),
  });
}

export function useCompanyTexts(month: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["company-texts", month],
    queryFn: ({ signal }) =>
      body(api.GET("/reports/{month}/company-texts", { params: { path: { month } }, signal })),
  });
}

/** What the bulletin would say now; for headquarters, once the month has an edition. */
export function usePreview(month: string, enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ["submissions", month, "preview"],
    enabled,
    queryFn: ({ signal }) =>
      body(api.GET("/reports/{month}/bulletin", { params: { path: { month } }, signal })),
  });
}

/** Everything on the page that a change of the month shows in. */
function useChanged(month: string) {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ["submissions", month] }),
      queries.invalidateQueries({ queryKey: ["company-texts", month] }),
    ]);
}

/** Asks a project's manager; asking twice a day sends one mail. */
export function useRemind(month: string) {
  const api = useApi();
  return useMutation({
    mutationFn: (projectId: string) =>
      body(
        api.POST("/reports/{month}/submissions/{projectId}/reminders", {
          params: { path: { month, projectId } },
        }),
      ),
    onSuccess: useChanged(month),
  });
}

export function useWrite(month: string, projectId: string) {
  const api = useApi();
  return useMutation({
    mutationFn: (given: SubmissionBody) =>
      body(
        api.PUT("/reports/{month}/submissions/{projectId}", {
          params: { path: { month, projectId } },
          body: given,
        }),
      ),
    onSuccess: useChanged(month),
  });
}

export function useContest(month: string, projectId: string) {
  const api = useApi();
  return useMutation({
    mutationFn: ({ number, ...given }: { number: string } & components["schemas"]["ContestBody"]) =>
      body(
        api.PUT("/reports/{month}/submissions/{projectId}/contests/{number}", {
          params: { path: { month, projectId, number } },
          body: given,
        }),
      ),
    onSuccess: useChanged(month),
  });
}

export function useRule(month: string, projectId: string) {
  const api = useApi();
  return useMutation({
    mutationFn: ({ number, ...given }: { number: string } & components["schemas"]["RulingBody"]) =>
      body(
        api.PUT("/reports/{month}/submissions/{projectId}/contests/{number}/ruling", {
          params: { path: { month, projectId, number } },
          body: given,
        }),
      ),
    onSuccess: useChanged(month),
  });
}

export function useWriteCompany(month: string) {
  const api = useApi();
  return useMutation({
    mutationFn: (given: CompanyTextsBody) =>
      body(api.PUT("/reports/{month}/company-texts", { params: { path: { month } }, body: given })),
    onSuccess: useChanged(month),
  });
}
