import type { GroupStatus } from "./group.ts";

/** From the confirmation on until it ends. */
export const standing: readonly GroupStatus[] = ["confirmed", "resolved"];
