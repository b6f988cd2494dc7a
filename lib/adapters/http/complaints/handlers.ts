import type * as z from "zod";
import { attachmentLink } from "../../../app/complaints/attachment-link.ts";
import { changedSince } from "../../../app/complaints/changes.ts";
import { giveCommand } from "../../../app/complaints/command.ts";
import { discloseComplainant, numberToCall } from "../../../app/complaints/disclose.ts";
import { proveComplaint } from "../../../app/complaints/proof.ts";
import {
  clocks,
  foundComplaints,
  history,
  listComplaints,
  showComplaint,
} from "../../../app/complaints/read.ts";
import { type IntakePorts, receiveComplaint } from "../../../app/intake/intake.ts";
import { noteRead } from "../../../app/person-data/reads.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem, problem } from "../../../app/problems/problem.ts";
import type { complaintQuery } from "../../../contracts/complaints/bodies.ts";
import { complaintRoutes } from "../../../contracts/complaints/routes.ts";
import { type Person, reaches } from "../../../domain/organisation/organisation.ts";
import { defined } from "../../../domain/present.ts";
import { onlyProject, projectsOf } from "../core/only-project.ts";
import { found, json } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";
import { forStaff, forStaffReading, type ServingsOf } from "../core/serve.ts";
import { classListView } from "./class-list-view.ts";
import { readCommand } from "./command-body.ts";
import { disclosureOf, fullView, rowView } from "./complaint-view.ts";
import { historyOf } from "./history-view.ts";
import { intakeRequest } from "./intake-request.ts";
import { registeredAtDesk } from "./registered-view.ts";

export type ComplaintsApiPorts = IntakePorts &
  Pick<
    Ports,
    | "adapters"
    | "notices"
    | "attachments"
    | "paperLog"
    | "callLog"
    | "publicUrl"
    | "groups"
    | "searchIndex"
    | "readLog"
  >;

const defaultLimit = 50;

/** Whoever names no project and has several searches all of them; a work list is of one. */
async function asked(ports: ComplaintsApiPorts, person: Person, query: z.output<typeof complaintQuery>) {
  const { q, projectId, limit = defaultLimit, cursor } = query;
  if (q !== undefined && projectId === undefined) {
    const projects = await projectsOf(ports, person);
    return foundComplaints(ports, person, { q, projects, limit, cursor });
  }
  const place = projectId ?? (await onlyProject(ports, person));
  return listComplaints(ports, person, { ...query, limit, projectId: place });
}

