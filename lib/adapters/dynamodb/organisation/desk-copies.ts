import * as z from "zod";
import type { Freshness } from "../../../app/ports/freshness.ts";
import {
  type Assignment,
  type Person,
  type Project,
  reaches,
} from "../../../domain/organisation/organisation.ts";
import { type Instant, plusSeconds } from "../../../domain/time/instant.ts";
import { conditionally, read } from "../core/errors.ts";
import { type Item, isSameItem, putItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { packedJson, packJson } from "../core/packed-json.ts";
import { instant, text } from "../core/shape.ts";
import type { Table } from "../core/table.ts";
import { getItem } from "../core/together.ts";
import { personSchema, projectSchema } from "./organisation-schema.ts";

/** A project with everybody whose posts reach it, the region's and headquarters' people too. */
export interface Desk {
  readonly project: Project;
  readonly people: readonly Person[];
}

/** What copies are made of, and when. */
export interface DeskSources {
  readonly now: () => Instant;
  readonly project: (id: string) => Promise<Project | undefined>;
  readonly projects: () => Promise<readonly Project[]>;
  readonly people: () => Promise<readonly Person[]>;
}

const desk = z.looseObject({ project: projectSchema, people: z.array(personSchema) });
const mark = z.looseObject({ id: text, at: instant });
const copy = z.object({
  version: z.int(),
  /** Changes under way: as long as one is, the entries themselves are read. */
  marks: packedJson.pipe(z.array(mark)),
  desk: packedJson.pipe(desk).exactOptional(),
  builtAt: instant.exactOptional(),
});
interface Copy {
  readonly version: number;
  readonly marks: readonly z.output<typeof mark>[];
  readonly desk?: Desk;
  readonly builtAt?: Instant;
}

interface Taken {
  readonly item: Item;
  readonly copy: Copy;
}

/** Of so many projects the copy is kept as it was last taken apart. */
const KEPT = 200;
/** A change that has not ended after so many seconds never will. */
const ABANDONED_SECONDS = 60;
/** A copy is made anew after a day or two, each at an hour of its own: whatever went wrong with one does not last. */
const DAY_SECONDS = 86_400;
const RACES = 25;
/** So many copies are made of one reading of the people. */
const AT_ONCE = 100;

/**
 * The project's desk, copied into one item: a deadline asks who holds its posts without reading the whole company. A
 * change marks the copies it concerns before it is made and makes them anew after; a marked copy is not believed, so
 * nobody sees one older than the second that a copy may take to be seen, also after a crash in between.
 */
export function deskCopies(table: Table, sources: DeskSources) {
  /** Taking a copy apart costs more than reading it, and the next one is mostly the same. */
  const taken = new Map<string, Taken>();

  async function load(projectId: string, freshness?: Freshness): Promise<Copy | undefined> {
    const ref = keys.desk(projectId);
    const item = await getItem(table, ref, freshness);
    if (item === undefined) return undefined;
    const last = taken.get(projectId);
    if (last !== undefined && (last.item === item || isSameItem(last.item, item))) return last.copy;
    const made = read(copy, item, ref);
    taken.delete(projectId);
    taken.set(projectId, { item, copy: made });
    for (const oldest of taken.keys()) if (taken.size > KEPT) taken.delete(oldest);
    return made;
  }

  /**
   * Makes copies anew, without this change's mark and those of changes that never ended; gives back those that somebody
   * changed meanwhile. The entries are read after the copies: whoever changes one of them later marks a newer copy.
   */
  async function rebuiltOnce(projectIds: readonly string[], markId?: string): Promise<readonly string[]> {
    const copies = await Promise.all(projectIds.map((id) => load(id)));
    const at = sources.now();
    const [people, projects] = await Promise.all([
      sources.people(),
      Promise.all(projectIds.map((id) => sources.project(id))),
    ]);
    const lost = await Promise.all(
      projectIds.map(async (projectId, index) => {
        const [standing, project] = [copies[index], projects[index]];
        if (project === undefined) return [];
        const marks = (standing?.marks ?? []).filter(
          (one) => one.id !== markId && plusSeconds(one.at, ABANDONED_SECONDS) > at,
        );
        const next = { marks, desk: deskIn(project, people), builtAt: at };
        return (await write(table, projectId, standing, next)) ? [] : [projectId];
      }),
    );
    return lost.flat();
  }

  async function rebuild(projectIds: readonly string[], markId?: string): Promise<void> {
    let left = projectIds;
    for (let race = 0; race < RACES && left.length > 0; race += 1) left = await rebuiltOnce(left, markId);
    if (left.length > 0) throw new Error(`the desks of ${left.join()} changed ${RACES} times meanwhile`);
  }

  async function marked(projectId: string, id: string): Promise<void> {
    for (let race = 0; race < RACES; race += 1) {
      const standing = await load(projectId);
      const { marks = [], desk: kept, builtAt } = standing ?? {};
      const next = { marks: [...marks.filter((one) => one.id !== id), { id, at: sources.now() }] };
      const rest = kept === undefined || builtAt === undefined ? {} : { desk: kept, builtAt };
      if (await write(table, projectId, standing, { ...next, ...rest })) return;
    }
    throw new Error(`the desk of ${projectId} changed ${RACES} times meanwhile`);
  }

  /** The projects whose desks have a part in these posts. */
  async function reachedBy(assignments: readonly Assignment[]): Promise<readonly string[]> {
    const named = assignments.flatMap(({ projectId }) => projectId ?? []);
    if (named.length === assignments.length) return [...new Set(named)];
    const all = await sources.projects();
    const someone = { id: "", name: "", email: "", assignments };
    return all.filter((project) => reaches(someone, project)).map(({ id }) => id);
  }

  /** The copy if it can be believed; one that is missing, old or given up on is made anew first. */
  async function believed(projectId: string): Promise<Desk | undefined> {
    // A change of this very second may be missed, as one of the next would be; making a copy anew reads what stands.
    const standing = await load(projectId, "lately");
    const at = sources.now();
    const fresh = standing !== undefined && isFresh(projectId, standing, at);
    if (standing?.desk !== undefined && standing.marks.length === 0 && fresh) return standing.desk;
    const isUnderWay = standing?.marks.some((one) => plusSeconds(one.at, ABANDONED_SECONDS) > at) ?? false;
    if (isUnderWay || (await sources.project(projectId)) === undefined) return undefined;
    await rebuild([projectId]);
    const { marks = [], desk: made } = (await load(projectId)) ?? {};
    return marks.length === 0 ? made : undefined;
  }

  return {
    reachedBy,

    /** The project; undefined where there is none. */
    async project(projectId: string): Promise<Project | undefined> {
      return (await believed(projectId))?.project ?? sources.project(projectId);
    },

    /** Everybody who works for it; nobody where there is no such project. */
    async people(projectId: string): Promise<readonly Person[]> {
      const known = await believed(projectId);
      if (known !== undefined) return known.people;
      const project = await sources.project(projectId);
      return project === undefined ? [] : deskIn(project, await sources.people()).people;
    },

    /** Carries a change of these projects or their people out: `id` names it, the same for the same change. */
    async changing<T>(projectIds: readonly string[], id: string, work: () => Promise<T>): Promise<T> {
      await inBatches(projectIds, (some) => Promise.all(some.map((projectId) => marked(projectId, id))));
      try {
        return await work();
      } finally {
        await inBatches(projectIds, (some) => rebuild(some, id));
      }
    },
  };
}

async function write(
  table: Table,
  projectId: string,
  standing: Copy | undefined,
  next: Omit<Copy, "version">,
): Promise<boolean> {
  const { marks, desk: kept, builtAt } = next;
  const written = await conditionally(() =>
    putItem(table, {
      Item: {
        ...keys.desk(projectId),
        version: (standing?.version ?? 0) + 1,
        marks: packJson(marks),
        ...(kept === undefined ? {} : { desk: packJson(kept), builtAt }),
      },
      ...(standing === undefined
        ? { ConditionExpression: "attribute_not_exists(pk)" }
        : {
            ConditionExpression: "version = :before",
            ExpressionAttributeValues: { ":before": standing.version },
          }),
    }),
  );
  return written.done;
}

function isFresh(projectId: string, { builtAt }: Copy, at: Instant): boolean {
  let sum = 0;
  for (const character of projectId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % DAY_SECONDS;
  return builtAt !== undefined && plusSeconds(builtAt, DAY_SECONDS + sum) > at;
}

function deskIn(project: Project, people: readonly Person[]): Desk {
  return { project, people: people.filter((person) => reaches(person, project)) };
}

async function inBatches(
  ids: readonly string[],
  work: (some: readonly string[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) await work(ids.slice(from, from + AT_ONCE));
}
