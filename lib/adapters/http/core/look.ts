import type { Language } from "../../../contracts/problems.ts";
import type { ApiRequest } from "./request.ts";

/** How somebody wants to read our pages. It travels in the address: no cookie, no script. */
export interface Look {
  readonly language: Language;
  /** 大字版. */
  readonly large: boolean;
}

/** By the address (`lang`, `text`); without it Accept-Language, Chinese first. */
export function lookOf({ query, language }: Pick<ApiRequest, "query" | "language">): Look {
  const { lang, text } = query;
  return { language: lang === "en" || lang === "zh" ? lang : language, large: text === "large" };
}

/** An address of ours with how it is to look; a fragment stays last. */
export function linkTo(
  look: Look,
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const wanted = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) wanted.set(name, value);
  if (look.language === "en") wanted.set("lang", "en");
  if (look.large) wanted.set("text", "large");
  const search = wanted.toString();
  return search === "" ? path : `${path}?${search}`;
}
