import { type Personal, type PersonalRef, without } from "../../document/personal.ts";
import { toInstant } from "../../time/instant.ts";
import { type Whereabouts, whereabouts } from "../events.ts";
import { one } from "../rules/drafts.ts";
import { redactedEvent, withoutWhereabouts } from "../whereabouts.ts";
import type { Definition } from "./definition.ts";

interface Erase {
  readonly type: "erase";
  /** Fields (`phone`: of every event; `location`), single values (`3.text`); none: all. */
  readonly fields: readonly string[];
}

/** Personal values are removed for good. What is gone already is not erased again. */
export const erase: Definition<Erase, "erased"> = {
  name: "erase",
  rule: {
    clause: "default",
    zh: "个人信息依申请删除，经过仍可核对",
    en: "Personal values are erased on request; the history stays verifiable",
  },
  decide: ({ personal, registration, events }, { fields }, { now }) => {
    const refs = refsNamed(personal, fields).sort();
    const parts = partsNamed(fields).filter(
      (part) =>
        withoutWhereabouts(registration, [part]) !== registration ||
        events.some((event) => redactedEvent(event, [part]) !== event),
    );
    if (refs.length === 0 && parts.length === 0) return { drafts: [] };
    return one({ type: "erased", refs, ...(parts.length === 0 ? {} : { parts }) }, toInstant(now));
  },
  folds: {
    erased: (complaint, { refs, parts = [] }) => ({
      ...complaint,
      registration: withoutWhereabouts(complaint.registration, parts),
      personal: without(complaint.personal, refs),
    }),
  },
};

function refsNamed(personal: Readonly<Record<PersonalRef, Personal>>, fields: readonly string[]) {
  return Object.keys(personal).filter((ref) => fields.length === 0 || names(fields, ref));
}

/** A contact's key goes with the number or address that it is made of: what was erased is found no more. */
function partsNamed(fields: readonly string[]): readonly Whereabouts[] {
  if (fields.length === 0) return whereabouts;
  const contact = ["phone", "email", "channelData", "contact"].some((field) => names(fields, `1.${field}`));
  return [
    ...(fields.includes("location") ? (["location"] as const) : []),
    ...(contact ? (["contact"] as const) : []),
  ];
}

function names(fields: readonly string[], ref: PersonalRef): boolean {
  return fields.includes(ref) || fields.includes(ref.slice(ref.indexOf(".") + 1));
}
