import type { PersonalRef } from "../../document/personal.ts";
import type { Instant } from "../../time/instant.ts";
import type { Decision } from "../decision.ts";
import type { Complaint } from "../document.ts";
import { one } from "./drafts.ts";

/**
 * Personal values are erased: fields (`phone`: of every event), single values (`3.text`), or all when none is named.
 * What is gone already is not erased again.
 */
export function erase({ personal }: Complaint, fields: readonly string[], now: Instant): Decision {
  const refs = Object.keys(personal).filter((ref) => fields.length === 0 || names(fields, ref));
  return refs.length === 0 ? { drafts: [] } : one({ type: "erased", refs: refs.sort() }, now);
}

function names(fields: readonly string[], ref: PersonalRef): boolean {
  return fields.includes(ref) || fields.includes(ref.slice(ref.indexOf(".") + 1));
}
