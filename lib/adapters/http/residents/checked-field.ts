import type * as z from "zod";
import { fieldErrors } from "../../../contracts/field-errors.ts";
import type { Language } from "../../../contracts/problems.ts";
import type { FormError } from "../core/form-parts.ts";

/**
 * What was typed into a field, if it may be kept; else undefined, and what to do stands in `errors`. Blank is the same as
 * nothing, which is wrong only where `missing` says so.
 */
export function checkedField(
  schema: z.ZodType<string>,
  typed: string | undefined,
  field: string,
  language: Language,
  errors: FormError[],
  missing?: string,
): string | undefined {
  if (typed === undefined || typed.trim() === "") {
    if (missing !== undefined) errors.push({ field, message: missing });
    return undefined;
  }
  const result = schema.safeParse(typed, { reportInput: true });
  if (result.success) return result.data;
  const [first] = fieldErrors(result.error);
  errors.push({ field, message: first?.message[language] ?? "" });
  return undefined;
}
