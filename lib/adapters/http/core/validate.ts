import type * as z from "zod";
import { fieldErrors } from "../../../contracts/field-errors.ts";
import { RefusedRequest } from "./refusal.ts";

/** Checks a value against a wire schema. Throws invalid-request naming every field at fault. */
export function validated<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new RefusedRequest("invalid-request", { errors: fieldErrors(result.error) });
}

/** Refuses a request that lacks one field. */
export function missingField(path: string): RefusedRequest {
  return new RefusedRequest("invalid-request", {
    errors: [{ path, code: "required", message: { zh: "必填", en: "This field is required" } }],
  });
}

/** Refuses a cursor that is damaged or of another list. */
export function wrongCursor(): RefusedRequest {
  const message = {
    zh: "不是本列表上一页给出的游标",
    en: "Not a cursor from the page before of this list",
  };
  return new RefusedRequest("invalid-request", { errors: [{ path: "cursor", code: "bad-format", message }] });
}
