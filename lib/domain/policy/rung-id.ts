/** Separates a rung's id from the number of its repeat or of the extension after which it fires anew. */
const SUFFIX = /[.+]\d+$/;
const REPEAT = /\.\d+(\+\d+)?$/;
const ON_DUTY = "@on-duty";

/** The rule's id of a rung: `limit` of `limit.2` (second repeat), `limit+1` (anew after the first extension) and `limit@on-duty`. */
export function ruleIdOf(rung: string): string {
  let id = wholeOf(rung);
  while (SUFFIX.test(id)) id = id.replace(SUFFIX, "");
  return id;
}

/** True for a rung sent again (`limit.2`, `limit.2+1`), false for one sent the first time or anew (`limit+1`). */
export function isRepeat(rung: string): boolean {
  return REPEAT.test(wholeOf(rung));
}

/** The rung that a repeat repeats: `limit+1` of `limit.2+1`; any other is its own. */
export function repeatedOf(rung: string): string {
  return wholeOf(rung).replace(/\.\d+(?=(\+\d+)?$)/, "");
}

/** The id of the half of a rung that is for whoever is on duty (lib/domain/clocks/audience.ts). */
export function dutyHalfOf(rung: string): string {
  return `${rung}${ON_DUTY}`;
}

/** True for the half of a rung that is for whoever is on duty. */
export function isDutyHalf(rung: string): boolean {
  return rung.endsWith(ON_DUTY);
}

/** The rung that both halves are of: `limit` of `limit@on-duty` and of `limit`. */
export function wholeOf(rung: string): string {
  return isDutyHalf(rung) ? rung.slice(0, -ON_DUTY.length) : rung;
}
