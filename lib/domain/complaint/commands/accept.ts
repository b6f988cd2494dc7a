import { toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { draft, stopped } from "../rules/drafts.ts";
import { workers } from "../rules/posts.ts";
import type { StaffDefinition } from "./definition.ts";

interface Accept {
  readonly type: "accept";
}

/** D6 接单: whoever it was given to has seen it and takes it. */
export const accept: StaffDefinition<Accept, "accepted"> = {
  name: "accept",
  rule: { clause: "D6", zh: "处理人接单", en: "Whoever it was given to takes it" },
  from: ["handling"],
  posts: workers,
  ofDepartment: true,
  fits: ({ clocks }) => clocks.some(({ name, stoppedAt }) => name === "accept" && stoppedAt === undefined),
  decide: (complaint, _, context) => {
    const now = toInstant(context.now);
    const stops = stopped(complaint, ["accept"], now, context);
    if (stops.length === 0) return refuse("accepted-before");
    return { drafts: [draft({ type: "accepted" }, now), ...stops] };
  },
  folds: { accepted: (complaint) => complaint },
  salted: (plain) => plain,
};
