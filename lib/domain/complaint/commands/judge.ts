import type { Personal } from "../../document/personal.ts";
import { omit } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import type { Difficulty, Validity } from "../events.ts";
import { draft, lapsed, startedNow } from "../rules/drafts.ts";
import { leads, open } from "../rules/posts.ts";
import { settled } from "../rules/settling.ts";
import type { StaffDefinition } from "./definition.ts";

interface Judge {
  readonly type: "judge";
  readonly validity: Validity;
  readonly reason: Personal;
  readonly difficulty?: Difficulty;
  readonly malicious?: boolean;
  readonly lawful?: boolean;
}

/** D11, D12: valid, assisted or invalid, with who, when and why; an invalid one is explained within 24 h. */
export const judge: StaffDefinition<Judge, "judged"> = {
  name: "judge",
  rule: {
    clause: "D11, D12",
    zh: "班长、主管或经理判定有效、协助处理或无效，注明原因",
    en: "Supervisor or manager judges it valid, assisted or invalid, and says why",
  },
  from: open,
  posts: leads,
  decide: (complaint, command, context) => {
    const now = toInstant(context.now);
    const { type: _, reason, ...judgement } = command;
    const running = complaint.clocks.some(
      ({ name, stoppedAt }) => name === "invalidExplain" && stoppedAt === undefined,
    );
    const invalid = command.validity === "invalid" && complaint.invalidExplainedAt === undefined;
    const key = String(complaint.clocks.filter(({ name }) => name === "invalidExplain").length + 1);
    return {
      drafts: [
        draft({ type: "judged", ...judgement }, now, { reason }),
        ...(invalid && !running ? [startedNow("invalidExplain", complaint, now, context, { key })] : []),
        ...(invalid ? [] : lapsed(complaint, ["invalidExplain"], now, context)),
        ...settled(complaint, { ...complaint, validity: command.validity }, context),
      ],
    };
  },
  folds: { judged: (complaint, fact) => ({ ...complaint, ...omit(fact, "type") }) },
  salted: (plain, salt) => ({ ...plain, reason: salt(plain.reason) }),
};
