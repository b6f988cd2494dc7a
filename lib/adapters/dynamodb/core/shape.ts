import * as z from "zod";

/** A schema for every field of a type, optional ones too: a field added to the domain is a compile error here. */
export type Shape<T> = { readonly [K in keyof T]-?: z.ZodType };

/** An instant as documents hold it (ISO 8601, UTC). */
export const instant = z.iso.datetime();
export const text = z.string();
export const count = z.int().min(0);
