import type { components } from "../../../api/schema.ts";

type Sent = components["schemas"]["Calendar"];

/** The calendar as a page reads it: periods are a beginning and an end, the client's types only say texts. */
export type Calendar = Omit<Sent, "week"> & { readonly week: Readonly<Record<string, readonly string[][]>> };
