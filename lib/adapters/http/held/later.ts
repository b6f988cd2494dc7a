import type * as Body from "./held-body.ts";

/** Every body of every command is in it: loaded with the first held command that somebody reads. */
export async function readHeldLater(
  ...given: Parameters<typeof Body.readHeld>
): Promise<ReturnType<typeof Body.readHeld>> {
  const { readHeld } = await import("./held-body.ts");
  return readHeld(...given);
}
