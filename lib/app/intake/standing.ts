import { ticketNumber, ticketText } from "../../domain/classification/sources.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import type { ExternalTicket } from "../../domain/complaint/tickets.ts";
import { type AddressBook, emptyAddressBook } from "../../domain/organisation/identity/address-book.ts";
import type { Person, Project } from "../../domain/organisation/organisation.ts";
import { addressBookOf } from "../organisation/address-books.ts";
import type { Ports } from "../ports/index.ts";
import { callerNumber } from "./caller.ts";
import type { IntakeRequest } from "./intake-request.ts";

/** What stands already when a complaint comes in: everything that its registration looks up, read at once. */
export interface AlreadyThere {
  readonly id: string;
  /** The same complaint, told before. */
  readonly known: Complaint | undefined;
  readonly project: Project | undefined;
  /** Everybody whose posts reach the project. */
  readonly staff: readonly Person[];
  readonly book: AddressBook;
}

export type StandingPorts = Pick<Ports, "crypto" | "complaints" | "households" | "organisation" | "rules">;

type Ticket = Pick<ExternalTicket, "system" | "ticketNo">;
type Source = Pick<IntakeRequest, "system" | "channel" | "sourceId">;

/** Reads what stands, rules included, in one go. */
export async function standingFor(
  ports: StandingPorts,
  request: Source &
    Pick<IntakeRequest, "projectId"> &
    Partial<Pick<IntakeRequest, "location" | "complainant" | "channelData">> & { readonly external?: Ticket },
): Promise<AlreadyThere> {
  const bySource = complaintId(ports, request);
  const id = request.external === undefined ? bySource : ticketId(ports, request.external);
  const { projectId, location = {} } = request;
  const [found, before, project, staff, book] = await Promise.all([
    ports.complaints.load(id),
    // Tickets from before their numbers told them apart stand under their source's id.
    id === bySource ? undefined : ports.complaints.load(bySource),
    ports.organisation.project(projectId),
    ports.organisation.staff(projectId),
    Object.keys(location).length === 0 && callerNumber(request) === undefined
      ? emptyAddressBook
      : addressBookOf(ports, projectId),
    ports.rules.ahead(projectId),
  ]);
  const known = found ?? before;
  if (request.external === undefined) return { id, known, project, staff, book };
  return {
    ...(await ticketStanding(ports, request.external, { id, bySource, found: known })),
    project,
    staff,
    book,
  };
}

/**
 * A ticket is known by platform and number, as they were corrected since: one that was typed wrongly is found by its right
 * number, and the wrong number is free for the ticket that really has it.
 */
async function ticketStanding(
  { complaints }: Pick<StandingPorts, "complaints">,
  ticket: Ticket,
  {
    id,
    bySource,
    found,
  }: { readonly id: string; readonly bySource: string; readonly found: Complaint | undefined },
): Promise<Pick<AlreadyThere, "id" | "known">> {
  const isIt = ({ registration: { external } }: Complaint) =>
    external !== undefined &&
    external.system === ticket.system &&
    ticketNumber(external.ticketNo) === ticketNumber(ticket.ticketNo);
  if (found !== undefined && isIt(found)) return { id, known: found };
  const otherId = await complaints.idByNumber(ticketNumber(ticket.ticketNo));
  const other = otherId === undefined ? undefined : await complaints.load(otherId);
  if (other !== undefined && isIt(other)) return { id: other.registration.id, known: other };
  return found === undefined || id === bySource ? { id, known: found } : { id: bySource, known: undefined };
}

/** Complaint id = hash(source system, channel, the source's own id). */
export function complaintId({ crypto }: Pick<Ports, "crypto">, source: Source): string {
  return crypto.digest(JSON.stringify([source.system, source.channel, source.sourceId])).slice(0, 26);
}

/** A ticket is known by its platform and number (工单号), whoever enters it and however wide it was typed. */
function ticketId({ crypto }: Pick<Ports, "crypto">, { system, ticketNo }: Ticket): string {
  return crypto.digest(JSON.stringify(["ticket", ticketText(system), ticketText(ticketNo)])).slice(0, 26);
}
