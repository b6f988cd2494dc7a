import { missingInGroup } from "../../complaint/rules/duties.ts";
import { leads } from "../../complaint/rules/posts.ts";
import { defined } from "../../present.ts";
import type { MemberCommand } from "./definition.ts";

/** D4, D11, D13: what the members are owed as one is on record with one of them or another; then each is closed. */
export const close: MemberCommand<"close"> = {
  name: "close",
  rule: {
    clause: "D11, D13",
    zh: "级别和紧急程度要求的步骤、各责任部门的签认齐备后，逐户结案；不满意的由经理决定",
    en: "Once the steps of level and urgency and every department's sign-off are on record, each member is closed; who stays dissatisfied is the manager's to decide on",
  },
  from: ["resolved"],
  to: "closed",
  posts: leads,
  unfit: ({ level }, _, { members = [] }) => {
    const missing = missingInGroup(level, members);
    return missing.length === 0 ? undefined : { refused: "incomplete", missing };
  },
  forMember: (_, __, { textIfAny, spared }) => {
    const reason = textIfAny("text");
    return {
      type: "close",
      grouped: true,
      ...defined({ reason }),
      ...(spared ? { spared } : {}),
    };
  },
};
