import type { components } from "../api/schema.ts";

type Location = components["schemas"]["ComplaintRow"]["location"];

/** Area, building, unit and room as registered: `一期 3栋 1单元 502室`; what is no bare number stands as it is. */
export function placeOf({ area = "", building = "", unit = "", room = "" }: Location): string {
  const named = (part: string, what: string) => (/^\w+$/.test(part) ? `${part}${what}` : part);
  return [area, named(building, "栋"), named(unit, "单元"), named(room, "室")]
    .filter((part) => part !== "")
    .join(" ");
}
