/** A name without what would be a folder, a device or invisible somewhere; its end stays, which says the type. */
export function plainFileName(name: string, most = 100): string {
  return name.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, "_").slice(-most);
}
