import { channels } from "../../domain/classification/sources.ts";
import { decide } from "../../domain/complaint/decide.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import type { Registration } from "../../domain/complaint/events.ts";
import { canonicalJson } from "../../domain/document/chain.ts";
import type { Personal } from "../../domain/document/personal.ts";
import { inBatches } from "../../domain/in-batches.ts";
import { type LedgerEntry, readLedger } from "../../domain/ledger/read-ledger.ts";
import type { RowFault, TextTable } from "../../domain/organisation/table.ts";
import { defined, omit } from "../../domain/present.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { seal } from "../complaints/seal.ts";
import { isKeyedHash, salted } from "../documents/ids.ts";
import { addressBookOf, householdKeyOf } from "../organisation/address-books.ts";
import { contactKey } from "../organisation/keys.ts";
import { noteMonth } from "../periods/first-month.ts";
import type { Ports } from "../ports/index.ts";

export type ImportLedgerPorts = Pick<
  Ports,
  "clock" | "crypto" | "complaints" | "counters" | "households" | "organisation" | "rules"
>;

/** The source system of what an old ledger holds; who the history names. */
const LEDGER_SYSTEM = "ledger";
const BY = { kind: "channel", id: LEDGER_SYSTEM } as const;
/** Rows that are looked up or written at a time. */
const AT_ONCE = 8;

export interface LedgerAsked {
  readonly table: TextTable;
  /** Only looks; nothing is written. */
  readonly dryRun: boolean;
  /** Confirmed: rows with a fault are left out. Without it one fault keeps the whole file out. */
  readonly skipFaulty: boolean;
  /** Told now and then how many rows are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface LedgerReport {
  readonly rows: number;
  /** Written now (in a dry run: that would be). */
  readonly imported: number;
  /** There already from an earlier run of the same rows. */
  readonly already: number;
  readonly faults: readonly RowFault[];
  /** Columns that say nothing to us. */
  readonly ignored: readonly string[];
  /** Of the rows without fault: the highest running number of each prefix; the counters go on behind it. */
  readonly highest: Readonly<Record<string, number>>;
  /** Rows that do not say when they were done and due: they stand in the trend, and in no rate. */
  readonly unrated: number;
}

type Standing = "new" | "already" | RowFault;

/**
 * Puts an old ledger (D10) in: numbers are kept and the counters go on behind them; no clock runs and nobody is written to.
 * A row is known by its number, so that a broken run is simply run again. The same number with other content is a fault.
 */
export async function importLedger(
  ports: ImportLedgerPorts,
  { table, dryRun, skipFaulty, onProgress }: LedgerAsked,
): Promise<LedgerReport> {
  const now = toInstant(ports.clock.now());
  const read = readLedger(table, { projects: await ports.organisation.projects(), now });
  const checked = await inBatches(read.entries, AT_ONCE, async (entry) => ({
    entry,
    standing: await standingOf(ports, entry),
  }));
  const faults = [
    ...read.faults,
    ...checked.flatMap(({ standing }) => (typeof standing === "object" ? [standing] : [])),
  ].toSorted((a, b) => a.row - b.row);
  const fresh = checked.flatMap(({ entry, standing }) => (standing === "new" ? [entry] : []));
  const report: LedgerReport = {
    rows: read.rows,
    imported: fresh.length,
    already: checked.filter(({ standing }) => standing === "already").length,
    faults,
    ignored: read.ignored,
    highest: highestOf(fresh),
    unrated: fresh.filter(({ historical }) => historical.dueAt === undefined).length,
  };
  if (dryRun) return report;
  if (faults.length > 0 && !skipFaulty) return { ...report, imported: 0 };
  // First the counters: no complaint that comes in meanwhile may get a number of the ledger.
  for (const [prefix, to] of Object.entries(report.highest)) await ports.counters.raise(prefix, to);
  let done = 0;
  await inBatches(fresh, AT_ONCE, async (entry) => {
    await put(ports, entry);
    done += 1;
    if (done % 100 === 0) onProgress?.(done, fresh.length);
  });
  return report;
}

