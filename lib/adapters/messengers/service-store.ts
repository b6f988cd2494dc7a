import * as z from "zod";
import type { KnownService, ServiceStore } from "../../app/ports/services.ts";
import { type ServiceName, serviceNames, shownTerms } from "../../domain/services/terms.ts";
import { changeValue } from "../dynamodb/core/change-value.ts";
import { keys } from "../dynamodb/core/keys.ts";
import { instant, type Shape, text } from "../dynamodb/core/shape.ts";
import { getValue } from "../dynamodb/core/value-item.ts";
import { settingsOf } from "./service-terms.ts";
import { forgetSettings, type ServicePlace, storedServices, storedServicesOf } from "./settings.ts";

/** What may be shown of a service, beside its settings and not among them: whoever reads it reads no key. */
const shown = z.looseObject({
  shown: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  changedAt: instant.exactOptional(),
  changedBy: text.exactOptional(),
} satisfies Shape<Omit<KnownService, "service">>);
/** By service; a later release may know others. */
const allShown = z.record(z.string(), shown);

/** Settings of services, with what of them may be shown. Where there are secrets the settings go there, and the table names them. */
export function serviceStore({ table, secrets }: ServicePlace): ServiceStore {
  const change = async (service: ServiceName, settings: object | undefined, facts: object | undefined) => {
    // The settings first: what is shown and does not work is seen by the first test.
    await changeValue(table, keys.messengers(), storedServices, (before = {}) =>
      withOne(before, service, settings),
    );
    await changeValue(table, keys.shownServices(), allShown, (before = {}) =>
      withOne(before, service, facts),
    );
    forgetSettings();
  };
  return {
    async known() {
      const [stored, facts = {}] = await Promise.all([
        storedServicesOf(table),
        getValue(table, keys.shownServices(), allShown),
      ]);
      return serviceNames
        .filter((service) => stored[service] !== undefined)
        .map((service) => ({ ...facts[service], service }));
    },
    async put(terms, { at, by }) {
      const { service } = terms;
      const settings = settingsOf(terms)[service];
      if (secrets !== undefined) await secrets.put(service, JSON.stringify(settings));
      const kept = secrets === undefined ? settings : { secret: true };
      await change(service, kept, { shown: shownTerms(terms), changedAt: at, changedBy: by });
    },
    async remove(service) {
      // First: whoever dies after this leaves a service that is still named, and can be taken away again.
      await secrets?.remove(service);
      await change(service, undefined, undefined);
    },
    lookAgain: forgetSettings,
  };
}

function withOne(all: object, service: ServiceName, one: object | undefined): object {
  const others = Object.entries(all).filter(([name]) => name !== service);
  return Object.fromEntries(one === undefined ? others : [...others, [service, one]]);
}
