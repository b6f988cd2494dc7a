import { type Post, posts } from "../domain/organisation/organisation.ts";
import { rulersOfProject } from "../domain/organisation/rights.ts";
import type { RouteId, routes } from "./routes.ts";

/** Routes that want a person of ours. */
export type StaffRouteId = Extract<(typeof routes)[number], { readonly access: "staff" }>["id"];

const everyone: readonly Post[] = posts;
const leads: readonly Post[] = ["supervisor", "manager", "project-manager", "region", "headquarters"];
/** Whoever may set limits for several projects; region only for its own (lib/app/rules/publish.ts). */
const ruling: readonly Post[] = ["region", "headquarters"];
const reporting: readonly Post[] = ["project-manager", "region", "headquarters"];

/**
 * Who may use a route: one of these posts, anywhere. What a person may see and do with one complaint follows from
 * the posts held for its project (lib/domain/complaint/transitions.ts). D6: any staff enters a complaint at once.
 */
export const routePosts: Readonly<Record<StaffRouteId, readonly Post[]>> = {
  registerAtDesk: everyone,
  listComplaints: everyone,
  showComplaint: everyone,
  showHistory: everyone,
  showClocks: everyone,
  downloadAttachment: everyone,
  command: everyone,
  listGroups: everyone,
  showGroup: everyone,
  showGroupHistory: everyone,
  groupCommand: everyone,
  listEvents: leads,
  registerEvent: everyone,
  showEvent: leads,
  reportEvent: everyone,
  listProjects: everyone,
  listClasses: everyone,
  showProject: everyone,
  listProjectMonths: everyone,
  putProjectMonth: rulersOfProject,
  putProject: ruling,
  showDepartments: everyone,
  listContractors: everyone,
  putContractor: ruling,
  listPeople: everyone,
  putPerson: rulersOfProject,
  showPerson: everyone,
  listChannelKeys: ["headquarters"],
  putChannelKey: ["headquarters"],
  handOver: rulersOfProject,
  listQuarantine: leads,
  acceptQuarantined: leads,
  showPolicies: everyone,
  putPolicy: ruling,
  dryRunPolicy: ruling,
  showCalendar: everyone,
  putCalendar: ruling,
  listReports: reporting,
  downloadReport: reporting,
  buildReport: reporting,
  listSubmissions: reporting,
  showCompanyTexts: reporting,
  putCompanyTexts: ["headquarters"],
  showSubmission: reporting,
  putSubmission: ["project-manager"],
  contestCase: ["project-manager"],
  ruleOnCase: ruling,
  showRoster: everyone,
  putRoster: rulersOfProject,
  rosterTemplate: everyone,
  filledForm: everyone,
  blankForm: everyone,
  listHouseholds: everyone,
  putHouseholds: rulersOfProject,
  householdTemplate: everyone,
  showJob: reporting,
} satisfies Record<StaffRouteId & RouteId, readonly Post[]>;