function highestOf(entries: readonly LedgerEntry[]): Record<string, number> {
  const highest: Record<string, number> = {};
  for (const { channel, running } of entries) {
    const { prefix } = channels[channel];
    highest[prefix] = Math.max(highest[prefix] ?? 0, running);
  }
  return highest;
}

async function standingOf(ports: ImportLedgerPorts, entry: LedgerEntry): Promise<Standing> {
  const id = idOf(ports, entry);
  const [standing, holder] = await Promise.all([
    ports.complaints.load(id),
    ports.complaints.idByNumber(entry.number),
  ]);
  const fault = { row: entry.row, column: "编号" } as const;
  if (standing === undefined && holder === undefined) return "new";
  if (standing === undefined) {
    const message = { zh: "编号已被另一条投诉使用", en: "Another complaint has this number" };
    return { ...fault, code: "number-taken", message };
  }
  if (isKeyedHash(ports.crypto, contentOf(entry), standing.registration.bodyHash)) return "already";
  const message = { zh: "已导入过同一编号而内容不同", en: "Put in before with other content" };
  return { ...fault, code: "other-content", message };
}

function idOf({ crypto }: ImportLedgerPorts, { number }: LedgerEntry): string {
  return crypto.digest(JSON.stringify([LEDGER_SYSTEM, number])).slice(0, 26);
}

function hashOf({ crypto }: ImportLedgerPorts, entry: LedgerEntry): string {
  return crypto.keyedHash(contentOf(entry));
}

function contentOf(entry: LedgerEntry): string {
  return canonicalJson(omit(entry, "row"));
}

async function put(ports: ImportLedgerPorts, entry: LedgerEntry): Promise<void> {
  const project = await ports.organisation.project(entry.projectId);
  if (project === undefined) throw new Error(`project ${entry.projectId} is gone`);
  const registration = await registrationOf(ports, entry, project.timeZone);
  const { matter, name, phone, email } = entry;
  const decision = decide(
    undefined,
    { type: "register", registration, personal: personalOf(ports, defined({ matter, name, phone, email })) },
    {
      ...(await ports.rules.forProject(project.id, project.timeZone)),
      now: ports.clock.now(),
      by: BY,
    },
  );
  if ("refused" in decision) throw new Error(`row ${entry.row} was refused: ${decision.refused}`);
  await noteMonth(ports, project, entry.receivedAt);
  const recordedAt = toInstant(ports.clock.now());
  const recording = {
    recordedAt,
    by: BY,
    commandId: `register:${registration.id}`,
    request: registration.bodyHash,
  };
  const complaint: Complaint = seal(undefined, decision.drafts, recording, (text) =>
    ports.crypto.digest(text),
  );
  // There already: another run of the same file was faster.
  await ports.complaints.insert(complaint);
}

function personalOf(
  ports: ImportLedgerPorts,
  values: Readonly<Record<string, string>>,
): Record<string, Personal> {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, salted(ports.crypto, value)]),
  );
}

async function registrationOf(
  ports: ImportLedgerPorts,
  entry: LedgerEntry,
  timeZone: string,
): Promise<Registration> {
  const { number, projectId, channel, receivedAt, recordKind, anonymous, location, classCode } = entry;
  const contact = entry.phone ?? entry.email;
  const book = await addressBookOf(ports, projectId);
  return {
    id: idOf(ports, entry),
    number,
    projectId,
    timeZone,
    channel,
    system: LEDGER_SYSTEM,
    bodyHash: hashOf(ports, entry),
    receivedAt,
    recordKind,
    anonymous,
    location,
    urgency: "general",
    safety: false,
    intake: channel === "government" ? "government" : "project",
    historical: entry.historical,
    ...defined({
      classCode,
      householdKey: householdKeyOf(book, location),
      contactKey: contact === undefined ? undefined : contactKey(ports.crypto, contact),
    }),
  };
}
