import type { Person } from "../../domain/organisation/organisation.ts";
import { defined } from "../../domain/present.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { type Attempt, raced } from "../documents/race.ts";
import type { Ports } from "../ports/index.ts";
import type { PersonChange, PersonRecord } from "../ports/person-change.ts";

type EntryPorts = Pick<Ports, "clock" | "crypto" | "organisation">;

/** Records a change and makes it if the entry still stands as `standing` has it; undefined if it does not. */
export async function makeChange(
  ports: EntryPorts,
  standing: PersonRecord | undefined,
  person: Person,
  by: string,
): Promise<PersonChange | undefined> {
  const change: PersonChange = {
    id: ports.crypto.randomId(),
    version: (standing?.version ?? 0) + 1,
    at: toInstant(ports.clock.now()),
    by,
    person,
    ...defined({ previous: standing?.changeId }),
  };
  await ports.organisation.recordChange(change);
  return (await ports.organisation.changePerson(change)) ? change : undefined;
}

/** Changes somebody's entry as it stands, again after a lost race; returns whether anything had to be changed. */
export async function changeEntry(
  ports: EntryPorts,
  personId: string,
  by: string,
  edit: (person: Person) => Person,
): Promise<boolean> {
  return raced("an entry of a handover", undefined, async (): Promise<Attempt<boolean, undefined>> => {
    const standing = await ports.organisation.personRecord(personId);
    if (standing === undefined) throw new Error("a person of a handover is not in the table");
    const next = edit(standing.person);
    if (JSON.stringify(next) === JSON.stringify(standing.person)) return { done: false };
    const made = await makeChange(ports, standing, next, by);
    return made === undefined ? { lostTo: undefined } : { done: true };
  });
}
