import type { Archive } from "../../app/ports/archive.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { complaintSizing } from "../../domain/complaint/sizing.ts";
import type { Emergency } from "../../domain/emergencies/emergency.ts";
import { emergencySizing } from "../../domain/emergencies/sizing.ts";
import type { Group } from "../../domain/groups/group.ts";
import { groupSizing } from "../../domain/groups/sizing.ts";
import { submissionSizing } from "../../domain/submissions/sizing.ts";
import type { Submission } from "../../domain/submissions/submission.ts";
import { eventSchema } from "../dynamodb/complaints/event-schema.ts";
import { emergencyReport } from "../dynamodb/emergencies/emergency-schema.ts";
import { groupEvent } from "../dynamodb/groups/group-schema.ts";
import { submissionAnnouncement } from "../dynamodb/submissions/submission-schema.ts";
import { type ArchivePorts, archiveOf } from "./archive.ts";

export const complaintArchive = (ports: ArchivePorts): Archive<Complaint> =>
  archiveOf(ports, complaintSizing, eventSchema);

export const groupArchive = (ports: ArchivePorts): Archive<Group> =>
  archiveOf(ports, groupSizing, groupEvent);

export const emergencyArchive = (ports: ArchivePorts): Archive<Emergency> =>
  archiveOf(ports, emergencySizing, () => emergencyReport);

export const submissionArchive = (ports: ArchivePorts): Archive<Submission> =>
  archiveOf(ports, submissionSizing, () => submissionAnnouncement);
