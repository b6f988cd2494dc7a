import { attachmentLink } from "../../app/complaints/attachment-link.ts";
import { giveCommand } from "../../app/complaints/command.ts";
import { clocks, history, listComplaints, showComplaint } from "../../app/complaints/read.ts";
import { trackingUrl } from "../../app/complaints/tracking.ts";
import { type IntakePorts, receiveComplaint } from "../../app/intake/intake.ts";
import { acceptQuarantined } from "../../app/mail/quarantine.ts";
import type { Ports } from "../../app/ports/index.ts";
import { isProblem } from "../../app/problems/problem.ts";
import { channelKeyRoutes } from "../../contracts/channel-keys/routes.ts";
import { complaintQuery, deskBody } from "../../contracts/complaints/bodies.ts";
import { complaintRoutes } from "../../contracts/complaints/routes.ts";
import { eventRoutes } from "../../contracts/events/routes.ts";
import { groupRoutes } from "../../contracts/groups/routes.ts";
import { organisationRoutes } from "../../contracts/organisation/routes.ts";
import { peopleRoutes } from "../../contracts/people/routes.ts";
import { acceptBody, pageQuery } from "../../contracts/quarantine/bodies.ts";
import { quarantineRoutes } from "../../contracts/quarantine/routes.ts";
import { ruleRoutes } from "../../contracts/rules/routes.ts";
import { uploadRoutes } from "../../contracts/uploads/routes.ts";
import { type Person, reaches } from "../../domain/organisation/organisation.ts";
import type { Identity } from "../identity/oidc.ts";
import { asStaff } from "./auth.ts";
import { type ChannelKeysApiPorts, listChannelKeys, putChannelKey } from "./channel-keys-api.ts";
import { registeredView } from "./channels-api.ts";
import { classListView } from "./class-list-view.ts";
import { readCommand } from "./command-body.ts";
import { fullView, rowView } from "./complaint-view.ts";
import { listContractors, putContractor, showDepartments } from "./departments-api.ts";
import type { EventsApiPorts } from "./events-api.ts";
import * as events from "./events-api.ts";
import type { GroupApiPorts } from "./groups-api.ts";
import * as groups from "./groups-api.ts";
import { historyOf } from "./history-view.ts";
import { requiredIdempotencyKey } from "./idempotency.ts";
import { intakeRequest } from "./intake-request.ts";
import { listMonths, putOneMonth } from "./months-api.ts";
import { onlyProject } from "./only-project.ts";
import { handOver, listPeople, putOnePerson, showPerson } from "./people-api.ts";
import { listProjects, putOneProject, showProject } from "./projects-api.ts";
import { Refusal, refusalOf } from "./refusal.ts";
import { found, json, type Reply } from "./reply.ts";
import type { ApiRequest } from "./request.ts";
import { api, type Log } from "./router.ts";
import {
  dryRunPolicy,
  putCalendar,
  putPolicy,
  type RulesApiPorts,
  showCalendar,
  showPolicies,
} from "./rules-api.ts";
import { announce, type UploadsApiPorts } from "./uploads-api.ts";
import { validated } from "./validate.ts";

export type StaffApiPorts = IntakePorts &
  GroupApiPorts &
  EventsApiPorts &
  RulesApiPorts &
  ChannelKeysApiPorts &
  UploadsApiPorts &
  Pick<Ports, "notices" | "quarantine" | "mailInQueue" | "attachments" | "paperLog" | "publicUrl">;

const defaultLimit = 50;

