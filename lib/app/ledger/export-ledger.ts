import { complaintClasses } from "../../domain/classification/classes.ts";
import { type Complaint, registeredValue } from "../../domain/complaint/document.ts";
import { ANONYMOUS, type LedgerColumnName, wholeLedgerColumns } from "../../domain/ledger/columns.ts";
import { momentText } from "../../domain/ledger/moment.ts";
import { estateClassIn } from "../../domain/statistics/fact-row.ts";
import type { Instant } from "../../domain/time/instant.ts";
import { channelWords } from "../../domain/words/channels.ts";
import { recordKindWords, statusWords, unjudgedWords, validityWords } from "../../domain/words/complaint.ts";
import { eachPage } from "../complaints/each-page.ts";
import type { Ports } from "../ports/index.ts";

type ExportPorts = Pick<Ports, "clock" | "complaints" | "organisation">;

/** The headings of a full export, D10's twelve first. */
export const exportHeadings: readonly string[] = wholeLedgerColumns.map(({ zh }) => zh);

/**
 * Every complaint there is as a row of text, project by project and month by month, as `importLedger` reads it back. Contacts
 * stand there whole: the file is the company's own copy. Anonymous is anonymous here too.
 */
export async function* exportLedger(ports: ExportPorts): AsyncGenerator<readonly string[]> {
  const names = new Map((await ports.organisation.projects()).map(({ id, name }) => [id, name]));
  for await (const complaints of eachPage(ports)) {
    for (const stored of complaints) {
      const cells = cellsOf(await ports.complaints.withTexts(stored), names);
      yield wholeLedgerColumns.map(({ name }) => cells[name] ?? "");
    }
  }
}

function cellsOf(
  complaint: Complaint,
  names: ReadonlyMap<string, string>,
): Readonly<Partial<Record<LedgerColumnName, string>>> {
  const { registration, classCode, resolvedAt, validity, firstGrade, status } = complaint;
  const { anonymous, location, projectId, timeZone, historical } = registration;
  const value = (field: string) => (anonymous ? undefined : registeredValue(complaint, field));
  const moment = (at: Instant | undefined) => (at === undefined ? "" : momentText(at, timeZone));
  const hasClass = classCode !== undefined || historical?.estateClass !== undefined;
  // What an old ledger did not say is not said here either.
  const unsaid = historical !== undefined && historical.dueAt === undefined && isAsImported(complaint);
  return {
    number: registration.number,
    date: moment(registration.receivedAt),
    name: anonymous ? ANONYMOUS : (value("name") ?? ""),
    contact: [value("phone"), value("email")].filter((part) => part !== undefined).join("\n"),
    project: names.get(projectId) ?? projectId,
    area: location.area ?? "",
    building: location.building ?? "",
    unit: anonymous ? "" : (location.unit ?? ""),
    room: anonymous ? "" : (location.room ?? ""),
    source: channelWords[registration.channel].zh,
    class: hasClass ? estateClassIn(complaint) : "",
    matter: registeredValue(complaint, "matter") ?? "",
    point: classCode === undefined ? "" : `${classCode} ${complaintClasses[classCode].zh}`,
    kind: recordKindWords[registration.recordKind].zh,
    due: unsaid ? "" : moment(complaint.taskDueAt),
    completed:
      unsaid && historical.completedAt === registration.receivedAt
        ? ""
        : moment(resolvedAt ?? complaint.endedAt),
    validity: validity === undefined ? unjudgedWords.zh : validityWords[validity].zh,
    grade: firstGrade === undefined ? "" : String(firstGrade),
    status: statusWords[status].zh,
  };
}

function isAsImported({ registration, resolvedAt, endedAt }: Complaint): boolean {
  return registration.historical?.completedAt === (resolvedAt ?? endedAt);
}
