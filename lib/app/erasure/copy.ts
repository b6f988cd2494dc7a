import { plainFileName } from "../../domain/attachments/file-name.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import type { Fact } from "../../domain/complaint/events.ts";
import { filesOf } from "../../domain/complaint/files.ts";
import type { PersonDataRequest } from "../../domain/person-data/request.ts";
import { defined } from "../../domain/present.ts";
import { DEFAULT_TIME_ZONE, toInstant } from "../../domain/time/instant.ts";
import { wallTime } from "../../domain/time/local-clock.ts";
import type { Ports } from "../ports/index.ts";
import { attachmentKey } from "../ports/upload.ts";
import { isRecordingCommand } from "../recordings/copy.ts";

type CopyPorts = Pick<Ports, "attachments" | "clock" | "complaints" | "organisation" | "zip">;

/** Copies lie beside the files of complaints, where a lifecycle rule ends them. */
export function copyKey({ id }: Pick<PersonDataRequest, "id">): string {
  return `person-data/${id}/copy.zip`;
}

/** Bytes of files in one copy; larger ones are named in it and asked for one by one. */
const MOST_BYTES = 200_000_000;

/**
 * Puts together what is known of the complainant (个人信息保护法 45): one JSON a complaint with everything the person said
 * or was told, and the files that came from the person. Returns where it lies.
 */
export async function storeCopy(
  ports: CopyPorts,
  request: Pick<PersonDataRequest, "id">,
  complaintIds: readonly string[],
): Promise<string> {
  const zip = ports.zip(
    wallTime(
      toInstant(ports.clock.now()),
      (await ports.organisation.company())?.timeZone ?? DEFAULT_TIME_ZONE,
    ),
  );
  let room = MOST_BYTES;
  for (const id of complaintIds) {
    const complaint = await ports.complaints.load(id);
    if (complaint === undefined) continue;
    const whole = await ports.complaints.whole(complaint);
    const { number } = whole.registration;
    const files = ownFiles(whole);
    zip.add(`${number}/投诉 complaint.json`, json(told(whole)));
    for (const file of files) {
      if (file.size > room) continue;
      const body = await ports.attachments.get(attachmentKey(id, file.id));
      if (body === undefined) continue;
      room -= body.byteLength;
      zip.add(`${number}/${file.id.slice(0, 8)}-${plainFileName(file.name ?? "file")}`, body);
    }
  }
  const key = copyKey(request);
  await ports.attachments.put(key, zip.end(), "application/zip");
  return key;
}

/** What the person said or was told. What our people wrote among themselves, and what others testified, is not theirs to copy. */
const ownEvents: ReadonlySet<Fact["type"]> = new Set<Fact["type"]>([
  "registered",
  "registrationCompleted",
  "corrected",
  "messageReceived",
  "urged",
  "replied",
  "invalidExplained",
  "planAgreed",
  "resolved",
  "followUpAttempted",
  "opinionRecorded",
  "withdrawn",
]);

/** Values of an own event that tell of somebody else: who signed with the person, who wrote in the person's place, where our paper lies. */
const othersFields: ReadonlySet<string> = new Set(["signatories", "author", "originalAt"]);

/** The files that came from the person or by the person's channel, the recording of the person's call among them. */
function ownFiles(complaint: Complaint) {
  const own = new Set(
    complaint.events.flatMap(({ by, fact, commandId }) =>
      fact.type === "attachmentsStored" &&
      (by.kind === "customer" || by.kind === "channel" || isRecordingCommand(commandId))
        ? fact.files.map(({ id }) => id)
        : [],
    ),
  );
  return filesOf(complaint).filter(({ id }) => own.has(id));
}

function told(complaint: Complaint): object {
  const { number, projectId, channel, receivedAt, location, consent, recordKind } = complaint.registration;
  return {
    number,
    projectId,
    channel,
    recordKind,
    receivedAt,
    location,
    status: complaint.status,
    ...defined({ consent, firstGrade: complaint.firstGrade, opinion: complaint.opinion }),
    events: complaint.events
      .filter(({ fact }) => ownEvents.has(fact.type))
      .map(({ seq, occurredAt, fact, digests = {} }) => ({
        at: occurredAt,
        what: fact.type,
        texts: defined(
          Object.fromEntries(
            Object.keys(digests)
              .filter((field) => !othersFields.has(field))
              .map((field) => [field, complaint.personal[`${seq}.${field}`]?.value]),
          ),
        ),
      })),
    files: ownFiles(complaint).map(({ name, contentType, size }) => defined({ name, contentType, size })),
  };
}

function json(value: object): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** A path of the zip has no folders and no control characters of somebody else's. */
const LINK_SECONDS = 300;

/** A link to the copy that works for minutes; undefined where none lies there (any more). */
export async function copyLinkOf(
  { attachments, clock }: Pick<Ports, "attachments" | "clock">,
  { job, number }: PersonDataRequest,
): Promise<string | undefined> {
  const now = clock.now();
  const copy = job?.copy;
  if (copy === undefined || copy.until <= toInstant(now)) return undefined;
  return attachments.presign(copy.key, LINK_SECONDS, now, `个人信息副本-${number}.zip`);
}
