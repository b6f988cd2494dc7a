import type { Post } from "../organisation/organisation.ts";
import type { StaffCommandName } from "./commands.ts";
import { type Complaint, openStatuses, type Status } from "./document.ts";

export interface Transition {
  readonly from: readonly Status[];
  /** Where it leads; absent: the status stays. */
  readonly to?: Status;
  /** Posts that may do it for the project. Whoever may do it at a post may not do it elsewhere. */
  readonly posts: readonly Post[];
  /** Posts that may do it from the second dissatisfaction on (D4: the project manager decides). */
  readonly secondTime?: readonly Post[];
  /** Handlers and heads of another department may not (D4); see answering.ts. */
  readonly ofDepartment?: true;
}

const leads: readonly Post[] = ["supervisor", "manager", "project-manager"];
const workers: readonly Post[] = ["handler", "department-head", ...leads];
const desk: readonly Post[] = ["clerk", ...workers];
const managers: readonly Post[] = ["manager", "project-manager"];
const above: readonly Post[] = ["region", "headquarters"];
/** D4: the solving department's head signs, or a manager. Others hand in the sheet that one of them signed. */
export const signingPosts: readonly Post[] = ["department-head", ...managers];
const everyone: readonly Post[] = [...desk, ...above];

const open = openStatuses;
const unsolved: readonly Status[] = ["registered", "handling"];
const afterwards: readonly Status[] = ["resolved", "closed"];

/** The one transition table: drives the check, the API's `allowed` and the diagram in docs/transitions.md. */
export const transitions: Readonly<Record<StaffCommandName, Transition>> = {
  "complete-registration": { from: open, posts: desk },
  "register-and-close": { from: ["registered"], to: "closed", posts: desk },
  correct: { from: [...open, "closed"], posts: desk },
  convert: { from: open, posts: leads },
  urge: { from: open, posts: desk },
  reply: { from: open, posts: desk },
  classify: { from: open, posts: leads },
  judge: { from: open, posts: leads },
  "explain-invalid": { from: unsolved, to: "resolved", posts: desk },
  assign: { from: unsolved, to: "handling", posts: leads },
  transfer: { from: ["handling"], posts: workers },
  accept: { from: ["handling"], posts: workers, ofDepartment: true },
  "form-team": { from: open, posts: leads },
  investigate: { from: open, posts: workers },
  "report-up": { from: open, posts: leads },
  foresee: { from: open, posts: leads },
  instruct: { from: open, posts: [...managers, ...above] },
  consult: { from: open, posts: workers },
  // Also once resolved: without it closing would be impossible for ever.
  plan: { from: open, posts: [...workers, ...above] },
  progress: { from: ["handling", "resolved"], posts: workers },
  "daily-report": { from: open, posts: leads },
  pause: { from: unsolved, posts: ["project-manager"] },
  resume: { from: unsolved, posts: workers },
  extend: { from: [...unsolved, ...afterwards], posts: managers },
  resolve: { from: ["handling"], to: "resolved", posts: workers },
  "sign-off": { from: ["resolved"], posts: desk },
  opinion: { from: ["resolved"], posts: desk },
  "follow-up": { from: ["resolved"], posts: desk },
  "check-effect": { from: ["resolved"], posts: managers },
  review: { from: afterwards, posts: managers },
  evidence: { from: [...open, "closed"], posts: everyone },
  verify: { from: [...open, "closed"], posts: [...leads, ...above] },
  close: { from: ["resolved"], to: "closed", posts: leads },
  reopen: { from: afterwards, to: "handling", posts: managers, secondTime: ["project-manager"] },
  refer: { from: open, to: "referred", posts: managers },
  withdraw: { from: open, to: "withdrawn", posts: leads },
  "link-repeat": { from: open, posts: desk },
  "join-group": { from: open, posts: leads },
  "leave-group": { from: open, posts: leads },
  note: { from: [...open, "closed"], posts: everyone },
  "customer-message": { from: [...open, "closed"], posts: desk },
  acknowledge: { from: [...open, "closed"], posts: everyone },
};

/** What of a complaint decides which commands are possible. */
export type Standing = Pick<Complaint, "status" | "cycle">;

/** The posts that may give a command for this complaint. */
export function postsFor(name: StaffCommandName, { cycle }: Standing): readonly Post[] {
  const { posts, secondTime } = transitions[name];
  return cycle > 1 && secondTime !== undefined ? secondTime : posts;
}

/** The commands that this state admits and, if given, these posts may give. */
export function allowedCommands(complaint: Standing, heldPosts?: readonly Post[]): StaffCommandName[] {
  return staffCommandNames.filter(
    (name) =>
      transitions[name].from.includes(complaint.status) &&
      (heldPosts === undefined || postsFor(name, complaint).some((post) => heldPosts.includes(post))),
  );
}

export const staffCommandNames: readonly StaffCommandName[] =
  Object.keys(transitions).filter(isStaffCommandName);

/** True for a command that people may give. */
export function isStaffCommandName(name: string): name is StaffCommandName {
  return Object.hasOwn(transitions, name);
}
