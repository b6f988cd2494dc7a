/** Where ids of people stand in documents. */
const NAMING: readonly string[] = [
  "personId",
  "handlerId",
  "ownerId",
  "signerId",
  "fromPersonId",
  "toPersonId",
  "approvedBy",
  "substituteFor",
  "againstPersonId",
];

/** Everybody whom a document names, as far as ids go. */
export function namedIn(value: unknown): readonly string[] {
  const found = new Set<string>();
  look(value, found);
  return [...found];
}

function look(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const one of value) look(one, found);
  } else if (typeof value === "object" && value !== null) {
    const isPerson = Reflect.get(value, "kind") === "person";
    for (const [name, one] of Object.entries(value)) {
      if (typeof one === "object") look(one, found);
      else if (typeof one === "string" && (NAMING.includes(name) || (isPerson && name === "id")))
        found.add(one);
    }
  }
}
