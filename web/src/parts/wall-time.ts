/** Wall time of a place, as `<input type=datetime-local>` writes it: `2026-03-01T18:00`. */

function wallOf(milliseconds: number, zone: string): string {
  const text = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(milliseconds);
  return text.replace(" ", "T");
}

/** The wall time of an instant. */
export function toWall(iso: string, zone: string): string {
  return wallOf(Date.parse(iso), zone);
}

/** The instant of a wall time, ISO 8601 in UTC; undefined for what is no time. */
export function fromWall(wall: string, zone: string): string | undefined {
  const asUtc = Date.parse(`${wall}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const offset = Date.parse(`${wallOf(asUtc, zone)}:00Z`) - asUtc;
  return new Date(asUtc - offset).toISOString();
}

const dayMs = 86_400_000;

/** Epoch milliseconds of the next midnight of a place. */
export function endOfDay(milliseconds: number, zone: string): number {
  const today = Date.parse(`${wallOf(milliseconds, zone).slice(0, 10)}T00:00:00Z`);
  const midnight = fromWall(new Date(today + dayMs).toISOString().slice(0, 16), zone);
  return midnight === undefined ? milliseconds + dayMs : Date.parse(midnight);
}
