import type { Personal } from "../../document/personal.ts";
import type { Post } from "../../organisation/organisation.ts";
import { toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { isComplainedOf } from "../rules/complained-of.ts";
import { one } from "../rules/drafts.ts";
import { informed } from "../rules/informing.ts";
import { everyone, openOrClosed } from "../rules/posts.ts";
import type { StaffDefinition } from "./definition.ts";

interface Statement {
  readonly type: "statement";
  readonly text: Personal;
}

/** Who weighs it: whoever judges the complaint, or the next post where one of them is complained of. */
const hearing: readonly Post[] = ["supervisor", "manager"];

/** D4: whoever is complained of is heard, and does nothing else about it. */
export const statement: StaffDefinition<Statement, "statementGiven"> = {
  name: "statement",
  rule: {
    clause: "D4",
    zh: "被投诉人作出陈述；除此之外不参与处理，也不知道投诉人是谁",
    en: "Whoever is complained of states the own account; beyond that takes no part and does not learn who complained",
  },
  from: openOrClosed,
  posts: everyone,
  fits: ({ registration }) => registration.againstPersonId !== undefined,
  informs: true,
  decide: (complaint, { text }, context) =>
    isComplainedOf(complaint, context.by)
      ? one({ type: "statementGiven", ...informed(complaint, hearing, context) }, toInstant(context.now), {
          text,
        })
      : refuse("not-complained-of"),
  folds: { statementGiven: (complaint) => complaint },
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
