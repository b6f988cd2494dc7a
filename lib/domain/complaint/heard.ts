import type { Recipient } from "../escalation/recipients.ts";
import type { Post } from "../organisation/organisation.ts";
import { toInstant } from "../time/instant.ts";
import { triage } from "../triage/triage.ts";
import type { Command } from "./commands/index.ts";
import type { Context, Decision } from "./decision.ts";
import type { Complaint } from "./document.ts";
import type { FactDraft, WordsField } from "./events.ts";
import { draft } from "./rules/drafts.ts";
import { assignedPosts, informed } from "./rules/informing.ts";
import { isGrave } from "./rules/levels.ts";

/** Who hears at once of a possible danger that nobody has called one yet (D6 立即), now or when it is registered. */
export const dangerPosts: readonly Post[] = ["handler", "supervisor", "manager"];
/** Who hears at once when danger was called so after the clocks that would tell of it have stopped. */
const urgentPosts: readonly Post[] = ["handler", "supervisor", "project-manager"];
const gravePosts: readonly Post[] = ["manager", "project-manager"];

/**
 * D6: danger is heard whenever it comes. To what a command decides it adds who is told: of a customer's message, urge or
 * bad rating whoever holds the complaint; of danger in a customer's later words the same people as of a new complaint; of
 * danger or a grave level set late whoever the stopped clocks would have told.
 */
export function withHeard(
  complaint: Complaint,
  command: Command,
  decision: Decision,
  context: Context,
): Decision {
  if ("refused" in decision) return decision;
  if (command.type === "classify")
    return { drafts: decision.drafts.map((one) => classifiedLate(complaint, one, context)) };
  const field = wordsField(command, context);
  const drafts = decision.drafts.flatMap((one): FactDraft[] => {
    const words = field === undefined ? undefined : one.personal?.[field];
    const danger =
      words === undefined || field === undefined
        ? []
        : dangerIn(complaint, wholeOf(command) ?? words.value, field, context);
    return [toldToHolder(complaint, one, recipientsIn(danger), context), ...danger];
  });
  return { drafts };
}

/** Where the words of a customer stand beside the event; undefined for what our own people write. */
function wordsField({ type }: Command, { posts }: Context): WordsField | undefined {
  switch (type) {
    case "customer-message":
    case "urge":
    case "opinion":
      return "text";
    // What the front desk writes down is what a customer has said.
    case "note":
      return posts?.every((post) => post === "clerk") === true ? "text" : undefined;
    case "follow-up":
      return "reason";
    case "complete-registration":
    case "correct":
      return "matter";
    default:
      return undefined;
  }
}

/** A long letter is looked through to its end, though only its beginning stands beside the event. */
function wholeOf(command: Command): string | undefined {
  return command.type === "customer-message" ? command.whole : undefined;
}

/** An alert for words of danger, unless it is known to be one and being seen to. */
function dangerIn(complaint: Complaint, words: string, heardIn: WordsField, context: Context): FactDraft[] {
  const { status, registration } = complaint;
  const isSeenTo = status === "registered" || status === "handling";
  if (isSeenTo && (registration.safety || registration.urgency === "urgent")) return [];
  const hint = triage(words);
  if (!hint.safety) return [];
  const recipients = context.recipients?.(dangerPosts, complaint) ?? [];
  return [draft({ type: "hinted", ...hint, recipients, heardIn }, toInstant(context.now))];
}

function recipientsIn(danger: readonly FactDraft[]): ReadonlySet<string> {
  return new Set(danger.flatMap(({ fact }) => (fact.type === "hinted" ? fact.recipients : [])).map(idOf));
}

function idOf({ personId }: Recipient): string {
  return personId;
}

/** A customer's message, urge or bad rating reaches whoever holds the complaint; not twice who hears of its danger. */
function toldToHolder(
  complaint: Complaint,
  one: FactDraft,
  alerted: ReadonlySet<string>,
  context: Context,
): FactDraft {
  const { fact } = one;
  const isHeard =
    fact.type === "messageReceived" ||
    fact.type === "urged" ||
    (fact.type === "opinionRecorded" && fact.grade < context.policy.followUp.satisfiedFrom);
  if (!isHeard) return one;
  const recipients = (informed(complaint, holders(complaint), context).recipients ?? []).filter(
    ({ personId }) => !alerted.has(personId),
  );
  return recipients.length === 0 ? one : { ...one, fact: { ...fact, recipients } };
}

/** Whose it is at this moment: the handler's, before that whoever assigns it, afterwards the manager's. */
function holders({ status, handlerId }: Complaint): readonly Post[] {
  if (status === "registered") return ["supervisor"];
  return status === "handling" ? assignedPosts(handlerId) : ["manager"];
}

/** Whatever clocks still run: danger and a grave level set late are told at once, by the clock or by the event. */
function classifiedLate(complaint: Complaint, one: FactDraft, context: Context): FactDraft {
  const { fact } = one;
  if (fact.type !== "classified") return one;
  const { registration, level } = complaint;
  const isUrgent = registration.safety || registration.urgency === "urgent";
  const becomesUrgent = !isUrgent && (fact.safety === true || fact.urgency === "urgent");
  const posts = new Set<Post>([
    ...(becomesUrgent && !tells(complaint, "firstReply") ? urgentPosts : []),
    ...(isGrave(fact.level) && !isGrave(level) && !tells(complaint, "result") ? gravePosts : []),
  ]);
  return posts.size === 0 ? one : { ...one, fact: { ...fact, ...informed(complaint, [...posts], context) } };
}

/** True if the clock still runs, and for the complaint itself: its ladder begins anew and tells at once. */
function tells({ clocks, group }: Complaint, name: "firstReply" | "result"): boolean {
  return group === undefined && clocks.some((clock) => clock.name === name && clock.stoppedAt === undefined);
}
