import { AWAITED_RECORDING, isRecordingHost, recordingPause } from "../../domain/attachments/recordings.ts";
import { type Complaint, registeredValue } from "../../domain/complaint/document.ts";
import type { LeftReason, StoredFile } from "../../domain/complaint/events.ts";
import { everyFileOf } from "../../domain/complaint/files.ts";
import { change } from "../complaints/change.ts";
import { salted } from "../documents/ids.ts";
import type { Ports } from "../ports/index.ts";
import { attachmentKey, LARGEST_UPLOAD, recordingKey } from "../ports/upload.ts";
import { isProblem } from "../problems/problem.ts";

export type RecordingPorts = Pick<
  Ports,
  | "clock"
  | "crypto"
  | "complaints"
  | "rules"
  | "webhooks"
  | "attachments"
  | "outboundFetch"
  | "recordingHosts"
  | "sniffType"
  | "errandQueue"
  | "telemetry"
>;

/** Sends for the recording of a new call, where the installation copies any. Twice does no harm. */
export async function awaitRecording(
  ports: Pick<Ports, "errandQueue">,
  complaint: Complaint,
  numbers: readonly number[],
): Promise<void> {
  const isNew = complaint.events.some(({ seq, fact }) => numbers.includes(seq) && fact.type === "registered");
  if (!isNew || recordingOf(complaint) === undefined) return;
  await ports.errandQueue.send({ errand: "recording", id: complaint.registration.id, attempt: 1 });
}

/**
 * Copies the recording of a call from where the call centre keeps it, once, as a file of the complaint with a retention of its
 * own. What cannot be had yet is asked for again after a pause; what cannot be had at all stands among the files, with the
 * reason, so that nobody waits for it. The registration never waits for any of this.
 */
export async function copyRecording(ports: RecordingPorts, id: string, attempt: number): Promise<void> {
  // An installation that lists nobody copies nothing: the address alone is kept.
  if (ports.recordingHosts.length === 0) return;
  const loaded = await ports.complaints.load(id);
  if (loaded === undefined) return;
  const complaint = await ports.complaints.whole(loaded);
  const address = recordingOf(complaint);
  // Erased meanwhile, or copied (or given up) by another message.
  if (address === undefined || complaint.events.some(({ commandId }) => commandId === commandOf(id))) return;
  const found = await fetched(ports, address);
  if (typeof found !== "string") return keep(ports, complaint, found);
  const pause = found === "unreachable" ? recordingPause(attempt) : undefined;
  if (pause !== undefined) {
    await ports.errandQueue.send({ errand: "recording", id, attempt: attempt + 1 }, { delaySeconds: pause });
    return;
  }
  ports.telemetry.error("recording not copied", { complaintId: id, why: found });
  await attach(ports, complaint, { id: AWAITED_RECORDING, contentType: "audio/*", size: 0, left: found });
}

interface Sound {
  readonly content: Uint8Array;
  readonly contentType: string;
}

async function fetched(ports: RecordingPorts, address: string): Promise<Sound | LeftReason> {
  if (!isRecordingHost(address, ports.recordingHosts)) return "other-host";
  const answer = await ports
    .outboundFetch({ url: address, maxBytes: LARGEST_UPLOAD })
    .catch((cause: unknown) => (cause instanceof Error ? cause : new Error(String(cause))));
  if (answer instanceof Error) {
    ports.telemetry.info("recording not reached", { why: answer.name });
    return "unreachable";
  }
  if (answer.tooLong) return "too-large";
  if (answer.status !== 200) return "unreachable";
  const contentType = await ports.sniffType(answer.body);
  return contentType?.startsWith("audio/") === true ? { content: answer.body, contentType } : "no-sound";
}

/** The file and its mark lie there before any event names it; done again it is the same. */
async function keep(
  ports: RecordingPorts,
  complaint: Complaint,
  { content, contentType }: Sound,
): Promise<void> {
  const { id } = complaint.registration;
  const fileId = (await ports.crypto.checksum(content)).slice(0, 32);
  await ports.attachments.put(recordingKey(id, fileId), new Uint8Array(), "application/octet-stream");
  await ports.attachments.put(attachmentKey(id, fileId), content, contentType);
  await attach(ports, complaint, { id: fileId, contentType, size: content.byteLength });
}

async function attach(ports: RecordingPorts, complaint: Complaint, file: StoredFile): Promise<void> {
  const { id } = complaint.registration;
  const result = await change(ports, complaint, {
    command: {
      type: "attach",
      files: [file],
      personal: { [`name.${file.id}`]: salted(ports.crypto, "通话录音") },
    },
    by: { kind: "timer" },
    commandId: commandOf(id),
    request: "",
  });
  if (isProblem(result)) throw new Error(`recording of ${id}: ${result.problem}`);
}

/** A recording that was kept as long as the policy says is no file any more; the history goes on saying that there was one. */
export async function forgetRecording(
  ports: Pick<Ports, "clock" | "crypto" | "complaints" | "rules" | "webhooks" | "attachments">,
  complaintId: string,
  fileId: string,
): Promise<void> {
  const loaded = await ports.complaints.load(complaintId);
  if (loaded !== undefined) {
    const complaint = await ports.complaints.whole(loaded);
    const file = everyFileOf(complaint).find(({ id, left }) => id === fileId && left === undefined);
    if (file !== undefined) {
      const { contentType, size } = file;
      const gone = { id: fileId, contentType, size, left: "kept-no-longer" } as const;
      const result = await change(ports, complaint, {
        command: { type: "attach", files: [gone], personal: {} },
        by: { kind: "timer" },
        commandId: `recording-gone:${fileId}`,
        request: "",
      });
      if (isProblem(result)) throw new Error(`recording of ${complaintId}: ${result.problem}`);
    }
  }
  await ports.attachments.remove(attachmentKey(complaintId, fileId));
  await ports.attachments.remove(recordingKey(complaintId, fileId));
}

const COMMAND = "recording:";

function commandOf(id: string): string {
  return `${COMMAND}${id}`;
}

/** True for the command that made the recording of a call a file. */
export function isRecordingCommand(commandId: string): boolean {
  return commandId.startsWith(COMMAND);
}

/** Where the call centre keeps it; undefined where there is none, or it was erased. */
function recordingOf(complaint: Complaint): string | undefined {
  const told = registeredValue(complaint, "channelData");
  if (told === undefined || complaint.registration.channel !== "phone") return undefined;
  const data: unknown = JSON.parse(told);
  const address: unknown =
    typeof data === "object" && data !== null ? Reflect.get(data, "recordingUrl") : undefined;
  return typeof address === "string" && address !== "" ? address : undefined;
}
