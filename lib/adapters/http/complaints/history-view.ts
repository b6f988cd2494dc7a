import type * as z from "zod";
import type { History } from "../../../app/complaints/read.ts";
import type { historyView } from "../../../contracts/complaints/history-views.ts";
import type { StoredEvent } from "../../../domain/complaint/events.ts";
import { readDeviceTime } from "../../../domain/document/device-time.ts";
import type { Actor } from "../../../domain/document/event.ts";
import type { Notice } from "../../../domain/notices/notice.ts";
import type { Person } from "../../../domain/organisation/organisation.ts";
import { defined } from "../../../domain/present.ts";
import { sentenceOf } from "../../messages/sentences.ts";
import { datesIn } from "../../messages/when.ts";

type View = z.output<typeof historyView>;
type EventView = View["events"][number];

/** Storage keys and hashes that are nobody's business outside. */
const hidden = new Set(["type", "bodyHash", "contactKey", "householdKey", "rawMail"]);

/** Everything that happened, with names of people and the state of each message. */
export function historyOf({ complaint, events, papers, calls, people, project }: History): View {
  const { timeZone, receivedAt } = complaint.registration;
  const dates = datesIn(timeZone, receivedAt);
  return {
    id: complaint.registration.id,
    number: complaint.registration.number,
    events: events.map(({ event, texts, notices }) => ({
      seq: event.seq,
      type: event.fact.type,
      sentence: sentenceOf(event.fact, { people, project }, dates),
      occurredAt: event.occurredAt,
      recordedAt: event.recordedAt,
      by: actorView(event.by, people),
      ...defined({ device: deviceView(event) }),
      facts: Object.fromEntries(Object.entries(event.fact).filter(([field]) => !hidden.has(field))),
      texts: { ...texts },
      notices: notices.map((notice) => noticeView(notice, people)),
    })),
    calls: calls.map(({ at, by }) => ({ at, by: actorView({ kind: "person", id: by }, people) })),
    papers: papers.map(({ form, at, by }) => ({
      form,
      at,
      by: actorView({ kind: "person", id: by }, people),
    })),
  };
}

/** What the device said of its time, and what it comes to by our clock. */
function deviceView({ device, recordedAt }: StoredEvent): EventView["device"] {
  return device === undefined ? undefined : { ...device, ...readDeviceTime(device, recordedAt) };
}

/** Who did it, by name where it is a person we know. */
export function actorView(actor: Actor, people: readonly Person[]): EventView["by"] {
  switch (actor.kind) {
    case "person": {
      const name = people.find((person) => person.id === actor.id)?.name;
      return { kind: "person", id: actor.id, ...defined({ name }) };
    }
    case "channel":
      return { kind: "channel", id: actor.id };
    case "customer":
    case "timer":
      return { kind: actor.kind };
  }
}

function noticeView(notice: Notice, people: readonly Person[]): EventView["notices"][number] {
  const { recipient, status } = notice;
  const name =
    recipient.kind === "customer"
      ? "customer"
      : (people.find((person) => person.id === recipient.id)?.name ?? recipient.id);
  return {
    key: notice.key,
    template: notice.template,
    recipient: name,
    way: notice.adapter,
    state: status.state,
    ...("at" in status ? { at: status.at } : {}),
    attempt: notice.attempt,
    possibleDuplicates: notice.possibleDuplicates,
  };
}
