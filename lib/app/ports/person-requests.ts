import type { PersonDataRequest } from "../../domain/person-data/request.ts";
import type { Page, PageRequest } from "./page.ts";

/** Requests of people about the own data; kept for as long as somebody may ask what became of one. */
export interface PersonRequestStore {
  /** Writes a new request; one that stands already stays as it is. */
  put(request: PersonDataRequest): Promise<void>;
  find(id: string): Promise<PersonDataRequest | undefined>;
  /** Writes what became of it; false if that stood before. */
  decide(request: PersonDataRequest): Promise<boolean>;
  /** Writes it if it still has the version of `before`; false if somebody was faster. */
  replace(before: PersonDataRequest, after: PersonDataRequest): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** The requests that came from one complaint, oldest first. */
  ofComplaint(complaintId: string): Promise<readonly PersonDataRequest[]>;
  /** Newest first. */
  list(page: PageRequest): Promise<Page<PersonDataRequest>>;
}
