/** What a template file can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** The synthesized template asks for something the local cloud cannot give; the message says where and what. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
