/** Types that a viewer shows or plays without running anything in them. */
const HARMLESS =
  /^(?:image\/(?!svg)[\w.+-]+|audio\/[\w.+-]+|video\/[\w.+-]+|application\/(?:pdf|zip|msword|rtf|vnd\.[\w.+-]+|x-(?:7z-compressed|rar-compressed|cfb)))$/;
/** Text has no signature: there the sender's word counts. */
const PLAIN = /^(?:text\/(?:plain|csv|calendar)|message\/rfc822)$/;
/** What the first bytes of office files may be taken for. */
const CONTAINERS: readonly string[] = ["application/zip", "application/x-cfb"];
const OFFICE = /^application\/(?:msword|vnd\.[\w.+-]+)$/;

/** Macro-enabled office files run something. */
const MACROS = /macroenabled/i;

/** True for a type that somebody may announce for an upload. */
export function isOffered(contentType: string): boolean {
  return (HARMLESS.test(contentType) || PLAIN.test(contentType)) && !MACROS.test(contentType);
}

/**
 * The type a file is kept under: what its bytes say (`found`, undefined for text); the announced type only where the
 * bytes say nothing or name just the container of an office file. Undefined: the file is not accepted.
 */
export function keptType(found: string | undefined, announced: string): string | undefined {
  if (found === undefined) return PLAIN.test(announced) ? announced : undefined;
  if (!isOffered(found)) return undefined;
  return CONTAINERS.includes(found) && OFFICE.test(announced) && isOffered(announced) ? announced : found;
}

/** True for a photograph or a scanned page, by the type that its bytes say. */
export function isPicture(found: string): boolean {
  return isOffered(found) && (found.startsWith("image/") || found === "application/pdf");
}
