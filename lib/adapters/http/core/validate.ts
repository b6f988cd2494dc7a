import type * as z from "zod";
import { fieldErrors } from "../../../contracts/field-errors.ts";
import { Refusal } from "./refusal.ts";

/** Checks a value against a wire schema. Throws invalid-request naming every field at fault. */
export function validated<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new Refusal("invalid-request", { errors: fieldErrors(result.error) });
}

/** Refuses a request that lacks one field. */
export function missingField(path: string): Refusal {
  return new Refusal("invalid-request", {
    errors: [{ path, code: "required", message: { zh: "必填", en: "This field is required" } }],
  });
}
