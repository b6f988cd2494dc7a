/** What a model knows of a moment, to go back to: maps, sets and lists that stay the same objects. */
type Part = Map<unknown, unknown> | Set<unknown> | unknown[];

/** Keeps what these hold now; what it gives puts it back into them. */
export function remembered(parts: readonly Part[]): () => void {
  const copies = structuredClone(parts);
  return () => {
    for (const [index, part] of parts.entries()) {
      const copy = structuredClone(copies[index]);
      if (Array.isArray(part)) part.splice(0, part.length, ...(copy as unknown[]));
      else if (part instanceof Map) {
        part.clear();
        for (const [key, value] of copy as Map<unknown, unknown>) part.set(key, value);
      } else {
        part.clear();
        for (const value of copy as Set<unknown>) part.add(value);
      }
    }
  };
}
