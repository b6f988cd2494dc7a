import type { MailedFiles, SubscriptionStore } from "../../../lib/app/ports/subscriptions.ts";
import { type Subscriptions, subscriptionId } from "../../../lib/domain/subscriptions/subscription.ts";
import { stored } from "./stored.ts";

export class MemorySubscriptions implements SubscriptionStore {
  readonly byPerson = new Map<string, Subscriptions>();
  readonly made: MailedFiles[] = [];
  async find(personId: string) {
    return this.byPerson.get(personId);
  }
  async list() {
    return [...this.byPerson.values()];
  }
  async put(given: Subscriptions) {
    if ((this.byPerson.get(given.personId)?.version ?? 0) !== given.version - 1) return false;
    this.byPerson.set(given.personId, stored(given));
    return true;
  }
  async deliver(made: MailedFiles) {
    const standing = await this.delivery({ ...made, subscription: subscriptionId(made.subscription) });
    if (standing === undefined) this.made.push(stored(made));
  }
  async deliveries(id: string) {
    return this.made.filter(({ subscription }) => subscriptionId(subscription) === id);
  }
  async delivery(ref: Parameters<SubscriptionStore["delivery"]>[0]) {
    return this.made.find(
      ({ runId, built, subscription }) =>
        runId === ref.runId && built === ref.built && subscriptionId(subscription) === ref.subscription,
    );
  }
}
