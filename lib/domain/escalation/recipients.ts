import { covers, holds, type Person, type Post, type Project, posts } from "../organisation/organisation.ts";

/** Who gets a rung's message: the person, the post asked for, and whether a higher post stands in. */
export interface Recipient {
  readonly personId: string;
  readonly post: Post;
  /** Set when nobody holds the post and the next higher one hears of it instead. */
  readonly insteadOf?: Post;
}

export interface Holder {
  readonly handlerId?: string | undefined;
  readonly departmentId?: string | undefined;
}

/**
 * Turns the posts of a rung into people at the moment of firing: the complaint's own handler and department
 * first, else everyone who holds the post; nobody → the next higher post, flagged. Nobody at all up to
 * headquarters → the rung is decided without a recipient, which the caller must make visible.
 */
export function recipientsOf(
  wanted: readonly Post[],
  holder: Holder,
  project: Project,
  people: readonly Person[],
): Recipient[] {
  const found = new Map<string, Recipient>();
  for (const post of wanted) {
    for (const recipient of climb(post, holder, project, people)) {
      if (!found.has(recipient.personId)) found.set(recipient.personId, recipient);
    }
  }
  return [...found.values()];
}

function climb(wanted: Post, holder: Holder, project: Project, people: readonly Person[]): Recipient[] {
  for (const post of posts.slice(posts.indexOf(wanted))) {
    const ids = holders(post, holder, project, people);
    if (ids.length > 0) {
      return ids.map((personId) => ({ personId, post, ...(post === wanted ? {} : { insteadOf: wanted }) }));
    }
  }
  return [];
}

function holders(post: Post, holder: Holder, project: Project, people: readonly Person[]): string[] {
  if (post === "handler" && holder.handlerId !== undefined) {
    return people.filter((p) => p.id === holder.handlerId).map((p) => p.id);
  }
  const ofPost = people.filter((p) => holds(p, post, project));
  if (post !== "department-head" && post !== "handler") return ofPost.map((p) => p.id);
  // Unassigned complaints have no department yet: the duty handler and head of the service desk are whoever holds the post without one.
  return ofPost
    .filter((p) =>
      p.assignments.some(
        (a) =>
          a.post === post &&
          covers(a, project) &&
          (a.departmentId === holder.departmentId ||
            (holder.departmentId === undefined && a.departmentId === undefined)),
      ),
    )
    .map((p) => p.id);
}
