import type { Person } from "../../domain/organisation/organisation.ts";
import type { Adapter } from "../../domain/policy/notice-policy.ts";
import { type ServiceName, type ServiceTerms, serviceNames } from "../../domain/services/terms.ts";
import { toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import type { KnownService } from "../ports/services.ts";
import { type Problem, problem } from "../problems/problem.ts";

/** A service as administrators see it. */
export interface ServiceState extends Partial<KnownService> {
  readonly service: ServiceName;
  readonly isSet: boolean;
  /** Whether messages go this way; absent for what is no way of telling anybody (a mailbox). */
  readonly isOn?: boolean;
}

/** Every service, those that are not set up too; nothing secret. */
export async function serviceStates({
  services,
  adapters,
}: Pick<Ports, "services" | "adapters">): Promise<readonly ServiceState[]> {
  const known = await services.known();
  return serviceNames.map((service) => {
    const found = known.find((one) => one.service === service);
    const way = wayOf(service);
    return {
      ...found,
      service,
      isSet: found !== undefined,
      ...(way === undefined ? {} : { isOn: adapters.includes(way) }),
    };
  });
}

function wayOf(service: ServiceName): Adapter | undefined {
  switch (service) {
    case "wecom":
    case "sms":
    case "wechat":
      return service;
    case "smtp":
      return "email";
    case "imap":
      return undefined;
  }
}

/** Sets a service up anew; it is used within five minutes. */
export async function putService(
  { services, clock }: Pick<Ports, "services" | "clock">,
  person: Person,
  terms: ServiceTerms,
): Promise<void> {
  await services.put(terms, { at: toInstant(clock.now()), by: person.id });
}

/** Takes a service away: nothing goes by it any more. */
export async function removeService(
  { services }: Pick<Ports, "services">,
  service: ServiceName,
): Promise<Problem | undefined> {
  const isKnown = (await services.known()).some((one) => one.service === service);
  if (!isKnown) return problem("not-found");
  await services.remove(service);
  return undefined;
}
