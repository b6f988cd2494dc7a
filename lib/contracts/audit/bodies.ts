import * as z from "zod";
import { cursor, limit } from "../core/queries.ts";
import { id } from "../core/text.ts";

/** `GET /audit/reads`: of one complaint or of one person. */
export const readsQuery = z
  .strictObject({
    number: id.exactOptional().meta({ description: "Number of a complaint" }),
    person: id.exactOptional().meta({ description: "Id of a person of ours" }),
    cursor: cursor.exactOptional(),
    limit: limit.exactOptional(),
  })
  .refine(
    ({ number, person }) => (number === undefined) !== (person === undefined),
    "number 和 person 须给且只给一个 · give either number or person",
  );
