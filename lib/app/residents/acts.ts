import type { Command } from "../../domain/complaint/commands/index.ts";
import { type Complaint, isOpen } from "../../domain/complaint/document.ts";
import type { PersonDataKind } from "../../domain/person-data/request.ts";
import { mayWithdrawAlone, urgedToday } from "../../domain/residents/progress.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { change, givenTo } from "../complaints/change.ts";
import { commandIdOf, salted, shortHash } from "../documents/ids.ts";
import { recipientsAt } from "../organisation/staffing.ts";
import { askPersonData } from "../person-data/request.ts";
import type { Ports } from "../ports/index.ts";
import { ownerOf } from "../ports/upload.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { PUBLIC_SYSTEM } from "../uploads/announce.ts";
import { type TakePorts, takeUploads } from "../uploads/take.ts";

export type MessagePorts = Pick<
  Ports,
  "clock" | "crypto" | "complaints" | "organisation" | "rules" | "webhooks"
> &
  TakePorts;
export type ActPorts = MessagePorts & Pick<Ports, "personRequests">;

/** Words of a complainant for the holder of the complaint; the same form sent twice adds them once. */
export interface Addition {
  readonly text: string;
  /** Uploads of the public's. */
  readonly photos?: readonly string[];
  /** Of the form: the same again is the same message. */
  readonly once: string;
}

const customer = { kind: "customer" } as const;

/** Adds a message and pictures, while it is open or after. Refuses too-many-messages, not-allowed-now. */
export async function addMessage(
  ports: MessagePorts,
  complaint: Complaint,
  { text, photos = [], once }: Addition,
): Promise<Complaint | Problem> {
  const complaintId = complaint.registration.id;
  const owner = ownerOf({ kind: "channel", id: PUBLIC_SYSTEM });
  const taken = await takeUploads(ports, photos, { owner, complaintId });
  if (isProblem(taken)) return taken;
  const command = { type: "customer-message", text: salted(ports.crypto, text) } as const;
  return given(
    ports,
    complaint,
    command,
    commandIdOf(ports.crypto, "message", once, givenTo(complaint)),
    photos.length === 0 ? {} : { taken },
  );
}

const dataWords: Readonly<Record<PersonDataKind, string>> = { export: "索取副本", erasure: "删除" };

/**
 * Asks for a copy or erasure of the own data (个人信息保护法 45, 47): a record with a limit of its own first, then a message
 * to whoever holds the complaint. Sent again after a crash between the two, it goes on. Refuses as addMessage.
 */
export async function askForData(
  ports: ActPorts,
  complaint: Complaint,
  { text, once, kind }: Addition & { readonly kind: PersonDataKind },
): Promise<Complaint | Problem> {
  await askPersonData(ports, complaint, kind, customer);
  return addMessage(ports, complaint, { text: `【个人信息：${dataWords[kind]}】${text}`, once });
}

/** 催办 (`default`: once a working day). Refuses urged-today, not-allowed-now. */
export async function urge(
  ports: ActPorts,
  complaint: Complaint,
  text?: string,
): Promise<Complaint | Problem> {
  const { projectId, timeZone } = complaint.registration;
  const { calendar } = await ports.rules.forProject(projectId, timeZone);
  const now = toInstant(ports.clock.now());
  const command = {
    type: "urge",
    ...(text === undefined ? {} : { text: salted(ports.crypto, text) }),
  } as const;
  return given(ports, complaint, command, `urge:${shortHash(ports.crypto, `${now}:${text ?? ""}`)}`, {
    check: (current) =>
      urgedToday(current, now, calendar) ? problem("urged-today", { current }) : undefined,
  });
}

/**
 * 撤诉. Whoever holds the complaint reads it as a message; then it is withdrawn, where one person may say so alone. Sent
 * again after a crash between the two, it goes on.
 */
export async function takeBack(
  ports: ActPorts,
  complaint: Complaint,
  reason: string,
): Promise<Complaint | Problem> {
  if (complaint.status === "withdrawn") return complaint;
  if (!isOpen(complaint)) return problem("not-allowed-now", { current: complaint, allowed: [] });
  const once = `withdraw:${complaint.cycle}`;
  const told = await addMessage(ports, complaint, { text: `【要求撤诉】${reason}`, once });
  if (isProblem(told) || !mayWithdrawAlone(told)) return told;
  const command = { type: "withdraw", reason: salted(ports.crypto, reason) } as const;
  return given(ports, told, command, once);
}

async function given(
  ports: MessagePorts,
  complaint: Complaint,
  command: Command,
  commandId: string,
  more: Pick<Parameters<typeof change>[2], "check" | "taken"> = {},
): Promise<Complaint | Problem> {
  const { projectId } = complaint.registration;
  const result = await change(ports, complaint, {
    command,
    by: customer,
    commandId,
    request: commandId,
    recipients: await recipientsAt(ports, projectId, toInstant(ports.clock.now())),
    ...more,
  });
  return isProblem(result) ? result : result.complaint;
}
