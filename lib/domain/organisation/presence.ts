import type { Acting, Person } from "./organisation.ts";

/** True from the day after the last one at work on. */
export function hasLeft({ leavesOn }: Person, date: string): boolean {
  return leavesOn !== undefined && leavesOn < date;
}

/** True unless the person is absent on this local date or has left before it. */
export function isPresent(person: Person, date: string): boolean {
  return !hasLeft(person, date) && absenceOn(person, date) === undefined;
}

/**
 * The person, or who stands in on this local date: the substitute named for the absence, then the standing substitutes
 * in their order, each with substitutes of their own. Nobody is asked twice, so a circle of substitutes ends.
 */
export function standInOf(
  personId: string,
  date: string,
  people: ReadonlyMap<string, Person>,
): Person | undefined {
  const asked = new Set<string>();
  const ask = (id: string): Person | undefined => {
    const person = people.get(id);
    if (person === undefined || asked.has(id)) return undefined;
    asked.add(id);
    if (isPresent(person, date)) return person;
    for (const substitute of substitutesOn(person, date)) {
      const found = ask(substitute);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return ask(personId);
}

/** Who is asked for somebody on this local date, in this order. */
export function substitutesOn(person: Person, date: string): readonly string[] {
  const named = absenceOn(person, date)?.substituteId;
  return [...(named === undefined ? [] : [named]), ...(person.substitutes ?? [])];
}

function absenceOn({ absences = [] }: Person, date: string) {
  return absences.find(({ from, to }) => from <= date && date <= to);
}

/**
 * The person with the posts of those who are absent on this local date and have no other stand-in: a substitute may do
 * what the post may. Somebody who is absent too stands in for nobody.
 */
export function actingOn(date: string, person: Person, people: readonly Person[]): Acting {
  const known = new Map(people.map((one) => [one.id, one]));
  const absent = people.filter(({ id }) => id !== person.id && standInOf(id, date, known)?.id === person.id);
  if (absent.length === 0) return person;
  return {
    ...person,
    assignments: [...person.assignments, ...absent.flatMap(({ assignments }) => assignments)],
    standsInFor: absent.map(({ id }) => id),
  };
}
