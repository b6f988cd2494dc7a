import type { Complaint } from "../../../../lib/domain/complaint/document.ts";
import {
  after,
  at,
  closed,
  given,
  later,
  personal,
  plain,
  registered,
  resolved,
} from "../../../support/builders.ts";

const received = at("2026-02-12 10:00");
export const assigned = () => after(registered(received), plain.assign(), later(received, 1));

const external = {
  system: "12345",
  ticketNo: "20260212-1",
  unit: "示例街道",
  dueAt: later(received, 72),
};
const ticket = () => registered(received, { channel: "government", intake: "government", external });

const invalid = { type: "judge", validity: "invalid", reason: personal("属正常噪声") } as const;

/** A complaint in each of its states, and in those where commands find something special. */
export const states: Readonly<Record<string, () => Complaint>> = {
  registered: () => registered(received),
  "anonymous, without any contact": () => registered(received, { anonymous: true }, {}),
  "safety, registered": () => registered(received, { safety: true, urgency: "urgent" }),
  handling: assigned,
  paused: () => given(assigned(), "pause", later(received, 2)),
  planned: () => given(assigned(), "plan", later(received, 2)),
  converted: () => given(registered(received), "convert", later(received, 1)),
  repeated: () => given(registered(received), "link-repeat", later(received, 1)),
  "in a group": () => given(registered(received), "join-group", later(received, 1)),
  "judged invalid": () => after(registered(received), invalid, later(received, 1)),
  "against a handler": () => registered(received, { againstPersonId: "handler-1" }),
  resolved: () => resolved(received),
  closed: () => closed(received),
  "closed with actions": () => given(closed(received), "review", later(received, 4)),
  "closed with evidence": () =>
    given(given(closed(received), "review", later(received, 4)), "evidence", later(received, 5)),
  reopened: () => given(closed(received), "reopen", later(received, 5)),
  withdrawn: () => given(registered(received), "withdraw", later(received, 1)),
  "a ticket": ticket,
  "a ticket answered": () => given(ticket(), "send-reply-document", later(received, 2)),
  "a ticket returned": () => given(ticket(), "return-ticket", later(received, 2)),
  referred: () => given(registered(received), "refer", later(received, 1)),
};
