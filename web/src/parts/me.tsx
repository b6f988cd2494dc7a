import { useQuery } from "@tanstack/react-query";
import { postWords } from "../../../lib/domain/words/organisation.ts";
import { wordsFor } from "../../../lib/domain/words/words.ts";
import { body } from "../api/client.ts";
import { Refused } from "../api/problem.ts";
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

/** True if the person holds one of these posts anywhere: what a menu shows; the server decides. */
export function holdsOneOf(person: Person | undefined, posts: readonly string[]): boolean {
  return person?.assignments.some(({ post }) => posts.includes(post)) === true;
}

/** 客服主管 · 项目经理 */
export function PostNames({ person }: { readonly person: Person }) {
  const say = useSay();
  const posts = [...new Set(person.assignments.map(({ post }) => post))];
  return <small>{posts.map((post) => say.label(wordsFor(postWords, post))).join(" · ")}</small>;
}

const elsewhere = { zh: "其他单位人员", en: "somebody elsewhere" };

/** A person's name by id; what is no person stands as `other` says, and whom the reader may not know as somebody elsewhere. */
export function PersonName({ id, other }: { readonly id: string; readonly other?: string }) {
  const api = useApi();
  const say = useSay();
  const { data, error } = useQuery({
    queryKey: ["person", id],
    enabled: other === undefined,
    staleTime: 10 * minutes,
    queryFn: async ({ signal }) =>
      (await body(api.GET("/people/{id}", { params: { path: { id } }, signal }))).person,
  });
  if (error instanceof Refused) return <span title={id}>{say(elsewhere)}</span>;
  return <>{other ?? data?.name ?? id}</>;
}
