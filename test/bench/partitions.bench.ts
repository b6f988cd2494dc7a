/**
 * `npm run bench:partitions`: a company of 500 projects and 10,000 people lives whole complaints on the table's engine, every
 * call counted; then what each partition of table and indexes takes at 50 complaints a second, of what DynamoDB gives a partition
 * (3,000 read and 1,000 write units a second). Names those above a tenth, fails above a half.
 */
import type { CompanyFile } from "../../lib/contracts/company-file.ts";
import type { CountedCall } from "../cost/counted-calls.ts";
import { openCountedDesk } from "../cost/counted-desk.ts";
import { liveOne } from "../cost/life.ts";

const PROJECTS = 500;
const PEOPLE = 10_000;
const COMPLAINTS_A_SECOND = 50;
const LIVES = Number(process.argv[2] ?? 8);
/** A storm over one city: so large a part of all complaints comes from one project. */
const BUSY_SHARE = 0.1;
const LIMIT = { read: 3000, write: 1000 } as const;
const NAMED = 0.1;
const MOST = 0.5;

/** The sample company grown: the first projects are the sample's, the rest copies with people of their own. */
function grown({ company, projects, people, ...rest }: CompanyFile): CompanyFile {
  const [first] = projects;
  if (first === undefined) throw new Error("the sample company has no project");
  // Mail for all copies would go to one of them.
  const { mailbox: _, ...project } = first;
  const copies = Array.from({ length: PROJECTS - projects.length }, (__, index) => {
    return { ...project, id: `project-${index}`, name: `${first.name} ${index}` };
  });
  const more = Array.from({ length: PEOPLE - people.length }, (__, index) => ({
    id: `person-${index}`,
    name: `示例${index}`,
    email: `person-${index}@sample.jiesu.example`,
    assignments: [{ post: "clerk" as const, projectId: `project-${index % copies.length}` }],
  }));
  return { ...rest, company, projects: [...projects, ...copies], people: [...people, ...more] };
}

/** Few lives fall on few shards of the alarm index; many fall on all alike, so that each takes its part. */
const SHARDS = "alarms, each shard";

interface Load {
  read: number;
  write: number;
  readonly lives: Set<number>;
}

/** Units by partition; a call about several of the table's takes its part from each. */
function add(loads: Map<string, Load>, life: number, call: CountedCall): void {
  const at = (name: string): Load => {
    const load = loads.get(name) ?? { read: 0, write: 0, lives: new Set<number>() };
    loads.set(name, load);
    load.lives.add(life);
    return load;
  };
  for (const name of call.partitions) {
    at(name).read += call.readUnits / call.partitions.length;
    at(name).write += (call.written["item"] ?? call.writeUnits) / call.partitions.length;
  }
  for (const [index, units] of Object.entries(call.written)) {
    const partition = call.indexed[index];
    if (partition === undefined || index === "item") continue;
    at(index === "alarms" ? SHARDS : `${index} ${partition}`).write += units;
  }
}

/** What one partition takes a second: one of a complaint's own takes what a life takes, over less than a second at worst. */
function perSecond(name: string, units: number, lives: number): number {
  const isShared = lives > 1;
  if (!isShared) return units;
  const share = name.includes("forest-lake") ? BUSY_SHARE : name === SHARDS ? 1 / shards : 1;
  return (units / LIVES) * COMPLAINTS_A_SECOND * share;
}

const desk = await openCountedDesk({ company: grown });
const shards = await desk.ports.alarms.shards();
const loads = new Map<string, Load>();
try {
  for (let life = 1; life <= LIVES; life += 1)
    for (const { counted } of await liveOne(desk, life))
      for (const call of counted.calls) if (call.service === "dynamodb") add(loads, life, call);
} finally {
  await desk.close();
}

const rows = [...loads]
  .map(([name, { read, write, lives }]) => ({
    name,
    shared: lives.size > 1,
    read: perSecond(name, read, lives.size),
    write: perSecond(name, write, lives.size),
  }))
  .map((row) => ({ ...row, part: Math.max(row.read / LIMIT.read, row.write / LIMIT.write) }))
  .toSorted((a, b) => b.part - a.part);

process.stdout.write(
  `${PROJECTS} projects, ${PEOPLE} people, ${COMPLAINTS_A_SECOND} complaints a second, a tenth of them in one project; ${LIVES} whole lives\n` +
    `${"read/s".padStart(8)} ${"write/s".padStart(8)} ${"of limit".padStart(9)}  partition\n`,
);
for (const { name, shared, read, write, part } of rows.slice(0, 20)) {
  const figures = [read.toFixed(1), write.toFixed(1)].map((figure) => figure.padStart(8)).join(" ");
  const share = `${(part * 100).toFixed(1)} %`.padStart(9);
  process.stdout.write(
    `${figures} ${share}  ${name}${shared ? "" : " (a complaint's own, its whole life in a second)"}\n`,
  );
}
const over = (part: number) => rows.filter((row) => row.part > part).map(({ name }) => name);
process.stdout.write(
  `above a tenth: ${over(NAMED).join("; ") || "none"}\nabove a half: ${over(MOST).join("; ") || "none"}\n`,
);
process.exitCode = over(MOST).length === 0 ? 0 : 1;
