import type { Clause } from "../../regulations/clause.ts";
import { type Complaint, hasContact } from "../document.ts";
import type { HandlingStep, Level, Urgency } from "../events.ts";
import { levelInForce } from "./levels.ts";
import { standingPlan } from "./plans.ts";

/** What may be missing before a complaint is closed; named in lib/domain/words/duties.ts. */
export type Duty =
  | HandlingStep
  | "daily-report"
  | "plan"
  | "plan-approval"
  | "testimonies"
  | "satisfaction-survey"
  | "check-effect"
  | "review";

/** A step that must be on record, or one of several. */
export interface DutyRule {
  readonly anyOf: readonly Duty[];
  readonly clause: Clause;
}

const must = (clause: Clause, ...anyOf: Duty[]): DutyRule => ({ anyOf, clause });

/** Edition of the compulsory steps; other steps are another edition (test/domain/policy/frozen.test.ts). */
export const stepsVersion = "steps-1";

/** Compulsory steps per level (D11). */
export const levelDuties: Readonly<Record<Level, readonly DutyRule[]>> = {
  A: [
    must("D11", "report-up"),
    must("D11", "foresee"),
    must("D11", "instruct", "consult"),
    must("D11", "plan"),
    must("D11", "plan-approval"),
    must("D11", "daily-report"),
    must("D4", "check-effect"),
    must("D4", "review"),
  ],
  B: [
    must("D11", "investigate"),
    must("D11", "consult"),
    must("D11", "plan"),
    must("D11", "plan-approval"),
    must("D11", "daily-report"),
    must("D4", "check-effect"),
    must("D4", "review"),
  ],
  C: [must("D11", "investigate"), must("D11", "instruct", "consult"), must("D11", "plan")],
  D: [must("D11", "investigate"), must("D11", "consult"), must("D11", "plan")],
  E: [must("D11", "investigate"), must("D11", "consult")],
};

/** Duties of urgency (D13); the source breaks off before the urgent ones, which are those of 重要 by default. */
export const urgencyDuties: Readonly<Record<Urgency, readonly DutyRule[]>> = {
  general: [],
  important: [
    must("D13", "form-team"),
    must("D13", "testimonies"),
    must("D13", "consult"),
    must("D13", "satisfaction-survey"),
  ],
  urgent: [must("D13 default", "form-team"), must("D13 default", "satisfaction-survey")],
};

/** D4: repeated dissatisfaction is checked and reviewed like a grave complaint. */
const repeatedlyUnsatisfied: readonly DutyRule[] = [must("D4", "check-effect"), must("D4", "review")];

/** Several testimonies (D13): two at least. */
const SEVERAL = 2;

/** The duties of this complaint: those of its level, its urgency and its history. */
export function dutiesOf(complaint: Complaint): readonly DutyRule[] {
  const { registration, cycle, validity } = complaint;
  const level = levelInForce(complaint);
  if (validity === "invalid") return [];
  const own = level === undefined ? [] : levelDuties[level];
  const repeated = cycle > 1 ? repeatedlyUnsatisfied : [];
  const all = [...own, ...urgencyDuties[registration.urgency], ...repeated];
  return all.filter(
    (rule, index) => all.findIndex(({ anyOf }) => anyOf.join() === rule.anyOf.join()) === index,
  );
}

/** Duties with nothing on record; several alternatives are joined by `|`. */
export function missingDuties(complaint: Complaint): string[] {
  return dutiesOf(complaint)
    .filter(({ anyOf }) => !anyOf.some((duty) => isDone(complaint, duty)))
    .map(({ anyOf }) => anyOf.join("|"));
}

/** D11: steps of a group's level that none of its members has on record; done for one they are done for the group. */
export function missingInGroup(level: Level, members: readonly Complaint[]): string[] {
  return levelDuties[level]
    .filter(({ anyOf }) => !anyOf.some((duty) => members.some((member) => isDone(member, duty))))
    .map(({ anyOf }) => anyOf.join("|"));
}

function isDone(complaint: Complaint, duty: Duty): boolean {
  switch (duty) {
    case "plan":
      return complaint.plan !== undefined;
    case "plan-approval":
      return standingPlan(complaint)?.approvedAt !== undefined;
    case "testimonies":
      return (complaint.testimonies ?? 0) >= SEVERAL;
    case "satisfaction-survey":
      // Whom nobody can ask is not asked; how often it was tried is the follow-up's own rule.
      return complaint.opinion !== undefined || complaint.attempts.length > 0 || !hasContact(complaint);
    case "check-effect":
      return complaint.effectCheckedAt !== undefined;
    case "review":
      return complaint.reviewedAt !== undefined;
    default:
      return (complaint.steps?.[duty] ?? 0) > 0;
  }
}

/** True if a written plan will be demanded before the complaint is closed. */
export function wantsPlan(complaint: Complaint): boolean {
  return dutiesOf(complaint).some(({ anyOf }) => anyOf.includes("plan"));
}
