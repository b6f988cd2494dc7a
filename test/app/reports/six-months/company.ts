import type { Person, Post, Project } from "../../../../lib/domain/organisation/organisation.ts";
import type { World } from "../../../support/world.ts";

/** Six projects in three regions and four cities; the last one is two hours behind the others. */
const projects: readonly [
  id: string,
  name: string,
  region: string,
  city: string,
  type: string,
  area: number,
][] = [
  ["p1", "森林湖", "华东", "上海", "普通住宅", 80_000],
  ["p2", "翠湖苑", "华东", "上海", "普通住宅", 95_000],
  ["p3", "江畔里", "华东", "南京", "普通住宅", 150_000],
  ["p4", "云山墅", "华南", "深圳", "别墅", 60_000],
  ["p5", "国金大厦", "华南", "深圳", "大厦", 50_000],
  ["p6", "天山花园", "西北", "乌鲁木齐", "普通住宅", 90_000],
];

const departments = [
  { id: "service", name: "客户服务部" },
  { id: "engineering", name: "工程部" },
];

/** Hours of the project's wall clock before UTC. */
export const offsetOf = (projectId: string): number => (projectId === "p6" ? 6 : 8);

/** A person at a post of every project. */
const of = (id: string, post: Post, departmentId?: string): Person => ({
  id,
  name: `示例${id}`,
  email: `${id}@desk.example`,
  assignments: projects.map(([projectId]) => ({
    post,
    projectId,
    ...(departmentId === undefined ? {} : { departmentId }),
  })),
});

export const staff = {
  clerk: of("clerk", "clerk"),
  handler: of("handler", "handler", "engineering"),
  supervisor: of("supervisor", "supervisor"),
  manager: of("manager", "manager"),
  projectManager: of("project-manager", "project-manager"),
  headquarters: {
    id: "hq",
    name: "示例总部",
    email: "hq@desk.example",
    assignments: [{ post: "headquarters" }],
  },
} as const satisfies Record<string, Person>;

const households: Readonly<Record<string, number>> = { p1: 800, p2: 950, p3: 1500, p4: 120, p6: 900 };

export function settle(w: World): void {
  w.organisation.projects = projects.map(
    ([id, name, region, city, type, floorArea]): Project => ({
      id,
      name,
      region,
      city,
      type,
      floorArea,
      departments,
      timeZone: offsetOf(id) === 6 ? "Asia/Urumqi" : "Asia/Shanghai",
      // Half of its complaints are older than this: they are the backlog of going live.
      since: id === "p5" ? "2026-04" : "2026-01",
    }),
  );
  w.organisation.people = Object.values(staff);
  w.organisation.months = Object.entries(households).map(([projectId, occupiedHouseholds]) => ({
    projectId,
    month: "2026-01",
    version: 1,
    occupiedHouseholds,
    occupiedArea: 0,
    source: "entered",
    at: "2026-01-01T00:00:00.000Z",
    by: "hq",
  }));
}

export const projectIds = projects.map(([id]) => id);
export const regionOf = (projectId: string): string => projects.find(([id]) => id === projectId)?.[2] ?? "";
export const cityOf = (projectId: string): string => projects.find(([id]) => id === projectId)?.[3] ?? "";
export const nameOf = (projectId: string): string => projects.find(([id]) => id === projectId)?.[1] ?? "";
