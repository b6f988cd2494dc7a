import { holds, type Person, type Project, posts } from "../organisation/organisation.ts";
import type { Adapter, Notice, NoticePlan } from "./notice.ts";

/** In which order people of ours are told when nothing else is said: the first that reaches them comes first. */
export const adapterOrder: readonly Adapter[] = ["email", "wecom", "sms"];

/** The adapters an installation has set up. E-mail always is. */
export type Configured = readonly Adapter[];

/** The address of a person at an adapter, if there is one. */
export function addressAt(person: Person, adapter: Adapter): string | undefined {
  switch (adapter) {
    case "email":
      return person.email === "" ? undefined : person.email;
    case "wecom":
      return person.wecomId;
    case "sms":
      return person.phone;
  }
}

/** The same message to the same recipient by the next adapter that could reach them; undefined if there is none. */
export function nextAdapter(
  notice: Notice,
  configured: Configured,
  reachable: (adapter: Adapter) => boolean,
) {
  const rest = adapterOrder.slice(adapterOrder.indexOf(notice.adapter) + 1);
  const adapter = rest.find((candidate) => configured.includes(candidate) && reachable(candidate));
  return adapter === undefined ? undefined : readdressed(notice, notice.recipient, adapter);
}

/**
 * The same message to whoever holds the next higher post, because nothing reaches its recipient. People already told
 * are passed over; undefined above headquarters and for customers.
 */
export function nextHigher(
  notice: Notice,
  project: Project,
  people: readonly Person[],
): readonly NoticePlan[] | undefined {
  const { recipient } = notice;
  if (recipient.kind === "customer") return undefined;
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
function readdressed(notice: Notice, recipient: NoticePlan["recipient"], adapter: Adapter): NoticePlan {
  const { subject, template } = notice;
  const head = notice.key.split("#").slice(0, -2).join("#");
  const name = recipient.kind === "customer" ? "customer" : recipient.id;
  return { key: `${head}#${name}#${adapter}`, subject, template, recipient, adapter };
}
