import * as z from "zod";
import type { Sighting } from "../../../domain/groups/sighting.ts";
import { instant, text } from "./shape.ts";

const rest = z.tuple([text.nullable(), text.nullable(), z.int().nullable()]);
const sortKey = z.string().transform((key) => {
  const [receivedAt = "", complaintId = ""] = key.split("#", 2);
  const [party, building, headcount] = rest.parse(
    JSON.parse(key.slice(receivedAt.length + complaintId.length + 2)),
  );
  return {
    complaintId,
    receivedAt: instant.parse(receivedAt),
    ...(party === null ? {} : { party }),
    ...(building === null ? {} : { building }),
    ...(headcount === null ? {} : { headcount }),
  };
});

/** An entry of `byCode`: everything stands in the sort key, so the entry changes only when one of these does. */
export const sightingRow = z.object({ pk: text, sk: text, codeSk: sortKey });

/** `<received>#<id>#[party, building, headcount]`. */
export function packSighting({ receivedAt, complaintId, party, building, headcount }: Sighting): string {
  return `${receivedAt}#${complaintId}#${JSON.stringify([party ?? null, building ?? null, headcount ?? null])}`;
}
