import type { PagePath } from "../../../lib/contracts/pages/paths.ts";
import type { Journey } from "../journey.ts";
import { auditJourney } from "./audit.ts";
import { calendarJourney } from "./calendar.ts";
import { channelKeysJourney } from "./channel-keys.ts";
import { doctorJourney } from "./doctor.ts";
import { peopleJourney } from "./people.ts";
import { personDataJourney } from "./person-data.ts";
import { policyJourney } from "./policies.ts";
import { projectsJourney } from "./projects.ts";
import { quarantineJourney } from "./quarantine.ts";
import { rostersJourney } from "./rosters.ts";
import { servicesJourney } from "./services.ts";
import { webhooksJourney } from "./webhooks.ts";

type AdminPath = Extract<PagePath, `/admin${string}`>;

/** What those in charge do on the pages of administration. */
export const adminJourneys: Readonly<Record<AdminPath, Journey>> = {
  "/admin": {
    as: "headquarters",
    address: () => "/admin",
    ready: (page) => page.getByRole("heading", { name: "总览" }).waitFor(),
    walk: async (page) => {
      await page
        .getByRole("main")
        .getByRole("link", { name: /^隔离邮件.*读信/ })
        .click();
      await page.getByRole("heading", { name: "隔离邮件" }).waitFor();
    },
  },
  "/admin/audit": auditJourney,
  "/admin/policies": policyJourney,
  "/admin/people": peopleJourney,
  "/admin/calendar": calendarJourney,
  "/admin/channel-keys": channelKeysJourney,
  "/admin/webhooks": webhooksJourney,
  "/admin/services": servicesJourney,
  "/admin/person-data": personDataJourney,
  "/admin/rosters": rostersJourney,
  "/admin/doctor": doctorJourney,
  "/admin/projects": projectsJourney,
  "/admin/quarantine": quarantineJourney,
};
