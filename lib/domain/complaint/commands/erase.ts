import { type PersonalRef, without } from "../../document/personal.ts";
import { toInstant } from "../../time/instant.ts";
import { one } from "../rules/drafts.ts";
import type { Definition } from "./definition.ts";

interface Erase {
  readonly type: "erase";
  /** Fields (`phone`: of every event), single values (`3.text`); none: all. */
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
  decide: ({ personal }, { fields }, { now }) => {
    const refs = Object.keys(personal).filter((ref) => fields.length === 0 || names(fields, ref));
    return refs.length === 0 ? { drafts: [] } : one({ type: "erased", refs: refs.sort() }, toInstant(now));
  },
  folds: {
    erased: (complaint, { refs }) => ({ ...complaint, personal: without(complaint.personal, refs) }),
  },
};

function names(fields: readonly string[], ref: PersonalRef): boolean {
  return fields.includes(ref) || fields.includes(ref.slice(ref.indexOf(".") + 1));
}
