/** The letters of a column, 1 = A. */
export function columnLetter(column: number): string {
  const rest = (column - 1) % 26;
  const before = (column - 1 - rest) / 26;
  return (before === 0 ? "" : columnLetter(before)) + String.fromCharCode(65 + rest);
}
