/**
 * The route table: the one list from which the CDK app makes its API routes, the functions their routers and
 * the OpenAPI document its paths. `access` says which proof a caller needs; the role matrix is in roles.ts.
 */
export const apiFunctions = ["channels-api", "staff-api", "reports-api", "public-api"] as const;
export type ApiFunction = (typeof apiFunctions)[number];

/** channel-key: a channel system's key; staff: an OIDC token of a person we know; open: anyone; any: one of them. */
export type Access = "channel-key" | "staff" | "open" | "any";

export interface Route {
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT";
  /** API Gateway path with `{parameters}`. */
  readonly path: string;
  readonly function: ApiFunction;
  readonly access: Access;
}

export const routes = [
  {
    id: "receiveComplaint",
    method: "POST",
    path: "/channels/{channel}/complaints",
    function: "channels-api",
    access: "channel-key",
  },
  {
    id: "openBox",
    method: "POST",
    path: "/channels/mailbox/rounds",
    function: "channels-api",
    access: "channel-key",
  },
  { id: "announceUpload", method: "POST", path: "/uploads", function: "staff-api", access: "any" },
  { id: "registerAtDesk", method: "POST", path: "/complaints", function: "staff-api", access: "staff" },
  { id: "listComplaints", method: "GET", path: "/complaints", function: "staff-api", access: "staff" },
  { id: "showComplaint", method: "GET", path: "/complaints/{id}", function: "staff-api", access: "staff" },
  {
    id: "showHistory",
    method: "GET",
    path: "/complaints/{id}/history",
    function: "staff-api",
    access: "staff",
  },
  {
    id: "showClocks",
    method: "GET",
    path: "/complaints/{id}/clocks",
    function: "staff-api",
    access: "staff",
  },
  {
    id: "downloadAttachment",
    method: "GET",
    path: "/complaints/{id}/attachments/{file}",
    function: "staff-api",
    access: "staff",
  },
  {
    id: "command",
    method: "POST",
    path: "/complaints/{id}/commands/{command}",
    function: "staff-api",
    access: "staff",
  },
  { id: "listGroups", method: "GET", path: "/groups", function: "staff-api", access: "staff" },
  { id: "showGroup", method: "GET", path: "/groups/{id}", function: "staff-api", access: "staff" },
  {
    id: "showGroupHistory",
    method: "GET",
    path: "/groups/{id}/history",
    function: "staff-api",
    access: "staff",
  },
  {
    id: "groupCommand",
    method: "POST",
    path: "/groups/{id}/commands/{command}",
    function: "staff-api",
    access: "staff",
  },
  { id: "listEvents", method: "GET", path: "/events", function: "staff-api", access: "staff" },
  { id: "registerEvent", method: "POST", path: "/events", function: "staff-api", access: "staff" },
  { id: "showEvent", method: "GET", path: "/events/{id}", function: "staff-api", access: "staff" },
  { id: "reportEvent", method: "POST", path: "/events/{id}/reports", function: "staff-api", access: "staff" },
  { id: "listClasses", method: "GET", path: "/classes", function: "staff-api", access: "staff" },
  { id: "listProjects", method: "GET", path: "/projects", function: "staff-api", access: "staff" },
  { id: "putProject", method: "PUT", path: "/projects/{id}", function: "staff-api", access: "staff" },
  { id: "showProject", method: "GET", path: "/projects/{id}", function: "staff-api", access: "staff" },
  {
    id: "listProjectMonths",
    method: "GET",
    path: "/projects/{id}/months",
    function: "staff-api",
    access: "staff",
  },
  {
    id: "putProjectMonth",
    method: "PUT",
    path: "/projects/{id}/months/{month}",
    function: "staff-api",
    access: "staff",
  },
  { id: "showDepartments", method: "GET", path: "/departments", function: "staff-api", access: "staff" },
  { id: "listContractors", method: "GET", path: "/contractors", function: "staff-api", access: "staff" },
  { id: "putContractor", method: "PUT", path: "/contractors", function: "staff-api", access: "staff" },
  { id: "listPeople", method: "GET", path: "/people", function: "staff-api", access: "staff" },
  { id: "putPerson", method: "PUT", path: "/people", function: "staff-api", access: "staff" },
  { id: "showPerson", method: "GET", path: "/people/{id}", function: "staff-api", access: "staff" },
  { id: "listChannelKeys", method: "GET", path: "/channel-keys", function: "staff-api", access: "staff" },
  { id: "putChannelKey", method: "PUT", path: "/channel-keys", function: "staff-api", access: "staff" },
  {
    id: "handOver",
    method: "POST",
    path: "/people/{id}/handover",
    function: "staff-api",
    access: "staff",
  },
  { id: "listQuarantine", method: "GET", path: "/quarantine", function: "staff-api", access: "staff" },
  { id: "showPolicies", method: "GET", path: "/policies", function: "staff-api", access: "staff" },
  { id: "putPolicy", method: "PUT", path: "/policies", function: "staff-api", access: "staff" },
  { id: "dryRunPolicy", method: "POST", path: "/policies/dry-run", function: "staff-api", access: "staff" },
  { id: "showCalendar", method: "GET", path: "/calendar", function: "staff-api", access: "staff" },
  { id: "putCalendar", method: "PUT", path: "/calendar", function: "staff-api", access: "staff" },
  {
    id: "acceptQuarantined",
    method: "POST",
    path: "/quarantine/{id}/accept",
    function: "staff-api",
    access: "staff",
  },
  { id: "listReports", method: "GET", path: "/reports", function: "reports-api", access: "staff" },
  {
    id: "listSubmissions",
    method: "GET",
    path: "/reports/{month}/submissions",
    function: "reports-api",
    access: "staff",
  },
  {
    id: "showCompanyTexts",
    method: "GET",
    path: "/reports/{month}/company-texts",
    function: "reports-api",
    access: "staff",
  },
  {
    id: "putCompanyTexts",
    method: "PUT",
    path: "/reports/{month}/company-texts",
    function: "reports-api",
    access: "staff",
  },
  {
    id: "showSubmission",
    method: "GET",
    path: "/reports/{month}/submissions/{projectId}",
    function: "reports-api",
    access: "staff",
  },
  {
    id: "putSubmission",
    method: "PUT",
    path: "/reports/{month}/submissions/{projectId}",
    function: "reports-api",
    access: "staff",
  },
  {
    id: "contestCase",
    method: "PUT",
    path: "/reports/{month}/submissions/{projectId}/contests/{number}",
    function: "reports-api",
    access: "staff",
  },
  {
    id: "ruleOnCase",
    method: "PUT",
    path: "/reports/{month}/submissions/{projectId}/contests/{number}/ruling",
    function: "reports-api",
    access: "staff",
  },
  {
    id: "downloadReport",
    method: "GET",
    path: "/reports/{month}/{file}",
    function: "reports-api",
    access: "staff",
  },
  {
    id: "buildReport",
    method: "POST",
    path: "/reports/{month}/build",
    function: "reports-api",
    access: "staff",
  },
  { id: "showRoster", method: "GET", path: "/rosters", function: "reports-api", access: "staff" },
  { id: "putRoster", method: "PUT", path: "/rosters", function: "reports-api", access: "staff" },
  {
    id: "rosterTemplate",
    method: "GET",
    path: "/rosters/template",
    function: "reports-api",
    access: "staff",
  },
  {
    id: "filledForm",
    method: "GET",
    path: "/complaints/{id}/forms/{form}",
    function: "reports-api",
    access: "staff",
  },
  { id: "blankForm", method: "GET", path: "/forms/{form}", function: "reports-api", access: "staff" },
  { id: "listHouseholds", method: "GET", path: "/households", function: "reports-api", access: "staff" },
  { id: "putHouseholds", method: "PUT", path: "/households", function: "reports-api", access: "staff" },
  {
    id: "householdTemplate",
    method: "GET",
    path: "/households/template",
    function: "reports-api",
    access: "staff",
  },
  { id: "showJob", method: "GET", path: "/jobs/{id}", function: "reports-api", access: "staff" },
  {
    id: "trackComplaint",
    method: "GET",
    path: "/public/complaints/{number}",
    function: "public-api",
    access: "open",
  },
  // Also the page: its function may write, the one of the progress page may not.
  {
    id: "showRating",
    method: "GET",
    path: "/public/complaints/{number}/rating",
    function: "channels-api",
    access: "open",
  },
  {
    id: "rateComplaint",
    method: "POST",
    path: "/public/complaints/{number}/rating",
    function: "channels-api",
    access: "open",
  },
  {
    id: "showAcknowledgement",
    method: "GET",
    path: "/public/acknowledgements/{token}",
    function: "channels-api",
    access: "open",
  },
  {
    id: "acknowledge",
    method: "POST",
    path: "/public/acknowledgements/{token}",
    function: "channels-api",
    access: "open",
  },
  {
    id: "showSheet",
    method: "GET",
    path: "/public/sheets/{number}/{form}",
    function: "public-api",
    access: "open",
  },
  { id: "health", method: "GET", path: "/health", function: "public-api", access: "open" },
  { id: "openapi", method: "GET", path: "/openapi.json", function: "public-api", access: "open" },
] as const satisfies readonly Route[];

export type RouteId = (typeof routes)[number]["id"];
