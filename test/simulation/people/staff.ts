import type { CompanyFile } from "../../../lib/contracts/company-file.ts";
import type { Random } from "../engine/random.ts";
import { type Crew, fieldsOf, weight } from "./commands.ts";
import { type Desk } from "./desk.ts";

type People = CompanyFile["people"];

/** Who works for a project of the sample company. */
export function crewOf(project: CompanyFile["projects"][number], people: People): Crew {
  const holding = (post: string, departmentId?: string) =>
    people.filter(({ assignments }) =>
      assignments.some(
        (one) =>
          one.post === post &&
          one.projectId === project.id &&
          (departmentId === undefined || one.departmentId === departmentId),
      ),
    );
  const first = (post: string, departmentId?: string) => holding(post, departmentId)[0]?.id;
  const manager = first("manager") ?? "headquarters";
  const departments = project.departments.map(({ id }) => id);
  const byDepartment = (post: string) =>
    new Map(
      departments.flatMap((id) => {
        const person = first(post, id);
        return person === undefined ? [] : [[id, person] as const];
      }),
    );
  return {
    clerks: holding("clerk").map(({ id }) => id),
    lead: first("supervisor") ?? manager,
    manager,
    projectManager: first("project-manager") ?? manager,
    region:
      people.find(({ assignments }) =>
        assignments.some((one) => one.post === "region" && one.region === project.region),
      )?.id ?? "headquarters",
    headquarters: "headquarters",
    departments,
    handlers: byDepartment("handler"),
    heads: byDepartment("department-head"),
  };
}

/** Somebody of the crew, by how often each has to do with a complaint. */
function somebody(crew: Crew, view: { departmentId?: string } | undefined, random: Random): string {
  const { departmentId } = view ?? {};
  const handler = departmentId === undefined ? undefined : crew.handlers.get(departmentId);
  const head = departmentId === undefined ? undefined : crew.heads.get(departmentId);
  return random.weighted([
    [random.pick(crew.clerks), 3],
    [crew.lead, 5],
    [crew.manager, 4],
    [crew.projectManager, 1.5],
    [handler ?? crew.lead, 4],
    [head ?? crew.manager, 1.5],
    [crew.region, 0.3],
    [crew.headquarters, 0.3],
  ]);
}

/** The next moment at which somebody is at the desk: between 08:00 and 21:00 in Shanghai. */
export function atWork(at: number): number {
  const day = 86_400_000;
  const local = (at + 8 * 3_600_000) % day;
  if (local < 8 * 3_600_000) return at + 8 * 3_600_000 - local;
  return local > 21 * 3_600_000 ? at + day - local + 8 * 3_600_000 : at;
}

/**
 * Somebody opens a complaint, sees what may be done with it, and does one of it. True while there is something to come
 * back for.
 */
export async function visit(
  desk: Desk,
  id: string,
  crew: Crew,
  turn: string,
  random: Random,
): Promise<boolean> {
  const first = somebody(crew, undefined, random);
  const seen = await desk.asPerson(first, "GET", `/complaints/${id}`);
  if (seen?.status !== 200) return true;
  const who = random.chance(0.5) ? first : somebody(crew, seen.json, random);
  const shown = who === first ? seen : await desk.asPerson(who, "GET", `/complaints/${id}`);
  if (shown?.status !== 200) return true;
  const view = shown.json;
  const choices = (view.allowed as string[])
    .filter((name) => desk.isGiven(name))
    .map((name) => [name, weight(name, view)] as const)
    .filter(([, gladly]) => gladly > 0);
  if (choices.length === 0) return view.status !== "withdrawn" && view.status !== "referred";
  const command = random.weighted(choices);
  const body = { version: view.version, ...fieldsOf(command, view, crew, desk.now, random) };
  const give = () => desk.asPerson(who, "POST", `/complaints/${id}/commands/${command}`, body, turn);
  // A double click: the same command twice at once.
  await Promise.all(random.chance(0.12) ? [give(), give()] : [give()]);
  if (view.status === "withdrawn" || view.status === "referred") return false;
  // Whoever has it open does the next thing at once: what follows from the first is still on its way.
  if (!turn.endsWith("+") && random.chance(0.3)) {
    await desk.pause(random.int(1, 15) * 1000);
    return visit(desk, id, crew, `${turn}+`, random.fork("next"));
  }
  return view.status !== "closed" || random.chance(0.5);
}
