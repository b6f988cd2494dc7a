import { plannedNotice } from "../../../domain/notices/notice.ts";
import type { Post } from "../../../domain/organisation/organisation.ts";
import { mayTake, type Subscription, subscriptionId } from "../../../domain/subscriptions/subscription.ts";
import { localDate, plusSeconds, toInstant } from "../../../domain/time/instant.ts";
import type { Ports } from "../../ports/index.ts";
import type { MailedFiles } from "../../ports/subscriptions.ts";
import { type DeliveryPorts, deliveryOf, sourceOf } from "./files.ts";

type DeliverPorts = DeliveryPorts & Pick<Ports, "subscriptions" | "notices" | "noticeQueue" | "telemetry">;

/** As long as the parts that it is made from. */
const KEPT_SECONDS = 400 * 86_400;

/**
 * Makes the files of one part of the tree for a run's period, once, and tells each person who takes them. Everything has
 * a fixed name: the message may come twice, and the process die anywhere between.
 */
export async function deliver(ports: DeliverPorts, runId: string, subscription: Subscription): Promise<void> {
  const made = await standing(ports, runId, subscription);
  // Nothing could be counted of it, or there is no such part of the tree any more: nobody gets an empty file.
  if (made === undefined) return ports.telemetry.error("nothing to deliver", { run: runId, ...subscription });
  await tell(ports, made);
}

async function standing(
  ports: DeliverPorts,
  runId: string,
  subscription: Subscription,
): Promise<MailedFiles | undefined> {
  const source = await sourceOf(ports, runId);
  const ref = { runId, built: source.counted.length, subscription: subscriptionId(subscription) };
  const before = await ports.subscriptions.delivery(ref);
  if (before !== undefined) return before;
  const made = await deliveryOf(ports, source, subscription);
  if (made === undefined) return undefined;
  await ports.subscriptions.deliver(made, plusSeconds(made.madeAt, KEPT_SECONDS));
  // Whoever was faster has written the one that counts.
  return ports.subscriptions.delivery(ref);
}

/** Who has lost the right to these files is told nothing; whoever sends the mail looks once more. */
async function tell(ports: DeliverPorts, { runId, built, subscription }: MailedFiles): Promise<void> {
  const id = subscriptionId(subscription);
  const now = toInstant(ports.clock.now());
  const [company, projects, all] = await Promise.all([
    ports.organisation.company(),
    ports.organisation.projects(),
    ports.subscriptions.list(),
  ]);
  if (company === undefined) throw new Error("no company is set up");
  const date = localDate(now, company.timeZone);
  for (const { personId, items } of all) {
    if (!items.some((one) => subscriptionId(one) === id)) continue;
    const person = await ports.organisation.person(personId);
    if (person === undefined || !mayTake(person, subscription, projects, date)) continue;
    const notice = plannedNotice(
      {
        key: `subscribed-files#${built}#${id}#${personId}#email`,
        subject: { kind: "delivery", runId, built, subscription: id },
        template: "subscribed-files",
        recipient: { kind: "person", id: personId, post: postFor(subscription) },
        adapter: "email",
      },
      now,
    );
    await ports.notices.plan(notice);
    await ports.noticeQueue.send(ports.notices.refOf(notice));
  }
}

/** As what somebody gets them: whoever leads that part of the tree. */
function postFor({ level }: Subscription): Post {
  if (level === "company") return "headquarters";
  return level === "project" ? "project-manager" : "region";
}
