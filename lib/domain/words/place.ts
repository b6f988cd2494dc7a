/** Where a household is, part by part. */
interface Place {
  readonly area?: string;
  readonly building?: string;
  readonly unit?: string;
  readonly room?: string;
}

/** Area, building, unit and room as registered: `一期 3栋 1单元 502室`; what is no bare number stands as it is. */
export function placeWords({ area = "", building = "", unit = "", room = "" }: Place): string {
  const named = (part: string, what: string) => (/^\w+$/.test(part) ? `${part}${what}` : part);
  return [area, named(building, "栋"), named(unit, "单元"), named(room, "室")]
    .filter((part) => part !== "")
    .join(" ");
}
