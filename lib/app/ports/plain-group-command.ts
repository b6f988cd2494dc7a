import type { Acknowledge } from "../../domain/groups/commands/acknowledge.ts";
import type { MemberAction } from "../../domain/groups/events.ts";

/** A group command as it comes over the wire: free text not salted yet. */
export type PlainGroupCommand =
  | { readonly type: "confirm" }
  | { readonly type: "dissolve"; readonly reason: string }
  | Acknowledge
  | (MemberAction & {
      /** What is said to all members. */
      readonly text?: string;
      /** What else the command has to say, by where it stands beside it. */
      readonly texts?: Readonly<Record<string, string>>;
      readonly complaintIds?: readonly string[];
    });
