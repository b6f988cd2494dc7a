import type { Personal } from "../../document/personal.ts";
import { toInstant } from "../../time/instant.ts";
import { one } from "../rules/drafts.ts";
import { everyone, openOrClosed } from "../rules/posts.ts";
import type { StaffDefinition } from "./definition.ts";

interface Note {
  readonly type: "note";
  readonly text: Personal;
}

/** What somebody of the staff wants to have on record. */
export const note: StaffDefinition<Note, "noted"> = {
  name: "note",
  rule: { clause: "default", zh: "内部备注", en: "A note of the staff" },
  from: openOrClosed,
  posts: everyone,
  informs: true,
  decide: (_, { text }, { now }) => one({ type: "noted" }, toInstant(now), { text }),
  folds: { noted: (complaint) => complaint },
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
