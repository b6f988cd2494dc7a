/** What people wrote, as clauses of one sentence of ours: each without its own end, parted by semicolons. */
export function clauses(parts: readonly string[]): string {
  return parts.map(clause).join("；");
}

/** The same of one text, which more words follow. */
export function clause(text: string): string {
  return text.replace(/[\s。；;]+$/u, "");
}
