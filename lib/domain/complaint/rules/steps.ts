import type { Personal } from "../../document/personal.ts";
import type { Recipient } from "../../escalation/recipients.ts";
import { defined } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import type { Folds } from "../commands/definition.ts";
import type { Context, Decision } from "../decision.ts";
import type { Complaint } from "../document.ts";
import type { HandlingStep } from "../events.ts";
import { one } from "./drafts.ts";

/** A step that D11 or D13 may demand: who took part is fact, what was found stands beside it. */
export interface Step<S extends HandlingStep> {
  readonly type: S;
  readonly text: Personal;
  readonly departmentIds?: readonly string[];
  readonly personIds?: readonly string[];
  readonly testimonies?: number;
  readonly affected?: number;
}

/** The step is on record. */
export function recordStep(
  { type: step, text, ...facts }: Step<HandlingStep>,
  { now }: Context,
  told: { readonly recipients?: readonly Recipient[] } = {},
): Decision {
  return one({ type: "stepRecorded", step, ...facts, ...told }, toInstant(now), { text });
}

/** All steps make the same event. */
export const stepFolds: Folds<"stepRecorded"> = {
  stepRecorded: (complaint, fact) => {
    const testimonies = (complaint.testimonies ?? 0) + (fact.testimonies ?? 0);
    return {
      ...counted(complaint, fact.step),
      ...defined({ testimonies: testimonies === 0 ? undefined : testimonies }),
    };
  },
};

/** One more of these on record. */
export function counted(complaint: Complaint, step: HandlingStep | "daily-report"): Complaint {
  return { ...complaint, steps: { ...complaint.steps, [step]: (complaint.steps?.[step] ?? 0) + 1 } };
}
