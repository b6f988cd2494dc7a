import type { Complaint } from "../../domain/complaint/document.ts";
import { isOfRung, type Notice } from "../../domain/notices/notice.ts";
import { defined } from "../../domain/present.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { ratingUrl, trackingUrl } from "../complaints/tracking.ts";
import { acknowledgeUrl } from "../escalation/acknowledge-link.ts";
import { namesIn } from "../organisation/staffing.ts";
import type { Ports } from "../ports/index.ts";
import type { NoticeFacts } from "../ports/notices.ts";
import { waitingFor } from "../quarantine/waiting.ts";
import { deliveryFacts } from "../reports/deliver/mail.ts";
import { announcedFiles } from "../reports/files/announced.ts";
import { namedIn } from "./named.ts";

export type FactsPorts = Pick<
  Ports,
  | "clock"
  | "crypto"
  | "complaints"
  | "groups"
  | "emergencies"
  | "organisation"
  | "reports"
  | "reportFiles"
  | "rules"
  | "submissions"
  | "subscriptions"
  | "quarantine"
  | "personRequests"
  | "publicUrl"
>;

/** What a message is written from, as it stands now. Throws where what it is about does not exist. */
export async function factsOf(ports: FactsPorts, notice: Notice): Promise<NoticeFacts> {
  return {
    notice,
    publicUrl: ports.publicUrl,
    now: toInstant(ports.clock.now()),
    ...(await aboutOf(ports, notice)),
  };
}

/** The project of a document and whoever a message about it may name; a complainant's mail names nobody of ours. */
async function placeOf(
  { organisation }: Pick<FactsPorts, "organisation">,
  { recipient, subject }: Notice,
  projectId: string,
  document: unknown,
) {
  const [project, people] = await Promise.all([
    organisation.project(projectId),
    recipient.kind === "person"
      ? namesIn({ organisation }, projectId, [recipient.id, ...namedIn(document)])
      : [],
  ]);
  if (project === undefined)
    throw new Error(`unknown project ${projectId} of a notice about a ${subject.kind}`);
  return { project, people };
}

/** The document that a notice is about. */
async function aboutOf(ports: FactsPorts, notice: Notice) {
  const { subject } = notice;
  switch (subject.kind) {
    case "report":
      return reportFacts(ports, notice, subject);
    case "delivery":
      return deliveryFacts(ports, notice, subject);
    case "group": {
      const stored = await ports.groups.load(subject.id);
      if (stored === undefined) throw new Error(`group ${subject.id} of a notice does not exist`);
      const isNear = stored.events.some(({ seq }) => seq === subject.seq);
      const group = await (isNear ? ports.groups.withTexts(stored) : ports.groups.whole(stored));
      return {
        group,
        ...(await placeOf(ports, notice, group.identity.projectId, group)),
        ...acknowledging(ports, notice, subject),
      };
    }
    case "submission": {
      const stored = await ports.submissions.load(subject.month, subject.projectId);
      if (stored === undefined)
        throw new Error(`submission of ${subject.projectId} for ${subject.month} does not exist`);
      const submission = await ports.submissions.withTexts(stored);
      return { submission, ...(await placeOf(ports, notice, subject.projectId, submission)) };
    }
    case "person-data": {
      const asked = await ports.personRequests.find(subject.requestId);
      if (asked === undefined) throw new Error(`request ${subject.requestId} of a notice does not exist`);
      return { asked, ...(await placeOf(ports, notice, subject.projectId, {})) };
    }
    case "quarantine": {
      const { recipient } = notice;
      const reader = recipient.kind === "person" ? await ports.organisation.person(recipient.id) : undefined;
      const project = await ports.organisation.project(subject.projectId);
      return {
        waiting: await waitingFor(ports, subject),
        people: reader === undefined ? [] : [reader],
        ...defined({ project }),
      };
    }
    case "emergency": {
      const stored = await ports.emergencies.load(subject.id);
      if (stored === undefined) throw new Error(`event ${subject.id} of a notice does not exist`);
      const emergency = await ports.emergencies.withTexts(stored);
      return { emergency, ...(await placeOf(ports, notice, emergency.registration.projectId, emergency)) };
    }
    case "complaint": {
      const stored = await ports.complaints.load(subject.id);
      if (stored === undefined) throw new Error(`complaint ${subject.id} of a notice does not exist`);
      // What is told stands in the newest events, but for a notice that was put off very long.
      const isNear = stored.events.some(({ seq }) => seq === subject.seq);
      const complaint = await (isNear ? ports.complaints.withTexts(stored) : ports.complaints.whole(stored));
      return {
        complaint,
        ...(await placeOf(ports, notice, complaint.registration.projectId, complaint)),
        ...ownLinks(ports, notice, complaint),
        ...acknowledging(ports, notice, subject),
      };
    }
  }
}

/** The edition that a notice announces, and its files for whoever reads it. */
async function reportFacts(
  ports: FactsPorts,
  { recipient }: Notice,
  { month, edition }: Extract<Notice["subject"], { readonly kind: "report" }>,
) {
  const editions = await ports.reports.editions(month);
  const report = editions.find((one) => one.edition === edition);
  if (report === undefined) throw new Error(`edition ${edition} of ${month} does not exist`);
  const reader = recipient.kind === "person" ? await ports.organisation.person(recipient.id) : undefined;
  return {
    report,
    people: reader === undefined ? [] : [reader],
    ...(await announcedFiles(ports, report, reader)),
  };
}

/** The links with the complainant's secret: in what is written to the complainant, and to nobody of ours (D4). */
function ownLinks(ports: FactsPorts, { recipient }: Notice, complaint: Complaint) {
  if (recipient.kind !== "customer") return {};
  return { trackingUrl: trackingUrl(ports, complaint), ratingUrl: ratingUrl(ports, complaint) };
}

function acknowledging(
  ports: FactsPorts,
  { recipient, template }: Notice,
  subject: Extract<Notice["subject"], { kind: "complaint" | "group" }>,
) {
  if (recipient.kind !== "person" || !isOfRung(template)) return {};
  return { acknowledgeUrl: acknowledgeUrl(ports, { subject, personId: recipient.id }) };
}
