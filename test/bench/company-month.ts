import { classCodes } from "../../lib/domain/classification/classes.ts";
import { channelNames } from "../../lib/domain/classification/sources.ts";
import type { Complaint } from "../../lib/domain/complaint/document.ts";
import type { Registration } from "../../lib/domain/complaint/events.ts";
import type { Project } from "../../lib/domain/organisation/organisation.ts";
import { after, at, personal, plain, registered } from "../support/builders.ts";
import { project } from "../support/organisation.ts";

const types = ["普通住宅", "别墅", "大厦"] as const;

/** Projects of three types and two bands of area. */
export function manyProjects(count: number): Project[] {
  return Array.from({ length: count }, (_, index) => ({
    ...project,
    id: `project-${index + 1}`,
    name: `示例${index + 1}期`,
    type: types[index % types.length] ?? "大厦",
    floorArea: 40_000 + ((index * 17_000) % 160_000),
    since: "2026-02",
  }));
}

/** Sixty lives of a complaint received in February and March: open, in time, late, followed up, invalid, other kinds. */
function lives(): Complaint[] {
  return Array.from({ length: 60 }, (_, index): Complaint => {
    const day = String((index % 27) + 1).padStart(2, "0");
    const received = at(`2026-${index % 10 === 9 ? "02" : "03"}-${day} 10:${String(index).padStart(2, "0")}`);
    const hours = (n: number) => new Date(Date.parse(received) + n * 3_600_000).toISOString();
    const kind = index % 12 === 11 ? "repair" : index % 12 === 10 ? "opinion" : "complaint";
    const more: Partial<Registration> = {
      channel: channelNames[index % (channelNames.length - 1)] ?? "phone",
      recordKind: kind,
      location: { area: "一期", building: String((index % 9) + 1), unit: "1", room: `${(index % 20) + 1}02` },
    };
    const values = {
      matter: personal(`${index}号楼电梯又停了,等了两个小时没人来,物业电话打不通,请尽快处理并回复`),
      name: personal("王示例"),
      phone: personal("13800000000"),
    };
    let complaint = registered(received, more, values);
    const code = classCodes[(index * 7) % classCodes.length];
    if (code !== undefined) {
      const level = kind === "complaint" ? ("C" as const) : undefined;
      complaint = after(
        complaint,
        {
          type: "classify",
          classCode: code,
          ...(level === undefined ? {} : { level }),
          causeFactor: "people.skill",
        },
        hours(1),
      );
    }
    if (index % 15 === 3)
      return after(complaint, { ...plain.judge(), validity: "invalid" } as never, hours(2));
    complaint = after(complaint, plain.assign(), hours(2));
    if (index % 3 === 0) return complaint;
    complaint = after(complaint, plain.resolve(), hours(index % 5 === 0 ? 200 : 20));
    return after(
      complaint,
      {
        type: "follow-up",
        outcome: "reached",
        grade: (index % 5) + 1,
        ...(index % 5 < 3 ? { reason: personal("等太久") } : {}),
      } as never,
      hours(216),
    );
  });
}

/** So many complaints spread over the projects, each a document of its own. */
export function* companyMonth(count: number, projects: readonly Project[]): Generator<Complaint> {
  const templates = lives();
  for (let index = 0; index < count; index += 1) {
    const template = templates[index % templates.length];
    const [first, ...others] = template?.events ?? [];
    const of = projects[(index * 7 + Math.floor(index / 60)) % projects.length];
    if (template === undefined || first?.fact.type !== "registered" || of === undefined) continue;
    const own = {
      id: String(index).padStart(26, "0"),
      number: String(index + 1).padStart(3, "0"),
      projectId: of.id,
    };
    const fact = { ...first.fact, ...own };
    yield {
      ...template,
      registration: { ...template.registration, ...own },
      events: [{ ...first, fact }, ...others],
    };
  }
}
