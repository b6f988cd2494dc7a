import type { Project } from "../../domain/organisation/organisation.ts";
import type { Instant } from "../../domain/time/instant.ts";

/** A project as the table has it: the version is the optimistic lock. */
export interface ProjectRecord {
  readonly project: Project;
  readonly version: number;
  /** The last change over HTTP; absent after an import. */
  readonly changed?: { readonly at: Instant; readonly by: string };
}
