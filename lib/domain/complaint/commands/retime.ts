import { toInstant } from "../../time/instant.ts";
import { retimed } from "../rules/retime.ts";
import type { Definition } from "./definition.ts";

interface Retime {
  readonly type: "retime";
}

/** Other rules are in force than those the running clocks were computed with. */
export const retime: Definition<Retime> = {
  name: "retime",
  rule: {
    clause: "default",
    zh: "时限或工作日历变更后，未结投诉按新规重新计时并留记录",
    en: "After a change of limits or calendar open complaints are timed anew, on record",
  },
  decide: (complaint, _, context) => ({
    drafts: retimed(complaint, complaint, context, toInstant(context.now), "rules"),
  }),
  folds: {},
};
