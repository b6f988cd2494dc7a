import type { Post } from "../organisation/organisation.ts";

/** As whom somebody reads a complaint: by a post, or as the one who has it in hand. */
export const readerNames = [
  "its-handler",
  "clerk",
  "supervisor",
  "manager",
  "project-manager",
  "region",
  "headquarters",
] as const satisfies readonly ("its-handler" | Post)[];
export type Reader = (typeof readerNames)[number];

/** True for a post that reads as such; handlers and department heads read what they have in hand. */
export function isReader(name: string): name is Reader {
  return readerNames.some((reader) => reader === name);
}

/** Who may be shown who complained. */
export interface Disclosure {
  /** Name, number, address and flat in full, by a call that is put on record with its reason. */
  readonly shownTo: readonly Reader[];
  /** The flat without that call; whoever may not be shown it has no part in this. */
  readonly homeOpenTo: readonly Reader[];
}
