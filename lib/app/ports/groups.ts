import type { GroupLevel } from "../../domain/complaint/events.ts";
import type { Evidence } from "../../domain/groups/evidence.ts";
import type { Group, GroupStatus } from "../../domain/groups/group.ts";
import type { Instant } from "../../domain/time/instant.ts";
import type { Archive } from "./archive.ts";
import type { Page, PageRequest } from "./page.ts";

/** A row of the list of groups. */
export interface GroupRow {
  readonly id: string;
  readonly code: string;
  readonly status: GroupStatus;
  readonly level: GroupLevel;
  readonly members: number;
  readonly evidence: Evidence;
  readonly proposedAt: Instant;
  readonly endedAt?: Instant;
}

/** One group is one item; every change is one conditional write, and at most one of a series is open. */
export interface GroupStore extends Omit<Archive<Group>, "fit"> {
  /** Strongly consistent. */
  load(id: string): Promise<Group | undefined>;
  /** The last group of a series (one project and problem point), strongly consistent. */
  latest(series: string): Promise<Group | undefined>;
  /** Writes a new group; "exists" returns the one that stands there. */
  insert(group: Group): Promise<{ readonly exists?: Group }>;
  /** Replaces the group if it still has `expectedRevision`; else returns the current one. */
  replace(group: Group, expectedRevision: number): Promise<{ readonly conflict?: Group }>;
  /** Groups of a project, newest first. */
  ofProject(projectId: string, page: PageRequest): Promise<Page<GroupRow>>;
}
