/** The months from `first` to `last` (`YYYY-MM`), both included, in order. */
export function* monthsBetween(first: string, last: string): Generator<string> {
  let [year = 0, month = 1] = first.split("-").map(Number);
  for (;;) {
    const name = `${year}-${String(month).padStart(2, "0")}`;
    if (name > last) return;
    yield name;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}
