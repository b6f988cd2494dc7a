import type { Clause } from "../../regulations/clause.ts";
import { type Complaint, hasContact, isOpen } from "../document.ts";
import type { HandlingStep, Level, Urgency } from "../events.ts";
import { levelInForce, urgencyInForce } from "./levels.ts";
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

/** Edition of the compulsory steps; other steps are another edition (test/domain/policy/frozen.test.ts). @internal */
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

/** D13: asked of each household by itself. */
const SURVEY: Duty = "satisfaction-survey";

/** Several testimonies (D13): two at least. */
const SEVERAL = 2;

/** The duties of this complaint: those of its level, its urgency and its history. */
export function dutiesOf(complaint: Complaint): readonly DutyRule[] {
  const { cycle, validity } = complaint;
  const level = levelInForce(complaint);
  if (validity === "invalid") return [];
  const own = level === undefined ? [] : levelDuties[level];
  const repeated = cycle > 1 ? repeatedlyUnsatisfied : [];
  const all = [...own, ...urgencyDuties[urgencyInForce(complaint)], ...repeated];
  return distinct(all);
}

function distinct(rules: readonly DutyRule[]): readonly DutyRule[] {
  return rules.filter(
    (rule, index) => rules.findIndex(({ anyOf }) => anyOf.join() === rule.anyOf.join()) === index,
  );
}

/** Duties with nothing on record; several alternatives are joined by `|`. */
export function missingDuties(complaint: Complaint): string[] {
  return named(dutiesOf(complaint).filter(({ anyOf }) => !anyOf.some((duty) => isDone(complaint, duty))));
}

/** What of its duties a household is owed itself, whatever has been done for its group: nobody else can be asked for it. */
export function missingForHousehold(complaint: Complaint): string[] {
  return missingDuties(complaint).filter((duty) => duty === SURVEY);
}

/**
 * D4, D11, D13: what the open members of a group are owed and none of its members has on record, each department's sign-off
 * among it, and what the group's level demands. Done for one it is done for the group, but for what each household is owed
 * itself. A group of invalid ones owes none of it.
 */
export function missingInGroup(level: Level, members: readonly Complaint[]): string[] {
  const open = members.filter(isOpen);
  const isInvalid = open.length > 0 && open.every(({ validity }) => validity === "invalid");
  const owed = isInvalid ? [] : [...levelDuties[level], ...open.flatMap(dutiesOf)];
  const missing = distinct(owed)
    .filter(({ anyOf }) => anyOf.join() !== SURVEY)
    .filter(({ anyOf }) => !anyOf.some((duty) => members.some((member) => isDone(member, duty))));
  return [
    ...named(missing),
    ...(members.some((member) => wantsSignature(member, members)) ? ["sign-off"] : []),
  ];
}

/** D4: nobody of the department that solves it has signed for any of the members. */
function wantsSignature(member: Complaint, members: readonly Complaint[]): boolean {
  const { departmentId, validity } = member;
  return (
    isOpen(member) &&
    validity !== "invalid" &&
    departmentId !== undefined &&
    !members.some((other) => other.signedOffAt !== undefined && other.departmentId === departmentId)
  );
}

function named(rules: readonly DutyRule[]): string[] {
  return rules.map(({ anyOf }) => anyOf.join("|"));
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
