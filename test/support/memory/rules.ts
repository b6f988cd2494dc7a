import { type RuleStore } from "../../../lib/app/ports/rules.ts";
import { type CalendarEdition } from "../../../lib/domain/editions/calendars.ts";
import { type PolicyEdition } from "../../../lib/domain/editions/scope.ts";
import { type Policy } from "../../../lib/domain/policy/policy.ts";
import { stored } from "./stored.ts";

/** Published rules; an edition that stands is never replaced. */
export class MemoryRules implements RuleStore {
  readonly policies: PolicyEdition[] = [];
  readonly calendars: CalendarEdition[] = [];
  readonly texts = new Map<string, Policy>();
  reads = 0;

  async published() {
    this.reads += 1;
    return stored({ policies: this.policies, calendars: this.calendars });
  }
  async policy(version: string) {
    const text = this.texts.get(version);
    return text === undefined ? undefined : stored(text);
  }
  async publishPolicy(edition: PolicyEdition, policy: Policy) {
    if (this.texts.has(edition.version)) return false;
    this.texts.set(edition.version, stored(policy));
    this.policies.push(stored(edition));
    return true;
  }
  async publishCalendar(edition: CalendarEdition) {
    if (this.calendars.some(({ version }) => version === edition.version)) return false;
    this.calendars.push(stored(edition));
    return true;
  }
}
