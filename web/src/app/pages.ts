import type { ComponentType } from "react";
import type { PagePath } from "../../../lib/contracts/pages/paths.ts";

/** What a page's view.tsx exports. */
interface PageModule {
  readonly Page: ComponentType;
}

/** The page at each address; each is loaded when somebody goes there. */
export const pages: Readonly<Record<PagePath, () => Promise<PageModule>>> = {
  "/": () => import("../pages/inbox/view.tsx"),
  "/new": () => import("../pages/register/view.tsx"),
  "/new/box": () => import("../pages/box/view.tsx"),
  "/mine": () => import("../pages/mine/view.tsx"),
  "/g/{id}": () => import("../pages/group/view.tsx"),
  "/c/{id}": () => import("../pages/complaint/view.tsx"),
  "/emergencies": () => import("../pages/emergencies/view.tsx"),
  "/emergencies/{id}": () => import("../pages/emergency/view.tsx"),
  "/actions": () => import("../pages/corrective/view.tsx"),
  "/months": () => import("../pages/months/view.tsx"),
  "/months/{month}": () => import("../pages/months/view.tsx"),
  "/subscriptions": () => import("../pages/subscriptions/view.tsx"),
  "/admin": () => import("../pages/admin/hub/view.tsx"),
  "/admin/audit": () => import("../pages/admin/audit/view.tsx"),
  "/admin/policies": () => import("../pages/admin/policies/view.tsx"),
  "/admin/people": () => import("../pages/admin/people/view.tsx"),
  "/admin/calendar": () => import("../pages/admin/calendar/view.tsx"),
  "/admin/webhooks": () => import("../pages/admin/webhooks/view.tsx"),
  "/admin/services": () => import("../pages/admin/services/view.tsx"),
  "/admin/channel-keys": () => import("../pages/admin/channel-keys/view.tsx"),
  "/admin/person-data": () => import("../pages/admin/person-data/view.tsx"),
  "/admin/rosters": () => import("../pages/admin/rosters/view.tsx"),
  "/admin/doctor": () => import("../pages/admin/doctor/view.tsx"),
  "/admin/projects": () => import("../pages/admin/projects/view.tsx"),
  "/admin/quarantine": () => import("../pages/admin/quarantine/view.tsx"),
  "/months/{month}/figures": () => import("../pages/figures/view.tsx"),
  "/months/{month}/bulletin": () => import("../pages/bulletin/view.tsx"),
  "/setup": () => import("../pages/setup/view.tsx"),
  "/signed-in": () => import("../pages/signed-in/view.tsx"),
};

/** `/c/{id}` as the router writes it. */
export function routePath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ":$1");
}
