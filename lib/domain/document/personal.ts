/**
 * A personal value or free text, kept apart from the events that mention it: erasing salt and value leaves the
 * events and their chain intact.
 */
export interface Personal {
  readonly salt: string;
  readonly value: string;
  /** Where the whole text lies when `value` is only its beginning. */
  readonly rest?: string;
}

/** `<event seq>.<field>`: where a value stands in the document's `personal` map. */
export type PersonalRef = string;

export function personalRef(seq: number, field: string): PersonalRef {
  return `${seq}.${field}`;
}

/** An event's personal values under their references. */
export function beside(
  seq: number,
  personal: Readonly<Record<string, Personal>> = {},
): Record<string, Personal> {
  return Object.fromEntries(
    Object.entries(personal).map(([field, value]) => [personalRef(seq, field), value]),
  );
}

/** The values that are left once these are erased. */
export function without(
  personal: Readonly<Record<PersonalRef, Personal>>,
  refs: readonly PersonalRef[],
): Record<PersonalRef, Personal> {
  return Object.fromEntries(Object.entries(personal).filter(([ref]) => !refs.includes(ref)));
}
