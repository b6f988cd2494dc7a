import { startClock } from "../../clocks/start.ts";
import type { ClockName } from "../../policy/policy.ts";
import { defined } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import { hasContact } from "../document.ts";
import { draft, lapsed, started, stopped } from "../rules/drafts.ts";
import { workers } from "../rules/posts.ts";
import { type Telling, toldAt } from "../rules/telling.ts";
import { timingFor } from "../rules/timing.ts";
import type { StaffDefinition } from "./definition.ts";

interface Resolve extends Telling {
  readonly type: "resolve";
}

/** Clocks that the result answers. */
const answered: readonly ClockName[] = ["firstReply", "result", "accept", "department"];
/** Clocks that nobody waits for any more once the result is told. */
const overtaken: readonly ClockName[] = ["plan", "node", "dailyReport"];

/** D6, D12: the customer is told the result; from then on the follow-up (回访) is due, if there is somebody to ask. */
export const resolve: StaffDefinition<Resolve, "resolved"> = {
  name: "resolve",
  rule: {
    clause: "D6, D12",
    zh: "一般投诉 3 个工作日内告知处理结果，最迟 5 个工作日",
    en: "The result is told within 3 working days, 5 at the latest",
  },
  from: ["handling"],
  to: "resolved",
  posts: workers,
  ofDepartment: true,
  decide: (complaint, command, context) => {
    const current = complaint.clocks.find(
      ({ name, cycle }) => name === "result" && cycle === complaint.cycle,
    );
    const since = current?.startedAt ?? complaint.registration.receivedAt;
    const at = toldAt(complaint, command, since, context);
    if (typeof at !== "string") return at;
    const { via, text, sent } = command;
    const clock = startClock("followUp", complaint.cycle, at, timingFor("followUp", complaint), context);
    return {
      drafts: [
        draft({ type: "resolved", via, ...defined({ sent }) }, at, { text }),
        ...stopped(complaint, answered, at, context),
        ...lapsed(complaint, overtaken, at, context),
        ...(hasContact(complaint) ? [started(clock, toInstant(context.now))] : []),
      ],
    };
  },
  folds: {
    resolved: (complaint, _, { by, occurredAt }) => ({
      ...complaint,
      status: "resolved",
      resolvedAt: occurredAt,
      resolvedBy: by,
    }),
  },
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
