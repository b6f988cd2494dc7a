/** Wall time of a place, as `<input type=datetime-local>` writes it: `2026-03-01T18:00`. */

function wallOf(milliseconds: number, zone: string): string {
  const text = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(new Date(milliseconds));
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
