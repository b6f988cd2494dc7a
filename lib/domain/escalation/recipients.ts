import { holdersAt, type PostHolder, type Responsible, type Staffing } from "../organisation/holders.ts";
import type { Post, Project } from "../organisation/organisation.ts";
import type { Instant } from "../time/instant.ts";

/** Who gets a rung's message: the person, the post asked for, and whether a higher post or a substitute stands in. */
export type Recipient = PostHolder;

/** Turns posts into the people who hold them now. */
export type FindRecipients = (posts: readonly Post[]) => readonly Recipient[];

/**
 * Turns the posts of a rung into people at the moment of firing: the complaint's own handler and department first, then
 * the duty roster, then everyone who holds the post (lib/domain/organisation/holders.ts). Nobody at all up to
 * headquarters → the rung is decided without a recipient, which the caller must make visible.
 */
export function recipientsOf(
  wanted: readonly Post[],
  responsible: Responsible & { readonly registration?: { readonly againstPersonId?: string } },
  project: Project,
  at: Instant,
  { people, shifts }: Staffing,
): Recipient[] {
  // D4: never the complained-of person; where nobody else holds the post, the next one hears.
  const against = responsible.registration?.againstPersonId;
  const staffing: Staffing = { people: people.filter(({ id }) => id !== against), shifts };
  const found = new Map<string, Recipient>();
  for (const post of wanted) {
    for (const recipient of holdersAt(post, project, at, staffing, responsible)) {
      if (!found.has(recipient.personId)) found.set(recipient.personId, recipient);
    }
  }
  return [...found.values()];
}
