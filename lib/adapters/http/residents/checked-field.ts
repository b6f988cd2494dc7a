import type * as z from "zod";
import { fieldErrors } from "../../../contracts/field-errors.ts";
import type { Language } from "../../../contracts/problems.ts";
import type { FormError } from "../core/form-parts.ts";

const tooLong = {
  zh: (most: number, now: number) => `太长：最多 ${most} 字，现在 ${now} 字，请删短一些`,
  en: (most: number, now: number) => `Too long: at most ${most} characters, now ${now}; please shorten it`,
} as const satisfies Record<Language, (most: number, now: number) => string>;

/**
 * What was typed into a field, if it may be kept; else undefined, and what to do stands in `errors`. Blank is the same as
 * nothing, which is wrong only where `missing` says so. Control characters, which nobody sees or can take out, are left out.
 */
export function checkedField(
  schema: z.ZodType<string>,
  typed: string | undefined,
  field: string,
  language: Language,
  errors: FormError[],
  missing?: string,
): string | undefined {
  const result = schema.safeParse(typed === undefined ? "" : legible(typed), { reportInput: true });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === "too_small") {
    if (missing !== undefined) errors.push({ field, message: missing });
    return undefined;
  }
  const message =
    issue?.code === "too_big"
      ? tooLong[language](Number(issue.maximum), Array.from(typed ?? "").length)
      : fieldErrors(result.error)[0]?.message[language];
  errors.push({ field, message: message ?? "" });
  return undefined;
}

/** Without what no keyboard means to send: control characters, halves of a character; a line end stays one. */
function legible(typed: string): string {
  return typed
    .toWellFormed()
    .replaceAll(/[\p{Cc}--[\t\n]]/gv, "")
    .replaceAll("\uFFFD", "");
}
