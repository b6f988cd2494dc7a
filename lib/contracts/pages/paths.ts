/**
 * The addresses of the staff's pages: each is a route of the one HTTP API that answers with the application, and a
 * page of web/src/app/pages.ts. None may be an address of the API (GET), which a test watches.
 */
export const pagePaths = [
  "/",
  "/new",
  "/new/box",
  "/mine",
  "/c/{id}",
  "/g/{id}",
  "/emergencies",
  "/emergencies/{id}",
  "/actions",
  "/subscriptions",
  "/months",
  "/months/{month}",
  "/months/{month}/figures",
  "/months/{month}/bulletin",
  "/setup",
  "/signed-in",
  "/admin",
  "/admin/quarantine",
  "/admin/projects",
  "/admin/doctor",
  "/admin/rosters",
  "/admin/person-data",
  "/admin/channel-keys",
  "/admin/webhooks",
  "/admin/services",
  "/admin/calendar",
  "/admin/people",
  "/admin/policies",
  "/admin/audit",
] as const;
export type PagePath = (typeof pagePaths)[number];

/**
 * The addresses of the handler's application for phones (web/src/m), which works without signal. No other address may
 * begin with `/m/`.
 */
export const handlerPaths = ["/m", "/m/c/{id}", "/m/out", "/m/signed-in"] as const;
