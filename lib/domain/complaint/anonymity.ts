import type { Person, Post } from "../organisation/organisation.ts";
import type { Policy } from "../policy/policy.ts";
import { defined, omit } from "../present.ts";
import type { Complaint } from "./document.ts";
import type { Location, Registration, StoredEvent } from "./events.ts";

/** Who may know an anonymous complainant (`default`): whoever answers for the project, and those above. */
export const builtInIdentityPosts: readonly Post[] = ["manager", "project-manager", "region", "headquarters"];

/** The posts in force: the policy's, or the built-in ones where it names none. */
export function identityPostsOf({ identityPosts }: Pick<Policy, "identityPosts">): readonly Post[] {
  return identityPosts ?? builtInIdentityPosts;
}

/** Values that say who complained, of whatever event they stand beside. */
const telling: ReadonlySet<string> = new Set([
  "name",
  "phone",
  "email",
  "signatories",
  "channelData",
  "author",
  "subject",
  "originalAt",
]);

/**
 * True if somebody may know who complained. Of an anonymous complaint only the posts that the policy names (`allowed`); the person complained of never,
 * whatever posts they hold and whether or not it was anonymous.
 */
export function mayKnowComplainant(
  { registration }: Complaint,
  { id }: Pick<Person, "id">,
  posts: readonly Post[],
  allowed: readonly Post[],
): boolean {
  if (registration.againstPersonId === id) return false;
  return !registration.anonymous || posts.some((post) => allowed.includes(post));
}

/** The complaint without what says who complained: names and addresses, the flat, the keys they are found by. */
export function withoutComplainant(complaint: Complaint): Complaint {
  const { registration, personal, events } = complaint;
  return {
    ...complaint,
    registration: registrationWithout(registration),
    personal: Object.fromEntries(
      Object.entries(personal).filter(([ref]) => !telling.has(ref.slice(ref.indexOf(".") + 1))),
    ),
    events: events.map(eventWithout),
  };
}

const identifying = ["householdKey", "contactKey", "rawMail"] as const;

function registrationWithout<T extends Partial<Registration>>(
  registration: T,
): Omit<T, (typeof identifying)[number]> {
  const { location } = registration;
  return {
    ...omit(registration, ...identifying),
    ...defined({ location: location && buildingOnly(location) }),
  };
}

function buildingOnly(location: Location): Location {
  return omit(location, "unit", "room");
}

function eventWithout(event: StoredEvent): StoredEvent {
  const { fact } = event;
  switch (fact.type) {
    case "registered":
      return { ...event, fact: registrationWithout(fact) };
    case "registrationCompleted":
    case "corrected":
      return { ...event, fact: { ...fact, changes: registrationWithout(fact.changes) } };
    case "attachmentsStored":
      // A kept mail names its sender.
      return {
        ...event,
        fact: { ...fact, files: fact.files.filter(({ contentType }) => contentType !== "message/rfc822") },
      };
    default:
      return event;
  }
}
