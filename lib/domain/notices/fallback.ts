import { type Complaint, registeredValue } from "../complaint/document.ts";
import { holds, type Person, type Project, posts } from "../organisation/organisation.ts";
import type { Adapter } from "../policy/notice-policy.ts";
import { followerAddress } from "./follower-address.ts";
import { COMPLAINED_OF, type Notice, type NoticePlan } from "./notice.ts";
import { isTextable } from "./ways.ts";

/** The address of a person at an adapter, if there is one. */
export function addressAt(person: Person, adapter: Adapter): string | undefined {
  switch (adapter) {
    case "email":
      return person.email === "" ? undefined : person.email;
    case "wecom":
      return person.wecomId;
    case "sms":
      return person.phone;
    // Nobody of ours is told as a follower of the company's account.
    case "wechat":
      return undefined;
  }
}

/** The complainant's address at an adapter; they have no WeCom account with us, and a landline takes no text. */
export function customerAddressAt(
  complaint: Pick<Complaint, "latest" | "personal">,
  adapter: Adapter,
): string | undefined {
  switch (adapter) {
    case "email":
      return registeredValue(complaint, "email");
    case "wecom":
      return undefined;
    case "sms": {
      const phone = registeredValue(complaint, "phone");
      return isTextable(phone) ? phone : undefined;
    }
    case "wechat":
      return followerAddress.in(registeredValue(complaint, "channelData"));
  }
}

/** The message by the first of these ways; undefined if none of them reaches the recipient. */
export function byFirst(
  plan: NoticePlan,
  ways: readonly Adapter[],
  reaches: (adapter: Adapter) => boolean,
): NoticePlan | undefined {
  const adapter = ways.find(reaches);
  return adapter === undefined ? undefined : readdressed(plan, plan.recipient, adapter);
}

/** The same message to the same recipient by the next way that reaches them; undefined if there is none. */
export function byNext(
  notice: Notice,
  ways: readonly Adapter[],
  reaches: (adapter: Adapter) => boolean,
): NoticePlan | undefined {
  return byFirst(notice, ways.slice(ways.indexOf(notice.adapter) + 1), reaches);
}

/**
 * The same message to whoever holds the next higher post, because nothing reaches its recipient. People already told
 * are passed over; undefined above headquarters, for customers, and for what is asked of the person complained of (D4).
 */
export function nextHigher(
  notice: Notice,
  project: Project,
  people: readonly Person[],
): readonly NoticePlan[] | undefined {
  const { recipient } = notice;
  if (recipient.kind === "customer" || recipient.post === COMPLAINED_OF) return undefined;
  const from = posts.findIndex((post) => post === recipient.post);
  for (const post of posts.slice(from + 1)) {
    const holders = people.filter((person) => person.id !== recipient.id && holds(person, post, project));
    if (holders.length === 0) continue;
    return holders.map(({ id }) =>
      readdressed(
        notice,
        { kind: "person", id, post, insteadOf: recipient.insteadOf ?? recipient.post },
        "email",
      ),
    );
  }
  return undefined;
}

/** Keys end in recipient and adapter (`…#<recipient>#<adapter>`). */
function readdressed(plan: NoticePlan, recipient: NoticePlan["recipient"], adapter: Adapter): NoticePlan {
  const { subject, template } = plan;
  const head = plan.key.split("#").slice(0, -2).join("#");
  const name = recipient.kind === "customer" ? "customer" : recipient.id;
  return { key: `${head}#${name}#${adapter}`, subject, template, recipient, adapter };
}
