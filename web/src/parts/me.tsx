import { useQuery } from "@tanstack/react-query";
import { postWords } from "../../../lib/domain/words/organisation.ts";
import { wordsFor } from "../../../lib/domain/words/words.ts";
import { body } from "../api/client.ts";
import type { components } from "../api/schema.ts";
import { useApi, useSessionState } from "../app/services.ts";
import { useSay } from "../words/words.ts";

export type Person = components["schemas"]["Person"];

const minutes = 60_000;

/** The person who is signed in. */
export function useMe() {
  const api = useApi();
  const state = useSessionState();
  const id = state.kind === "signed-out" ? "" : state.personId;
  return useQuery({
    queryKey: ["me", id],
    enabled: id !== "",
    staleTime: 10 * minutes,
    queryFn: async ({ signal }) =>
      (await body(api.GET("/people/{id}", { params: { path: { id } }, signal }))).person,
  });
}

/** 客服主管 · 项目经理 */
export function PostNames({ person }: { readonly person: Person }) {
  const say = useSay();
  const posts = [...new Set(person.assignments.map(({ post }) => post))];
  return <small>{posts.map((post) => say.label(wordsFor(postWords, post))).join(" · ")}</small>;
}
