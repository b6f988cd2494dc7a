import type { StoredEvent } from "../complaint/events.ts";

/** True if the event changes what the complaint may be found by. */
export function changesWords({ fact }: Pick<StoredEvent, "fact">): boolean {
  switch (fact.type) {
    case "registered":
    case "registrationCompleted":
    case "corrected":
    case "erased":
      return true;
    default:
      return false;
  }
}
