import type { Personal } from "../../document/personal.ts";
import { refuse } from "../refusal.ts";
import { assigned, type Dispatch, heldBy } from "../rules/assigning.ts";
import { draft } from "../rules/drafts.ts";
import { workers } from "../rules/posts.ts";
import type { StaffDefinition } from "./definition.ts";

interface Transfer extends Dispatch {
  readonly type: "transfer";
  readonly reason: Personal;
}

/** 转交: another department or handler; who gets it has to accept anew. */
export const transfer: StaffDefinition<Transfer, "transferred"> = {
  name: "transfer",
  rule: {
    clause: "D9",
    zh: "转交其他部门或处理人，注明原因，对方重新接单",
    en: "Another department or handler gets it, with the reason, and accepts anew",
  },
  from: ["handling"],
  posts: workers,
  ofDepartment: true,
  informs: true,
  decide: (complaint, command, context) => {
    const { departmentId, handlerId, reason } = command;
    if (departmentId === complaint.departmentId && handlerId === complaint.handlerId)
      return refuse("same-holder");
    return assigned(complaint, command, context, (who, at) =>
      draft({ type: "transferred", ...who }, at, { reason }),
    );
  },
  folds: { transferred: heldBy },
  salted: (plain, salt) => ({ ...plain, reason: salt(plain.reason) }),
};
