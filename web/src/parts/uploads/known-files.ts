/** What this tab knows of files it has sent: a draft that comes back names them only. */
const known = new Map<string, { readonly name: string; readonly picture: string | undefined }>();

/** Pictures are shown from the file itself while the tab lives. */
export function rememberFile(uploadId: string, file: File): void {
  const picture = file.type.startsWith("image/") ? URL.createObjectURL(file) : undefined;
  known.set(uploadId, { name: file.name, picture });
}

export function knownFile(uploadId: string) {
  return known.get(uploadId);
}
