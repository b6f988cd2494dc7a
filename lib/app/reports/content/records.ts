import type { Complaint } from "../../../domain/complaint/document.ts";
import type { Project } from "../../../domain/organisation/organisation.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import { defined } from "../../../domain/present.ts";
import type { Case } from "../../../domain/statistics/case.ts";
import { factRow } from "../../../domain/statistics/fact-row.ts";
import type { SheetOptions } from "../../../domain/statistics/index.ts";
import { earlier, type Instant, monthOf } from "../../../domain/time/instant.ts";
import { asKnownAt, type Instants } from "../../periods/as-of.ts";
import { boundsOf } from "../../periods/bounds.ts";
import { monthsOfRecords } from "../../periods/first-month.ts";
import type { ListedComplaint } from "../../ports/complaints.ts";
import type { Ports } from "../../ports/index.ts";
import { caseOf } from "./case-of.ts";

type RecordPorts = Pick<Ports, "complaints" | "organisation">;

/** A record of a project as an edition knows it; the document where its words or its course are wanted. */
export interface KnownRecord {
  readonly counted: Case;
  readonly known?: Complaint;
  /** Received in the period. */
  readonly inPeriod: boolean;
}

export interface RecordsAsked {
  readonly options: SheetOptions;
  readonly instants: Instants;
  readonly policy: Policy;
  /** Only the months in which the period's own records lie: enough where nothing else is counted. */
  readonly periodOnly?: boolean;
  /** Told before documents are loaded; may throw where somebody waits and there are too many. */
  readonly onPage?: (rows: number, documents: number) => void;
}

const PAGE = 200;

/** Every record of a project that an edition counts, month by month: files and pages are counted from the same ones. */
export async function* knownRecords(
  ports: RecordPorts,
  project: Project,
  { options, instants, policy, periodOnly = false, onPage }: RecordsAsked,
): AsyncGenerator<KnownRecord> {
  const { first, last } = boundsOf(options);
  const isInPeriod = (at: Instant) => first <= at && at <= last;
  const ofPeriod = { from: monthOf(first, project.timeZone), to: monthOf(last, project.timeZone) };
  for (const month of await monthsOfRecords(ports, project, instants.happenedUntil)) {
    if (periodOnly && (month < ofPeriod.from || month > ofPeriod.to)) continue;
    for await (const page of pages(ports, project.id, month)) {
      const wanted = page.filter((one) => isWanted(one, instants, isInPeriod));
      onPage?.(page.length, wanted.length);
      const documents = await loaded(ports, wanted, instants);
      for (const { id, fact } of page) {
        const complaint = documents.get(id);
        if (complaint === "unknown") continue;
        if (complaint === undefined) {
          yield { counted: caseOf(id, fact, policy), inPeriod: false };
          continue;
        }
        const inPeriod = isInPeriod(complaint.registration.receivedAt);
        // What a document tells beside its facts is known of the period's records only, whatever else had to be read: and of
        // older tickets what their platform's call-back found in the period, which the period's rates count.
        const told = inPeriod ? { complaint, project } : undefined;
        const ratedAt = complaint.ticket?.rating?.at;
        const rated = ratedAt !== undefined && isInPeriod(ratedAt) ? complaint : undefined;
        yield { counted: caseOf(id, factRow(complaint), policy, told, rated), known: complaint, inPeriod };
      }
    }
  }
}

/**
 * Full documents only where a line is printed of them or a cut-off lies before their last event: an event is recorded when
 * or after it happens, so what was recorded last before both has nothing to leave out.
 */
function isWanted(
  { fact }: ListedComplaint,
  { happenedUntil, recordedUntil }: Instants,
  isInPeriod: (at: Instant) => boolean,
): boolean {
  const until = earlier(happenedUntil, recordedUntil);
  return (
    fact.lastEventAt > until ||
    fact.actions !== undefined ||
    isInPeriod(fact.receivedAt) ||
    (fact.ratedAt !== undefined && isInPeriod(fact.ratedAt))
  );
}

async function loaded(
  ports: RecordPorts,
  wanted: readonly ListedComplaint[],
  instants: Instants,
): Promise<Map<string, Complaint | "unknown">> {
  const stored = await ports.complaints.loadMany(wanted.map(({ id }) => id));
  const whole = await Promise.all(stored.map((complaint) => ports.complaints.whole(complaint)));
  return new Map(
    whole.map((complaint) => [complaint.registration.id, asKnownAt(complaint, instants) ?? "unknown"]),
  );
}

async function* pages(
  ports: RecordPorts,
  projectId: string,
  month: string,
): AsyncGenerator<readonly ListedComplaint[]> {
  let cursor: string | undefined;
  do {
    const page = await ports.complaints.receivedInMonth(projectId, month, {
      limit: PAGE,
      ...defined({ cursor }),
    });
    yield page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}
