const chunk = 0x8000;

/** The bytes of a file, or a text in UTF-8, in base64 as the API takes tables. */
export async function base64Of(source: Blob | string): Promise<string> {
  const blob = typeof source === "string" ? new Blob([source]) : source;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += chunk) {
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  }
  return btoa(binary);
}