/** What staff do: register at the desk, see work lists and complaints, give commands. */
export function staffApi(ports: () => Promise<StaffApiPorts>, identity: Identity, log?: Log) {
  return api({
    name: "staff-api",
    routes: {
      ...uploadRoutes,
      ...complaintRoutes,
      ...groupRoutes,
      ...eventRoutes,
      ...organisationRoutes,
      ...peopleRoutes,
      ...channelKeyRoutes,
      ...quarantineRoutes,
      ...ruleRoutes,
    },
    ports,
    handlers: {
      announceUpload: announce(identity),
      registerAtDesk: asStaff(identity, complaintRoutes.registerAtDesk, register),
      listComplaints: asStaff(identity, complaintRoutes.listComplaints, list),
      showComplaint: asStaff(identity, complaintRoutes.showComplaint, show),
      showHistory: asStaff(identity, complaintRoutes.showHistory, showHistory),
      showClocks: asStaff(identity, complaintRoutes.showClocks, showClocks),
      downloadAttachment: asStaff(identity, complaintRoutes.downloadAttachment, downloadAttachment),
      command: asStaff(identity, complaintRoutes.command, command),
      listGroups: asStaff(identity, groupRoutes.listGroups, groups.list),
      showGroup: asStaff(identity, groupRoutes.showGroup, groups.show),
      showGroupHistory: asStaff(identity, groupRoutes.showGroupHistory, groups.showHistory),
      groupCommand: asStaff(identity, groupRoutes.groupCommand, groups.command),
      listEvents: asStaff(identity, eventRoutes.listEvents, events.list),
      registerEvent: asStaff(identity, eventRoutes.registerEvent, events.register),
      showEvent: asStaff(identity, eventRoutes.showEvent, events.show),
      reportEvent: asStaff(identity, eventRoutes.reportEvent, events.report),
      listClasses: asStaff(identity, complaintRoutes.listClasses, () =>
        Promise.resolve(json(200, classListView())),
      ),
      listProjects: asStaff(identity, organisationRoutes.listProjects, listProjects),
      showProject: asStaff(identity, organisationRoutes.showProject, showProject),
      putProject: asStaff(identity, organisationRoutes.putProject, putOneProject),
      showPolicies: asStaff(identity, ruleRoutes.showPolicies, showPolicies),
      putPolicy: asStaff(identity, ruleRoutes.putPolicy, putPolicy),
      dryRunPolicy: asStaff(identity, ruleRoutes.dryRunPolicy, dryRunPolicy),
      showCalendar: asStaff(identity, ruleRoutes.showCalendar, showCalendar),
      putCalendar: asStaff(identity, ruleRoutes.putCalendar, putCalendar),
      listProjectMonths: asStaff(identity, organisationRoutes.listProjectMonths, listMonths),
      putProjectMonth: asStaff(identity, organisationRoutes.putProjectMonth, putOneMonth),
      showDepartments: asStaff(identity, organisationRoutes.showDepartments, showDepartments),
      listContractors: asStaff(identity, organisationRoutes.listContractors, listContractors),
      putContractor: asStaff(identity, organisationRoutes.putContractor, putContractor),
      listPeople: asStaff(identity, peopleRoutes.listPeople, listPeople),
      putPerson: asStaff(identity, peopleRoutes.putPerson, putOnePerson),
      showPerson: asStaff(identity, peopleRoutes.showPerson, showPerson),
      listChannelKeys: asStaff(identity, channelKeyRoutes.listChannelKeys, listChannelKeys),
      putChannelKey: asStaff(identity, channelKeyRoutes.putChannelKey, putChannelKey),
      handOver: asStaff(identity, peopleRoutes.handOver, handOver),
      listQuarantine: asStaff(identity, quarantineRoutes.listQuarantine, listQuarantine),
      acceptQuarantined: asStaff(identity, quarantineRoutes.acceptQuarantined, accept),
    },
    log,
  });
}

/** D6: whoever receives a complaint enters it at once. The desk is one source system, ids are each person's own. */
async function register(ports: StaffApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const raw = request.json();
  const { channel = "visit", ...body } = validated(deskBody, raw);
  const project = await ports.organisation.project(body.projectId);
  if (project === undefined || !reaches(person, project)) {
    throw new Refusal("unknown-project", { path: "projectId" });
  }
  const source = { channel, system: "desk", by: { kind: "person", id: person.id } } as const;
  const intake = intakeRequest(source, request, raw, body);
  const result = await receiveComplaint(ports, { ...intake, sourceId: `${person.id}:${intake.sourceId}` });
  if (isProblem(result)) throw refusalOf(result);
  return json(result.created ? 201 : 200, registeredView(ports, result.complaint));
}

async function list(ports: StaffApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const query = validated(complaintQuery, request.query);
  const projectId = query.projectId ?? (await onlyProject(ports, person));
  const page = await listComplaints(ports, person, {
    ...query,
    projectId,
    limit: query.limit ?? defaultLimit,
  });
  if (isProblem(page)) throw refusalOf(page);
  const { items, cursor } = page;
  return json(200, {
    items: items.map(({ complaint }) => rowView(complaint)),
    ...(cursor === undefined ? {} : { cursor }),
  });
}

async function show(ports: StaffApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const shown = await showComplaint(ports, person, request.parameters["id"] ?? "");
  if (isProblem(shown)) throw refusalOf(shown);
  return json(200, fullView(shown, trackingUrl(ports, shown.complaint)));
}

async function showHistory(ports: StaffApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const found = await history(ports, person, request.parameters["id"] ?? "");
  if (isProblem(found)) throw refusalOf(found);
  return json(200, historyOf(found));
}

async function showClocks(ports: StaffApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const found = await clocks(ports, person, request.parameters["id"] ?? "");
  if (isProblem(found)) throw refusalOf(found);
  const { complaint, open, clocks: details } = found;
  const { id, number } = complaint.registration;
  return json(200, { id, number, open, clocks: details });
}

async function command(ports: StaffApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const { id: complaintId = "", command: name = "" } = request.parameters;
  const { version, attachments, command: given } = readCommand(name, () => request.json());
  const idempotencyKey = requiredIdempotencyKey(request);
  const result = await giveCommand(ports, {
    complaintId,
    command: given,
    attachments,
    version,
    idempotencyKey,
    person,
  });
  if (isProblem(result)) throw refusalOf(result);
  return json(200, result.view);
}

async function downloadAttachment(ports: StaffApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const { id = "", file = "" } = request.parameters;
  const link = await attachmentLink(ports, person, id, file);
  if (typeof link !== "string") throw refusalOf(link);
  return found(link);
}

async function accept(ports: StaffApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const { projectId } = validated(acceptBody, request.json());
  const accepted = await acceptQuarantined(ports, person, request.parameters["id"] ?? "", projectId);
  if (isProblem(accepted)) throw refusalOf(accepted);
  return json(202, accepted);
}

async function listQuarantine(ports: StaffApiPorts, request: ApiRequest): Promise<Reply> {
  const { limit = defaultLimit, cursor } = validated(pageQuery, request.query);
  const page = await ports.quarantine.list({ limit, ...(cursor === undefined ? {} : { cursor }) });
  return json(200, page);
}
