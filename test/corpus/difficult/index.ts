import { bounces } from "./bounces.ts";
import { moreBounces } from "./bounces-more.ts";
import type { Difficult } from "./build.ts";
import { charsets } from "./charsets.ts";
import { damaged } from "./damaged.ts";
import { headers } from "./headers.ts";
import { machines } from "./machines.ts";
import { senders } from "./senders.ts";
import { structures } from "./structures.ts";

/** Mails in the styles of other projects' collections, written as code so that every odd byte can be seen. */
export const difficult: Readonly<Record<string, Difficult>> = {
  ...bounces,
  ...moreBounces,
  ...charsets,
  ...machines,
  ...damaged,
  ...headers,
  ...senders,
  ...structures,
};
