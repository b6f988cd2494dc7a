import type { Language } from "./language.ts";

/** Posts (岗位) that rungs address and that carry the rights of the people who hold them. */
export const posts = [
  "clerk",
  "handler",
  "department-head",
  "supervisor",
  "manager",
  "project-manager",
  "region",
  "headquarters",
] as const;
export type Post = (typeof posts)[number];

/** True for a post we know. */
export function isPost(name: string): name is Post {
  return posts.some((post) => post === name);
}

/** The company the desk belongs to. */
export interface Company {
  readonly name: string;
  /** Time zone of company-wide periods. */
  readonly timeZone: string;
}

export interface Department {
  readonly id: string;
  readonly name: string;
  /** The department above it; whoever heads that one answers where nobody heads this one. */
  readonly parentId?: string;
  /** The company outside that does its work. */
  readonly contractorId?: string;
}

/** A project (项目/管理处) with the facts that deadlines and figures need. */
export interface Project {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly city: string;
  /** 普通住宅, 别墅, 大厦 … (D15: like with like). */
  readonly type: string;
  readonly floorArea: number;
  readonly timeZone: string;
  readonly departments: readonly Department[];
  /** Address of the project's complaint mailbox, if it has one. */
  readonly mailbox?: string;
  /** 投诉热线 (D4), as residents dial it. */
  readonly hotline?: string;
  /** Who answers day and night where somebody is in danger; absent: the hotline. */
  readonly emergencyPhone?: string;
  /** What its people and complainants are written to in, unless they asked for another; absent: Chinese. */
  readonly language?: Language;
  /** 交付日期, a local date. */
  readonly deliveredOn?: string;
  /** What complaint rates are divided by; absent: by type. */
  readonly ratedBy?: "households" | "area";
  /** First month with complaints, `YYYY-MM`: where the all-time columns of D1 begin. */
  readonly since: string;
}

/** Someone who works for us. `projectId` absent: the post covers the company (or `region`). */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Mobile number for text messages. */
  readonly phone?: string;
  /** Account in WeCom (企业微信 UserID). */
  readonly wecomId?: string;
  /** Which language stands first in messages; absent: the project's. */
  readonly language?: Language;
  readonly assignments: readonly Assignment[];
  readonly absences?: readonly Absence[];
  /** Who stands in while the person is absent, in this order. */
  readonly substitutes?: readonly string[];
  /** The last day at work, a local date. */
  readonly leavesOn?: string;
  /** Whoever signed in before this instant must do so again. */
  readonly sessionsEndedAt?: string;
}

/** A person with the posts of whoever is absent today and has this one as a stand-in. */
export interface Acting extends Person {
  readonly standsInFor?: readonly string[];
}

/** Local dates, both included. */
export interface Absence {
  readonly from: string;
  readonly to: string;
  /** Asked before the standing substitutes. */
  readonly substituteId?: string;
}

export interface Assignment {
  readonly post: Post;
  readonly projectId?: string;
  readonly departmentId?: string;
  readonly region?: string;
}

/** A flat (房产) of a project, as imported. */
export interface Household {
  readonly projectId: string;
  readonly area: string;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
  readonly occupied: boolean;
  readonly kind?: HouseholdKind;
  /** Of the owner or tenant: personal values. */
  readonly name?: string;
  readonly phone?: string;
  /** m² */
  readonly floorArea?: number;
  /** Local date. */
  readonly occupiedSince?: string;
}

export const householdKinds = ["owner", "tenant"] as const;
export type HouseholdKind = (typeof householdKinds)[number];

/** True if the person holds the post for this project: there, in its region, or for the whole company. */
export function holds(person: Person, post: Post, project: Project): boolean {
  return person.assignments.some((a) => a.post === post && covers(a, project));
}

/** True if any of the person's posts reaches this project. */
export function reaches(person: Person, project: Project): boolean {
  return person.assignments.some((a) => covers(a, project));
}

/** The posts a person holds for a project, in the order of the hierarchy. */
export function postsFor(person: Person, project: Project): readonly Post[] {
  return posts.filter((post) => holds(person, post, project));
}

/** True if the assignment is for this project, for its region, or (headquarters) for the whole company. */
export function covers(assignment: Assignment, project: Project): boolean {
  if (assignment.projectId !== undefined) return assignment.projectId === project.id;
  if (assignment.region !== undefined) return assignment.region === project.region;
  return assignment.post === "headquarters";
}
