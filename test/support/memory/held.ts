import type { HeldCommand, HeldStore } from "../../../lib/app/ports/held.ts";
import type { HeldState } from "../../../lib/domain/complaint/held.ts";
import { stored } from "./stored.ts";

/** Commands that wait to be called back; each write is conditional on the state that it follows. */
export class MemoryHeld implements HeldStore {
  readonly items = new Map<string, HeldCommand>();

  async put(held: HeldCommand) {
    const standing = this.items.get(keyOf(held));
    const over: readonly (HeldState | undefined)[] = [undefined, "called-back", "refused"];
    if (!over.includes(standing?.state)) return stored(standing ?? held);
    this.items.set(keyOf(held), stored(held));
    return held;
  }
  async find(personId: string, id: string) {
    const held = this.items.get(keyOf({ personId, id }));
    return held === undefined ? undefined : stored(held);
  }
  async ofPerson(personId: string) {
    return [...this.items.values()].filter((held) => held.personId === personId).map((held) => stored(held));
  }
  async move(held: HeldCommand, from: HeldState) {
    if (this.items.get(keyOf(held))?.state !== from) return false;
    this.items.set(keyOf(held), stored(held));
    return true;
  }
}

function keyOf({ personId, id }: Pick<HeldCommand, "personId" | "id">): string {
  return `${personId} ${id}`;
}
