import * as z from "zod";
import type { ChangeMark } from "../../../app/ports/complaints.ts";
import { instant, text } from "./shape.ts";

const sortKey = z.string().transform((key): ChangeMark => {
  const [at, version, ...id] = key.split("#");
  return { at: instant.parse(at), version: Number(version), id: id.join("#") };
});

/** An entry of `byChange`: what changed stands in the sort key, so reading the newest reads nothing else. */
export const changeRow = z.object({ pk: text, sk: text, changeSk: sortKey });

/** `<recorded>#<version>#<id>`. */
export function packChange({ at, version, id }: ChangeMark): string {
  return `${at}#${version}#${id}`;
}
