import type { HeldCommandName, HeldState } from "../../domain/complaint/held.ts";
import type { Instant } from "../../domain/time/instant.ts";
import type { PlainCommand } from "./plain-command.ts";
import type { PlainGroupCommand } from "./plain-group-command.ts";
import type { TakenFiles } from "./upload.ts";

/** What a person's command consists of, as the API's body was understood. */
export interface HeldBody {
  readonly version: number;
  readonly command: PlainCommand;
  readonly attachments: readonly string[];
}

/** The same for a command to all members of a group. */
export interface HeldGroupBody {
  readonly version: number;
  readonly groupCommand: PlainGroupCommand;
}

/** How many members of a group it was done for, had been before, and was refused for. */
export interface HeldOutcomes {
  readonly done: number;
  readonly already: number;
  readonly refused: number;
}

/** A person's command that waits for a moment in which it can be called back. */
export interface HeldCommand {
  readonly id: string;
  readonly personId: string;
  /** The complaint, or the group where `groupId` stands. */
  readonly complaintId: string;
  /** The complaint's, or the problem point (投诉点) that a group's members share. */
  readonly number: string;
  readonly groupId?: string;
  readonly command: HeldCommandName;
  readonly idempotencyKey: string;
  /** Short digest of what was sent: the same key with other content is refused while this waits. */
  readonly request: string;
  readonly heldAt: Instant;
  readonly leavesAt: Instant;
  readonly state: HeldState;
  /** Code of the refusal. */
  readonly refusal?: string;
  /** The body as it was sent, JSON: until it has left or was called back. */
  readonly sent?: string;
  /** What `sent` says; absent where this release does not understand it any more. */
  readonly body?: HeldBody | HeldGroupBody;
  /** Its files, which lie under the complaint already. */
  readonly taken?: TakenFiles;
  /** What came of it for the members of a group. */
  readonly outcomes?: HeldOutcomes;
}

export interface HeldStore {
  /** Puts it down unless one of this id waits or has left; gives the one that stands. */
  put(held: HeldCommand): Promise<HeldCommand>;
  find(personId: string, id: string): Promise<HeldCommand | undefined>;
  /** A person's, of the last week. */
  ofPerson(personId: string): Promise<readonly HeldCommand[]>;
  /** Writes the next state; false if it was not in the state `from` any more. */
  move(held: HeldCommand, from: HeldState): Promise<boolean>;
}

/** Addresses one for the queue that lets it go. */
export interface HeldMessage {
  readonly heldId: string;
  readonly personId: string;
}
