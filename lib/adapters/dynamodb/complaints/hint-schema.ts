import * as z from "zod";
import type { FoundPhrase, Hint } from "../../../domain/triage/hint.ts";
import { count, type Shape, text } from "../core/shape.ts";
import { classCode } from "./registration-schema.ts";

const evidence = {
  from: count,
  to: count,
  speaksFor: z.union([classCode, z.enum(["safety", "grave", "opinion"])]),
} satisfies Shape<FoundPhrase>;

/** What the words of a matter speak for, as it stands in event and document. */
export const hintShape = {
  table: text,
  classCode: classCode.exactOptional(),
  level: z.enum(["A", "C", "E"]).exactOptional(),
  safety: z.boolean(),
  evidence: z.array(z.looseObject(evidence)),
} satisfies Shape<Hint>;
