import { type Instant, localDate } from "../time/instant.ts";
import type { LackCode } from "../words/readiness.ts";
import { type ChannelSystem, isValidKey } from "./channel-system.ts";
import { type Company, holds, type Person, type Post, type Project, posts } from "./organisation.ts";

/** What a new installation still lacks; `about` names the project, person, post or system. */
export interface Lack {
  readonly code: LackCode;
  readonly about?: string;
  /** must: complaints or deadlines go wrong without it; should: people will miss it. */
  readonly weight: "must" | "should";
}

/** What the desk knows of itself. */
export interface Installation {
  readonly company: Company | undefined;
  readonly projects: readonly Project[];
  readonly people: readonly Person[];
  readonly systems: readonly ChannelSystem[];
  /** Years whose State Council notice is entered. */
  readonly noticeYears: readonly number[];
  /** Mail to any address of this domain reaches us; undefined where that is not known. */
  readonly mailDomain?: string | undefined;
  readonly now: Instant;
}

/** Posts that rungs address: without a holder the next higher one is woken instead. The clerk is addressed by none. */
const addressed: readonly Post[] = posts.filter((post) => post !== "clerk");

/** Everything a new installation still lacks, the gravest first; nothing for one that is ready. */
export function lacksOf(installation: Installation): readonly Lack[] {
  const lacks = [
    ...ofCompany(installation),
    ...installation.projects.flatMap((project) => ofProject(project, installation)),
    ...installation.people.flatMap(ofPerson),
    ...ofSystems(installation),
    ...ofCalendar(installation),
  ];
  return lacks.toSorted((a, b) => Number(a.weight === "should") - Number(b.weight === "should"));
}

function ofCompany({ company, projects }: Installation): Lack[] {
  if (company === undefined) return [{ code: "no-company", weight: "must" }];
  return projects.length === 0 ? [{ code: "no-project", weight: "must" }] : [];
}

function ofProject(project: Project, { people, projects, mailDomain, now }: Installation): Lack[] {
  const { id, mailbox, departments } = project;
  const at = localDate(now, project.timeZone);
  const here = people.filter(({ leavesOn }) => leavesOn === undefined || leavesOn >= at);
  const unheld = addressed.filter((post) => !here.some((person) => holds(person, post, project)));
  const lacks = unheld.map((post): Lack => {
    return { code: "post-held-by-nobody", about: `${id} ${post}`, weight: weightOf(post) };
  });
  if (departments.length === 0) lacks.push({ code: "departments-missing", about: id, weight: "must" });
  if (mailbox === undefined) {
    lacks.push({ code: "project-without-mailbox", about: id, weight: "should" });
    return lacks;
  }
  if (mailDomain !== undefined && !mailbox.toLowerCase().endsWith(`@${mailDomain.toLowerCase()}`)) {
    lacks.push({ code: "mailbox-outside-domain", about: `${id} ${mailbox}`, weight: "must" });
  }
  const twin = projects.find((other) => other.id !== id && sameMailbox(other.mailbox, mailbox));
  if (twin !== undefined) lacks.push({ code: "mailbox-shared", about: `${id} ${twin.id}`, weight: "must" });
  return lacks;
}

/** Somebody must do the work and somebody must be responsible; posts between them have a next higher one. */
function weightOf(post: Post): Lack["weight"] {
  return post === "handler" || post === "project-manager" || post === "headquarters" ? "must" : "should";
}

function sameMailbox(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

function ofPerson({ id, email, assignments }: Person): Lack[] {
  const works = assignments.some(({ post }) => post !== "clerk");
  return works && !email.includes("@") ? [{ code: "person-without-mail", about: id, weight: "must" }] : [];
}

function ofSystems({ systems, now }: Installation): Lack[] {
  if (systems.length === 0) return [{ code: "no-channel-system", weight: "should" }];
  return systems
    .filter(({ keys }) => !keys.some((key) => isValidKey(key, now)))
    .map(({ system }) => ({ code: "system-without-key", about: system, weight: "should" }));
}

/** The notice of a year comes out in October or November of the year before. */
function ofCalendar({ company, noticeYears, now }: Installation): Lack[] {
  const [year = 0, month = 0] = localDate(now, company?.timeZone ?? "Asia/Shanghai")
    .split("-")
    .map(Number);
  const needed = month === 12 ? [year, year + 1] : [year];
  return needed
    .filter((one) => !noticeYears.includes(one))
    .map((one) => ({ code: "holiday-notice-missing", about: String(one), weight: "must" }));
}
