import type { Personal } from "../../document/personal.ts";
import { omit } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import { draft, lapsed, started, startedNow } from "../rules/drafts.ts";
import { informed, solvingPosts } from "../rules/informing.ts";
import { afterwards, managers } from "../rules/posts.ts";
import { dailyReportClock } from "../rules/rungs.ts";
import { wantsDailyReport } from "../rules/settling.ts";
import type { StaffDefinition } from "./definition.ts";

interface Reopen {
  readonly type: "reopen";
  readonly reason: Personal;
}

/** 返单: a new cycle with its own result clock, A and B reported on daily again (D11); the task keeps its first due instant. */
export const reopen: StaffDefinition<Reopen, "reopened"> = {
  name: "reopen",
  rule: {
    clause: "D4",
    zh: "客户不满意的由经理决定返单，第二次由项目经理决定；原办理期限不变",
    en: "The manager sends it back when the customer is dissatisfied, the second time the project manager; the task keeps its due time",
  },
  from: afterwards,
  to: "handling",
  posts: managers,
  secondTime: ["project-manager"],
  informs: true,
  decide: (complaint, { reason }, context) => {
    const now = toInstant(context.now);
    const again = { ...complaint, cycle: complaint.cycle + 1 };
    return {
      drafts: [
        draft({ type: "reopened", ...informed(complaint, solvingPosts, context) }, now, { reason }),
        ...lapsed(complaint, ["followUp", "invalidExplain"], now, context),
        startedNow("result", again, now, context),
        ...(wantsDailyReport(complaint) ? [started(dailyReportClock(again, now, context), now)] : []),
      ],
    };
  },
  folds: {
    reopened: (complaint) => ({
      ...omit(
        complaint,
        "resolvedAt",
        "resolvedBy",
        "closedAt",
        "ending",
        "signedOffAt",
        "opinion",
        "effectCheckedAt",
      ),
      status: "handling",
      cycle: complaint.cycle + 1,
      attempts: [],
    }),
  },
  salted: (plain, salt) => ({ ...plain, reason: salt(plain.reason) }),
};
