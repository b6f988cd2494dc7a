/** Enough for every signature we care about; archives are not walked through. */
const HEAD = 4_100;

/** The type of a file by its first bytes; undefined for text and for what has no signature. */
export async function sniffType(content: Uint8Array): Promise<string | undefined> {
  // Loaded with the first file: most calls bring none.
  const { fileTypeFromBuffer } = await import("file-type");
  const found = await fileTypeFromBuffer(content.subarray(0, HEAD)).catch(() => undefined);
  return found?.mime;
}
