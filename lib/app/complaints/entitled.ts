import { isForThem } from "../../domain/complaint/answering.ts";
import type { StaffCommandName } from "../../domain/complaint/commands/index.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { postsFor } from "../../domain/complaint/transitions.ts";
import type { Acting, Post, Project } from "../../domain/organisation/organisation.ts";

/** Who gives a command, and the posts in which that person acts on the complaint. */
export interface Asking {
  readonly person: Acting;
  readonly project: Project;
  readonly posts: readonly Post[];
}

/** Why this person may not give the command for this complaint: not the post, or another department's matter (D4). */
export function unentitled(
  command: { readonly type: StaffCommandName; readonly sheet?: unknown },
  complaint: Complaint,
  { person, project, posts }: Asking,
): "forbidden" | "not-your-department" | undefined {
  if (!postsFor(command.type, complaint).some((post) => posts.includes(post))) return "forbidden";
  return isForThem(command, complaint, person, project) ? undefined : "not-your-department";
}
