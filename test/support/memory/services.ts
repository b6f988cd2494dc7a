import type { KnownService, ServiceStore } from "../../../lib/app/ports/services.ts";
import {
  type ServiceName,
  type ServiceTerms,
  serviceNames,
  shownTerms,
} from "../../../lib/domain/services/terms.ts";

/** Services that are set up, in memory, with everything that was put: what is secret too. */
export class MemoryServices implements ServiceStore {
  readonly terms = new Map<ServiceName, ServiceTerms>();
  readonly shown = new Map<ServiceName, KnownService>();
  /** How often everything was to be read again. */
  looks = 0;

  async known() {
    return serviceNames.flatMap((service) => this.shown.get(service) ?? []);
  }
  async put(terms: ServiceTerms, { at, by }: { readonly at: string; readonly by: string }) {
    const { service } = terms;
    this.terms.set(service, terms);
    this.shown.set(service, { service, shown: shownTerms(terms), changedAt: at, changedBy: by });
  }
  async remove(service: ServiceName) {
    this.terms.delete(service);
    this.shown.delete(service);
  }
  lookAgain() {
    this.looks += 1;
  }
}
