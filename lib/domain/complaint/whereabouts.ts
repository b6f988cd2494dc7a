import { defined } from "../present.ts";
import type { Fact, RegistrationChanges, StoredEvent, Whereabouts } from "./events.ts";

/** True if these parts hold something that the facts say; `location` without a flat or building says nothing. */
function says(told: RegistrationChanges, parts: readonly Whereabouts[]): boolean {
  const { location = {}, householdKey, contactKey } = told;
  return (
    (parts.includes("location") && (Object.keys(location).length > 0 || householdKey !== undefined)) ||
    (parts.includes("contact") && contactKey !== undefined)
  );
}

/** The facts without these parts; the same object where they say nothing of them. */
export function withoutWhereabouts<T extends RegistrationChanges>(told: T, parts: readonly Whereabouts[]): T;
export function withoutWhereabouts(
  told: RegistrationChanges,
  parts: readonly Whereabouts[],
): RegistrationChanges {
  if (!says(told, parts)) return told;
  const { location, householdKey, contactKey, ...rest } = told;
  const kept = parts.includes("location")
    ? defined({ location: location && {} })
    : defined({ location, householdKey });
  return { ...rest, ...kept, ...(parts.includes("contact") ? {} : defined({ contactKey })) };
}

/** An event without these parts; the same object where it says nothing of them. */
export function redactedEvent(event: StoredEvent, parts: readonly Whereabouts[]): StoredEvent {
  const fact = redactedFact(event.fact, parts);
  return fact === event.fact ? event : { ...event, fact };
}

function redactedFact(fact: Fact, parts: readonly Whereabouts[]): Fact {
  switch (fact.type) {
    case "registered":
      return withoutWhereabouts(fact, parts);
    case "registrationCompleted":
    case "corrected": {
      const changes = withoutWhereabouts(fact.changes, parts);
      return changes === fact.changes ? fact : { ...fact, changes };
    }
    default:
      return fact;
  }
}