export const complaintHandlers = {
  /** D6: whoever receives a complaint enters it at once. The desk is one source system, ids are each person's own. */
  registerAtDesk: forStaff(complaintRoutes.registerAtDesk, async (ports: ComplaintsApiPorts, asked) => {
    const { person } = asked;
    const { channel = "visit", ...body } = asked.body;
    const project = await ports.organisation.project(body.projectId);
    if (project === undefined || !reaches(person, project)) {
      return problem("unknown-project", { path: "projectId" });
    }
    const source = { channel, system: "desk", by: { kind: "person", id: person.id } } as const;
    const intake = intakeRequest(source, asked, body);
    const result = await receiveComplaint(ports, { ...intake, sourceId: `${person.id}:${intake.sourceId}` });
    if (isProblem(result)) return result;
    return json(result.created ? 201 : 200, registeredAtDesk(result.complaint));
  }),

  listComplaints: forStaff(
    complaintRoutes.listComplaints,
    async (ports: ComplaintsApiPorts, { query, person }) => {
      const page = await asked(ports, person, query);
      if (isProblem(page)) return page;
      const { items, cursor, people, now } = page;
      return json(200, {
        items: items.map(({ complaint, project }) => rowView(complaint, { people, project, now })),
        ...defined({ cursor }),
      });
    },
  ),

  projectChanges: forStaff(
    complaintRoutes.projectChanges,
    async (ports: ComplaintsApiPorts, { params, query, person }) => {
      const changes = await changedSince(ports, person, params.id, query.after);
      if (isProblem(changes)) return changes;
      const { stamp, everything, rows } = changes;
      const { items = [], people = [], now = "" } = rows ?? {};
      return json(200, {
        stamp,
        everything,
        items: items.map(({ complaint, project }) => rowView(complaint, { people, project, now })),
      });
    },
  ),

  showComplaint: forStaffReading(
    complaintRoutes.showComplaint,
    theComplaint,
    async (ports: ComplaintsApiPorts, { params, person, ahead }) => {
      const shown = await showComplaint(ports, person, params.id, ahead);
      if (isProblem(shown)) return shown;
      await noteRead(ports, person, shown.complaint, "complaint");
      return json(200, fullView(shown));
    },
  ),

  showHistory: forStaff(
    complaintRoutes.showHistory,
    async (ports: ComplaintsApiPorts, { params, person }) => {
      const shown = await history(ports, person, params.id);
      if (isProblem(shown)) return shown;
      await noteRead(ports, person, shown.complaint, "history");
      return json(200, historyOf(shown));
    },
  ),

  showClocks: forStaff(complaintRoutes.showClocks, async (ports: ComplaintsApiPorts, { params, person }) => {
    const shown = await clocks(ports, person, params.id);
    if (isProblem(shown)) return shown;
    const { complaint, open, clocks: details } = shown;
    const { id, number } = complaint.registration;
    return json(200, { id, number, open, clocks: details });
  }),

  downloadAttachment: forStaff(
    complaintRoutes.downloadAttachment,
    async (ports: ComplaintsApiPorts, { params, person }) => {
      const link = await attachmentLink(ports, person, params.id, params.file);
      return typeof link === "string" ? found(link) : link;
    },
  ),

  proveComplaint: forStaff(
    complaintRoutes.proveComplaint,
    async (ports: ComplaintsApiPorts, { params, person }) => {
      const proof = await proveComplaint(ports, person, params.id);
      if (isProblem(proof)) return proof;
      const faults = proof.faults.map(({ fault, seq, due, rung }) => ({
        fault,
        ...defined({ seq, clock: due?.clock ?? rung?.clock }),
      }));
      return json(200, { ...proof, faults });
    },
  ),

  attachmentAddress: forStaff(
    complaintRoutes.attachmentAddress,
    async (ports: ComplaintsApiPorts, { params, person }) => {
      const link = await attachmentLink(ports, person, params.id, params.file);
      return typeof link === "string" ? json(200, { url: link }) : link;
    },
  ),

  numberToCall: forStaff(
    complaintRoutes.numberToCall,
    async (ports: ComplaintsApiPorts, { params, person }) => {
      const found = await numberToCall(ports, person, params.id);
      return isProblem(found) ? found : json(200, found);
    },
  ),

  discloseComplainant: forStaff(
    complaintRoutes.discloseComplainant,
    async (ports: ComplaintsApiPorts, { params, body, person }) => {
      const told = await discloseComplainant(ports, person, params.id, body.reason);
      return isProblem(told) ? told : json(200, disclosureOf(told));
    },
  ),

  command: forStaffReading(
    complaintRoutes.command,
    theComplaint,
    async (ports: ComplaintsApiPorts, { params, key, person, http, ahead }) => {
      const { version, attachments, command, ...device } = readCommand(params.command, () => http.json());
      const result = await giveCommand(ports, {
        complaintId: params.id,
        loading: ahead,
        command,
        attachments,
        version,
        ...device,
        idempotencyKey: key,
        person,
      });
      return isProblem(result) ? result : json(200, result.view);
    },
  ),

  listClasses: forStaff(complaintRoutes.listClasses, async () => json(200, classListView())),
} satisfies ServingsOf<typeof complaintRoutes, ComplaintsApiPorts>;

/** The complaint that a path names, if it can be one's id. */
async function theComplaint({ complaints }: ComplaintsApiPorts, { id }: ApiRequest["parameters"]) {
  return id === undefined || id === "" ? undefined : complaints.load(id);
}
