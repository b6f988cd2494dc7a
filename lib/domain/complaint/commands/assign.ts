import { assigned, type Dispatch, heldBy } from "../rules/assigning.ts";
import { draft } from "../rules/drafts.ts";
import { leads, unsolved } from "../rules/posts.ts";
import type { StaffDefinition } from "./definition.ts";

interface Assign extends Dispatch {
  readonly type: "assign";
}

/** D4, D6: a department, perhaps a handler, and the limit (限期) by which the department reports. */
export const assign: StaffDefinition<Assign, "assigned"> = {
  name: "assign",
  rule: {
    clause: "D4, D6",
    zh: "通知责任部门并限期处理，指定处理人",
    en: "The department is told, with a limit, and a handler may be named",
  },
  from: unsolved,
  to: "handling",
  posts: leads,
  informs: true,
  decide: (complaint, command, context) =>
    assigned(complaint, command, context, (who, at) => draft({ type: "assigned", ...who }, at)),
  folds: { assigned: heldBy },
  salted: (plain) => plain,
};
