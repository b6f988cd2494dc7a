/**
 * A number with so many decimals as a spreadsheet shows it: halves away from zero, by the fifteen digits that people see. `toFixed`
 * rounds what the machine holds (1.15 is a little less there), so that a document would say 1.1 % where the workbook shows 1.2 %.
 */
export function printed(value: number, decimals: number): string {
  const shifted = Number((Math.abs(value) * 10 ** decimals).toPrecision(15));
  const rounded = Math.round(shifted) / 10 ** decimals;
  return (value < 0 && rounded !== 0 ? -rounded : rounded).toFixed(decimals);
}

/** `92.3%` of a fraction. */
export function printedPercent(rate: number): string {
  return `${printed(rate * 100, 1)}%`;
}

/** A name before other words of a title: one that ends in Latin letters or digits needs room after it, a Chinese one does not. */
export function afterName(name: string): string {
  return /[\p{Script=Latin}\d.)]$/u.test(name) ? `${name} ` : name;
}
