import type { Actor } from "../../document/event.ts";
import { type Person, type Post, type Project, posts, postsFor } from "../../organisation/organisation.ts";
import { omit } from "../../present.ts";
import type { Complaint } from "../document.ts";
import type { StoredEvent } from "../events.ts";

type Against = { readonly registration: Pick<Complaint["registration"], "againstPersonId"> };

/** Whose place is taken by the next post, where its holder is complained of. */
const deciding: readonly Post[] = ["manager", "project-manager", "region"];

/** True if the complaint is against this member of the staff. */
export function isComplainedOf({ registration }: Against, by: Actor | Pick<Person, "id">): boolean {
  const id = "kind" in by ? (by.kind === "person" ? by.id : undefined) : by.id;
  return id !== undefined && registration.againstPersonId === id;
}

/**
 * The posts in which a person acts on a complaint. D4: where a manager, project manager or region is complained of, whoever
 * holds the next post decides in that one's place.
 */
export function actingPosts(person: Person, project: Project, against: Person | undefined): readonly Post[] {
  const own = postsFor(person, project);
  if (against === undefined || against.id === person.id) return own;
  const highest = postsFor(against, project).findLast((post) => deciding.includes(post));
  if (highest === undefined) return own;
  const next = posts[posts.indexOf(highest) + 1];
  return next !== undefined && own.includes(next)
    ? posts.filter((post) => own.includes(post) || post === highest)
    : own;
}

/** Facts that lead to whoever complained. */
const telling = ["complainantKind", "householdKey", "contactKey"] as const;

/**
 * D4: what the complained-of person sees: that it exists and how it stands, the own statements, nothing of whoever complained
 * or what was said.
 */
export function veiled(complaint: Complaint): Complaint {
  const own = new Set(
    complaint.events.filter((event) => isOwnStatement(event, complaint)).map(({ seq }) => seq),
  );
  return {
    ...complaint,
    personal: Object.fromEntries(
      Object.entries(complaint.personal).filter(([ref]) => own.has(Number(ref.slice(0, ref.indexOf("."))))),
    ),
    registration: { ...omit(complaint.registration, ...telling), location: {} },
    events: complaint.events.map(withoutPlace),
  };
}

function isOwnStatement({ fact, by }: StoredEvent, complaint: Against): boolean {
  return fact.type === "statementGiven" && isComplainedOf(complaint, by);
}

function withoutPlace(event: StoredEvent): StoredEvent {
  const { fact } = event;
  switch (fact.type) {
    case "registered":
      return { ...event, fact: { ...omit(fact, ...telling), location: {} } };
    case "registrationCompleted":
    case "corrected":
      return { ...event, fact: { ...fact, changes: omit(fact.changes, "location", ...telling) } };
    default:
      return event;
  }
}
