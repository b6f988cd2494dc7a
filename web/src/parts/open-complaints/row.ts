import type { components } from "../../api/schema.ts";

/** One complaint of a work list. */
export type Row = components["schemas"]["ComplaintRow"];
