import { assignedPosts } from "../../complaint/rules/informing.ts";
import { leads } from "../../complaint/rules/posts.ts";
import { defined, omit } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import type { MemberCommand } from "./definition.ts";

/** D4, D6: one department has all of it, with one limit; it and the handler hear of it by one message. */
export const assign: MemberCommand<"assign"> = {
  name: "assign",
  rule: {
    clause: "D4, D6",
    zh: "通知责任部门并限期处理，可指定处理人；部门和处理人收到一份通知",
    en: "The department is told, with a limit, and a handler may be named; one message tells them of the whole group",
  },
  from: ["confirmed"],
  posts: leads,
  unfit: (_, { limitAt }, { now }) =>
    limitAt !== undefined && limitAt <= toInstant(now) ? { refused: "limit-in-the-past" } : undefined,
  forMember: (action) => action,
  tells: ({ handlerId }) => assignedPosts(handlerId),
  kept: (group, { departmentId, handlerId }) => ({
    ...omit(group, "handlerId"),
    departmentId,
    ...defined({ handlerId }),
  }),
};
