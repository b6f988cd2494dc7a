import type { Personal } from "../../document/personal.ts";
import { defined, omit } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import { one } from "../rules/drafts.ts";
import { desk, open } from "../rules/posts.ts";
import { type StaffDefinition, saltedText } from "./definition.ts";

interface Urge {
  readonly type: "urge";
  readonly text?: Personal;
}

/** 催办: the customer asks again; that is no second complaint. */
export const urge: StaffDefinition<Urge, "urged"> = {
  name: "urge",
  rule: {
    clause: "default",
    zh: "未办结投诉的催办记在原投诉上，不另立投诉",
    en: "Urging an open complaint adds to it and makes no second one",
  },
  from: open,
  posts: desk,
  informs: true,
  decide: (_, { text }, { now }) => one({ type: "urged" }, toInstant(now), { text }),
  folds: { urged: (complaint) => ({ ...complaint, urges: complaint.urges + 1 }) },
  salted: (plain, salt) => ({
    ...omit(plain, "text"),
    ...defined({ text: saltedText(plain.text, salt) }),
  }),
};
