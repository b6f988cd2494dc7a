/** Characters of RFC 5987's attr-char that encodeURIComponent leaves alone although they are none. */
const NOT_ATTRIBUTE = /['()*!]/g;

/**
 * `attachment` under a name in any script (RFC 6266): the real name in UTF-8 for every browser of today, and an ASCII
 * one for the others.
 */
export function attachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    NOT_ATTRIBUTE,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
