import type { Person, Project } from "../../../domain/organisation/organisation.ts";
import { isHeadquarters } from "../../../domain/organisation/rights.ts";
import { projectsIn, type TreeLevel } from "../../../domain/organisation/tree.ts";
import {
  mayTake,
  type Subscription,
  type Subscriptions,
  subscriptionId,
} from "../../../domain/subscriptions/subscription.ts";
import { localDate, toInstant } from "../../../domain/time/instant.ts";
import type { Ports } from "../../ports/index.ts";
import type { MailedFiles } from "../../ports/subscriptions.ts";
import { isProblem, type Problem, problem } from "../../problems/problem.ts";

export type KeepPorts = Pick<Ports, "clock" | "organisation" | "subscriptions" | "reportFiles">;

/** A part of the tree that somebody takes, or may take. */
export interface TreePart {
  readonly level: TreeLevel;
  readonly scope?: string;
  readonly name: string;
}

/** What somebody takes, with whether it is still theirs to take, and the files that were sent last. */
export interface KeptSubscriptions {
  readonly personId: string;
  readonly version: number;
  readonly items: readonly (Subscription & { readonly name: string; readonly allowed: boolean })[];
  readonly choices: readonly TreePart[];
  readonly recent: readonly LinkedDelivery[];
}

export interface LinkedDelivery extends Omit<MailedFiles, "files"> {
  readonly files: readonly { readonly title: string; readonly size: number; readonly url: string }[];
}

/** Links work for 15 minutes. */
const LINK_SECONDS = 900;
/** Deliveries that are shown of one person. */
const RECENT = 12;

interface Place {
  readonly company: string;
  readonly projects: readonly Project[];
  readonly date: string;
}

/** A person's subscriptions: one's own, or anybody's for headquarters. */
export async function keptBy(
  ports: KeepPorts,
  asking: Person,
  personId: string,
): Promise<KeptSubscriptions | Problem> {
  const person = await whose(ports, asking, personId);
  if (isProblem(person)) return person;
  const place = await placeNow(ports);
  const standing = await ports.subscriptions.find(personId);
  const items = standing?.items ?? [];
  return {
    personId,
    version: standing?.version ?? 0,
    items: items.map((one) => ({
      ...one,
      name: nameIn(place, one),
      allowed: mayTake(person, one, place.projects, place.date),
    })),
    choices: partsOf(place).filter((part) => mayTake(person, part, place.projects, place.date)),
    recent: await recentOf(
      ports,
      items.filter((one) => mayTake(asking, one, place.projects, place.date)),
    ),
  };
}

/** Replaces what a person takes. Refused: what is not that person's to take, and a version that is not the current one. */
export async function keep(
  ports: KeepPorts,
  asking: Person,
  personId: string,
  wanted: Pick<Subscriptions, "version" | "items">,
): Promise<KeptSubscriptions | Problem> {
  const person = await whose(ports, asking, personId);
  if (isProblem(person)) return person;
  const { projects, date } = await placeNow(ports);
  const wrong = wanted.items.findIndex((one) => !mayTake(person, one, projects, date));
  if (wrong >= 0) return problem("not-yours-to-take", { path: `items.${wrong}` });
  const each = new Map(wanted.items.map((one) => [subscriptionId(one), one]));
  const written = await ports.subscriptions.put({
    personId,
    version: wanted.version + 1,
    items: [...each.values()],
    changed: { at: toInstant(ports.clock.now()), by: asking.id },
  });
  if (!written && !(await isSame(ports, personId, [...each.keys()]))) return problem("organisation-changed");
  return keptBy(ports, asking, personId);
}

/** The same again, because the answer was lost. */
async function isSame(
  { subscriptions }: KeepPorts,
  personId: string,
  ids: readonly string[],
): Promise<boolean> {
  const standing = await subscriptions.find(personId);
  return JSON.stringify(standing?.items.map(subscriptionId)) === JSON.stringify(ids);
}

/** Who takes what, over everybody; for headquarters. */
export interface Taker extends Subscription {
  readonly personId: string;
  readonly personName: string;
  readonly name: string;
  readonly allowed: boolean;
}

export async function takers(ports: KeepPorts): Promise<readonly Taker[]> {
  const [place, all, people] = await Promise.all([
    placeNow(ports),
    ports.subscriptions.list(),
    ports.organisation.people(),
  ]);
  const known = new Map(people.map((person) => [person.id, person]));
  const order = new Map(partsOf(place).map((part, index) => [keyOf(part), index]));
  return all
    .flatMap(({ personId, items }) =>
      items.map((one) => {
        const person = known.get(personId);
        const allowed = person !== undefined && mayTake(person, one, place.projects, place.date);
        return {
          ...one,
          personId,
          personName: person?.name ?? personId,
          name: nameIn(place, one),
          allowed,
        };
      }),
    )
    .toSorted((a, b) => (order.get(keyOf(a)) ?? order.size) - (order.get(keyOf(b)) ?? order.size));
}

async function whose(ports: KeepPorts, asking: Person, personId: string): Promise<Person | Problem> {
  if (personId === asking.id) return asking;
  if (!isHeadquarters(asking)) return problem("not-found");
  return (await ports.organisation.person(personId)) ?? problem("not-found");
}

async function placeNow({ clock, organisation }: KeepPorts): Promise<Place> {
  const [company, projects] = await Promise.all([organisation.company(), organisation.projects()]);
  if (company === undefined) throw new Error("no company is set up");
  return { company: company.name, projects, date: localDate(toInstant(clock.now()), company.timeZone) };
}

/** Every part of the tree, the widest first. */
function partsOf({ company, projects }: Place): readonly TreePart[] {
  const named = (level: "region" | "city") =>
    [...new Set(projects.map((project) => project[level]))]
      .toSorted()
      .map((scope) => ({ level, scope, name: scope }));
  return [
    { level: "company", name: company },
    ...named("region"),
    ...named("city"),
    ...projects.map(({ id, name }) => ({ level: "project" as const, scope: id, name })),
  ];
}

function nameIn(
  { company, projects }: Place,
  { level, scope = "" }: Pick<TreePart, "level" | "scope">,
): string {
  if (level === "company") return company;
  return level === "project" ? (projectsIn(projects, level, scope)[0]?.name ?? scope) : scope;
}

function keyOf({ level, scope = "" }: Pick<TreePart, "level" | "scope">): string {
  return `${level} ${scope}`;
}

/** What was sent last, the newest first, with links for whoever asks: only of what is theirs to read now. */
async function recentOf(
  ports: KeepPorts,
  items: readonly Subscription[],
): Promise<readonly LinkedDelivery[]> {
  const all = (
    await Promise.all(items.map((one) => ports.subscriptions.deliveries(subscriptionId(one))))
  ).flat();
  const newest = all.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt)).slice(0, RECENT);
  return Promise.all(
    newest.map(async (delivery) => ({
      ...delivery,
      files: await Promise.all(
        delivery.files.map(async ({ key, title, size }) => ({
          title,
          size,
          url: await ports.reportFiles.presign(key, LINK_SECONDS, ports.clock.now(), title),
        })),
      ),
    })),
  );
}
