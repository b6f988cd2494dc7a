import type { CompanyFile, CompanyLedgerEntry } from "../../lib/contracts/company-file.ts";
import { defined } from "../../lib/domain/present.ts";
import { course } from "./course.ts";
import { iso, local } from "./hours.ts";
import type { Random } from "./random.ts";
import type { ScriptedComplaint } from "./script.ts";
import { departmentFor, staffOf } from "./staff.ts";

/** The rows of the source ledger (D10), posted on their days; the rows give no hour, so they come at ten. */
export function scriptedLedger(
  rows: readonly CompanyLedgerEntry[],
  company: CompanyFile,
  random: Random,
): ScriptedComplaint[] {
  return rows.map((row, index) => {
    const project = company.projects.find(({ id }) => id === row.projectId);
    if (project === undefined) throw new RangeError(`row ${row.number}: no project ${row.projectId}`);
    const receivedAt = local(Number(row.date.slice(-2)), "10:00") + index * 60_000;
    const key = `D10-${row.number}`;
    const body = {
      projectId: row.projectId,
      sourceId: key,
      receivedAt: iso(receivedAt),
      matter: row.matter,
      ...(row.complainant === undefined ? {} : { complainant: { name: row.complainant } }),
      ...(row.area === undefined ? {} : { location: { area: row.area } }),
      ...defined({ place: row.place }),
      classCode: row.classCode,
    };
    const system = row.channel === "phone" ? "call-centre" : "integration";
    const postedAt = receivedAt + 120_000;
    const facts = {
      knownAt: postedAt,
      recordKind: "complaint",
      urgent: false,
      classCode: row.classCode,
      department: departmentFor(project, "service"),
      trade: "service",
      // The ledger gives no phone number: the answer is posted (公示回复).
      via: "posted",
      told: false,
    } as const;
    return {
      key,
      channel: row.channel,
      projectId: row.projectId,
      receivedAt,
      recordKind: "complaint",
      urgent: false,
      delivery: { kind: "post", at: postedAt, system, body },
      steps: course(facts, staffOf(project, company.people), random),
    };
  });
}
