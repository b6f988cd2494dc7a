import type { Complaint } from "../../domain/complaint/document.ts";
import { departureOf } from "../../domain/notices/departure.ts";
import { noticesFor } from "../../domain/notices/plan.ts";
import { spreadSeconds } from "../../domain/notices/spread.ts";
import { changesWords } from "../../domain/search/changes.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { complaintTold } from "../../domain/webhooks/event.ts";
import { indexWords } from "../complaints/index-words.ts";
import type { DocumentKind, Owed } from "../documents/kind.ts";
import { fireComplaint } from "../escalation/fire.ts";
import { reactInGroups } from "../groups/complaint-reactions.ts";
import { byFirstWay, isPressing, noticePolicyFor } from "../notices/ways.ts";
import type { Ports } from "../ports/index.ts";
import { awaitRecording } from "../recordings/copy.ts";
import { tellSystems } from "../webhooks/plan.ts";

/** A complaint: its events tell whom to write to, and what groups must know. */
export const complaintKind: DocumentKind<Complaint, Ports> = {
  kind: "complaint",
  load: (ports, id) => ports.complaints.load(id),
  loadPending: (ports, id) => ports.complaints.loadPending(id),
  replace: (ports) => (complaint, revision) => ports.complaints.replace(complaint, revision),
  messages,
  async follow(ports, complaint, numbers) {
    const isFoundAnew = complaint.events.some((event) => numbers.includes(event.seq) && changesWords(event));
    if (isFoundAnew) await indexWords(ports, complaint);
    await tellSystems(ports, complaint.registration.projectId, () => complaintTold(complaint, numbers));
    await awaitRecording(ports, complaint, numbers);
    await reactInGroups(ports, complaint, numbers);
    return complaint;
  },
  fire: fireComplaint,
};

async function messages(ports: Ports, complaint: Complaint, numbers: readonly number[]): Promise<Owed[]> {
  const policy = await noticePolicyFor(ports, complaint.registration);
  const planned = numbers.flatMap((seq) => {
    const event = complaint.events.find((one) => one.seq === seq);
    if (event === undefined) throw new Error(`event ${seq} of the outbox is not in the document`);
    return noticesFor(event, complaint).map((plan) => ({ plan, event }));
  });
  const presses = isPressing(complaint);
  const now = toInstant(ports.clock.now());
  const owed = await Promise.all(
    planned.map(async ({ plan, event }): Promise<Owed[]> => {
      const chosen = await byFirstWay(ports, plan, complaint, policy);
      if (chosen === undefined) return [];
      const { recipient } = chosen;
      const whom = recipient.kind === "person" ? recipient.id : complaint.registration.id;
      const leaving = {
        now,
        commandId: event.commandId,
        presses,
        bundleSeconds: policy.bundleSeconds ?? 0,
        spreadSeconds: spreadSeconds(whom, event, complaint),
      };
      return [{ plan: chosen, ...departureOf(chosen, leaving) }];
    }),
  );
  return owed.flat();
}
