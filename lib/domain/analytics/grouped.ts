import { complaintClasses, topClassOf } from "../classification/classes.ts";
import { isEstateRelated } from "../classification/estate.ts";
import { channelNames } from "../classification/sources.ts";
import { causeFactors, levels } from "../complaint/events.ts";
import { causeFactorWords } from "../words/causes.ts";
import { channelWords } from "../words/channels.ts";
import { levelWords } from "../words/complaint.ts";
import { labelOf, type Words } from "../words/words.ts";
import { type Names, proper } from "./names.ts";
import type { Row, Task } from "./view.ts";

/** The key of what says nothing in a dimension: not classified, not assigned, no building. */
export const NONE = "none";

/** One way of telling complaints apart. */
export interface Dimension {
  readonly keyOf: (task: Task) => string;
  readonly labelOf: (key: string) => Words;
  /** Keys in the order of their list, all of which have a row; the others follow by size. */
  readonly listed: readonly string[];
}

/** One row for every key, listed ones first and even if empty, then the others, the most complaints first. */
export function rowsBy(tasks: readonly Task[], dimension: Dimension): Row[] {
  const found = new Map<string, Task[]>(dimension.listed.map((key) => [key, []]));
  for (const task of tasks) {
    const key = dimension.keyOf(task);
    const own = found.get(key);
    if (own === undefined) found.set(key, [task]);
    else own.push(task);
  }
  const listed = new Set(dimension.listed);
  const rows = [...found].map(([key, own]): Row => ({ key, label: dimension.labelOf(key), tasks: own }));
  const others = rows
    .filter(({ key }) => !listed.has(key))
    .sort((a, b) => rank(a) - rank(b) || b.tasks.length - a.tasks.length || (a.key < b.key ? -1 : 1));
  return [...rows.filter(({ key }) => listed.has(key)), ...others];
}

/** What says nothing stands last. */
function rank({ key }: Row): number {
  return key === NONE ? 1 : 0;
}

/** K8.3-F2's seven classes (D5). */
export const byClass: Dimension = {
  keyOf: ({ source: { classCode } }) => (classCode === undefined ? NONE : topClassOf(classCode)),
  labelOf: classLabel,
  listed: Object.keys(complaintClasses).filter((code) => code.split(".").length === 2),
};

/** D8's two: 基础服务 and 属性地产相关 (four rows of D1, another thing than class 1.7). */
export const byEstate: Dimension = {
  keyOf: ({ estateClass }) => (isEstateRelated(estateClass) ? "estate" : "basic"),
  labelOf: (key) =>
    key === "estate"
      ? { zh: "属性地产相关", en: "the developer's (D1)" }
      : { zh: "基础服务", en: "basic service" },
  listed: ["basic", "estate"],
};

/** Problem points (投诉点, D8). */
export const byPoint: Dimension = {
  keyOf: ({ source }) => source.classCode ?? NONE,
  labelOf: classLabel,
  listed: [],
};

function classLabel(code: string): Words {
  const known = Object.entries(complaintClasses).find(([name]) => name === code);
  return known?.[1] ?? { zh: "未分类", en: "not classified" };
}

export const byChannel: Dimension = {
  keyOf: ({ source }) => source.channel,
  labelOf: (key) => wordsIn(channelNames, key, (channel) => labelOf(channelWords[channel])),
  listed: channelNames,
};

export const byLevel: Dimension = {
  keyOf: ({ source }) => source.level ?? NONE,
  labelOf: (key) =>
    wordsIn(levels, key, (level) => ({
      zh: `${level} ${levelWords[level].zh}`,
      en: `${level} ${levelWords[level].en}`,
    })),
  listed: levels,
};

/** 人机料法环 (D15). */
export const byCause: Dimension = {
  keyOf: ({ source }) => source.causeFactor ?? NONE,
  labelOf: (key) =>
    wordsIn(causeFactors, key, causeFactorWords, { zh: "未定·尚未分析", en: "not traced yet" }),
  listed: causeFactors,
};

function wordsIn<K extends string>(
  list: readonly K[],
  key: string,
  words: (key: K) => Words,
  none: Words = { zh: "未定", en: "undecided" },
): Words {
  const known = list.find((one) => one === key);
  return known === undefined ? none : words(known);
}

/** Every project of the scope has a row, also one without complaints. */
export function byProject({ projects }: Names): Dimension {
  const names = new Map(projects.map(({ projectId, name }) => [projectId, name]));
  return {
    keyOf: ({ source }) => source.projectId,
    labelOf: (key) => proper(names.get(key) ?? key),
    listed: projects.map(({ projectId }) => projectId),
  };
}

/** D15: every level of the tree. */
export function byPlace({ projects }: Names, level: "region" | "city"): Dimension {
  const places = new Map(projects.map((project) => [project.projectId, project[level] ?? NONE]));
  return {
    keyOf: ({ source }) => places.get(source.projectId) ?? NONE,
    labelOf: (key) => (key === NONE ? { zh: "未定", en: "undecided" } : proper(key)),
    listed: [...new Set(places.values())].toSorted(),
  };
}

/** Buildings of different projects are different buildings. */
export function byBuilding(names: Names): Dimension {
  const project = byProject(names);
  return ofProjects(
    names,
    project,
    ({ building }) => building,
    (_, building) => building,
  );
}

export function byDepartment(names: Names): Dimension {
  const named = (projectId: string, id: string) => names.department(projectId, id) ?? id;
  return ofProjects(names, byProject(names), ({ departmentId }) => departmentId, named);
}

function ofProjects(
  { projects }: Names,
  project: Dimension,
  valueOf: (source: Task["source"]) => string | undefined,
  nameOf: (projectId: string, value: string) => string,
): Dimension {
  return {
    keyOf: ({ source }) => {
      const value = valueOf(source);
      return value === undefined ? NONE : `${source.projectId}/${value}`;
    },
    labelOf: (key) => {
      if (key === NONE) return { zh: "未定", en: "undecided" };
      const at = key.indexOf("/");
      const [projectId, value] = [key.slice(0, at), key.slice(at + 1)];
      const own = nameOf(projectId, value);
      return proper(projects.length === 1 ? own : `${project.labelOf(projectId).zh} ${own}`);
    },
    listed: [],
  };
}

export function byHandler(names: Names): Dimension {
  return byOwner(({ handlerId }) => handlerId, names.person, { zh: "未指定处理人", en: "no handler named" });
}

/** The company outside whose work it is; departments of our own are 自有部门. */
export function byContractor(names: Names): Dimension {
  return byOwner(({ contractorId }) => contractorId, names.contractor, {
    zh: "自有部门",
    en: "our own departments",
  });
}

function byOwner(
  valueOf: (source: Task["source"]) => string | undefined,
  nameOf: (id: string) => string | undefined,
  none: Words,
): Dimension {
  return {
    keyOf: ({ source }) => valueOf(source) ?? NONE,
    labelOf: (key) => (key === NONE ? none : proper(nameOf(key) ?? key)),
    listed: [],
  };
}
