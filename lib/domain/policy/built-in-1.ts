import { builtIn2 } from "./built-in-2.ts";
import type { PublishedPolicy } from "./policy.ts";

/** Before the other clocks there were firstReply and result only, with the limits that `built-in-2` gives them. */
export const builtIn1: PublishedPolicy = { ...builtIn2, version: "built-in-1" };
